// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a session has when a script begins.
 *
 * @param searchPath the schemas in which it finds and makes what it does not qualify; empty for the default
 * @param declared settings by name that a session of the database begins with and this one would not, because its driver sets them too
 * @param lockTimeout how long a statement may wait for a lock, zero for no limit
 * @param statementTimeout how long a statement may run, zero for no limit
 */
public record ScriptStart(
        List<String> searchPath, SortedMap<String, String> declared, Duration lockTimeout, Duration statementTimeout) {
    public ScriptStart {
        searchPath = List.copyOf(searchPath);
        declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
    }

    /** Returns the same without an end to waiting for locks. */
    ScriptStart patient() {
        return new ScriptStart(searchPath, declared, Duration.ZERO, statementTimeout);
    }
}
