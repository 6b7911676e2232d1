// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.hrana;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far each database has come, as this process knows: the number of the last change that it made or saw. A replica
 * sends what is written on to its primary and answers reads by itself; told this number it waits until it has come as far
 * (libSQL, {@code docs/HRANA_3_SPEC.md}, "replication_index"). Without it a process would not see its own writes.
 */
final class Replication {
    private static final Map<String, Long> SEEN = new ConcurrentHashMap<>();

    private Replication() {}

    /** Returns the number that an answer must at least be of. */
    static Optional<Long> required(HranaEndpoint endpoint) {
        return Optional.ofNullable(SEEN.get(endpoint.toString()));
    }

    /** Notes the number of an answer. */
    static void note(HranaEndpoint endpoint, String index) {
        if (index.matches("\\d{1,18}")) {
            SEEN.merge(endpoint.toString(), Long.valueOf(index), Math::max);
        }
    }
}
