// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.error.SourcePosition;
import java.util.Optional;

/**
 * Where a migration fails, and why.
 *
 * @param fact what fails and what the database says, a sentence without a full stop
 * @param statement the number of the statement in its script, from 1; 0 where it is a commit or Java code
 * @param position where in its file; empty where that is not known
 */
public record ReplayFailure(String fact, int statement, Optional<SourcePosition> position) {}
