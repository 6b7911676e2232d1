// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import java.util.Optional;

/**
 * How large a relation of the live database is.
 *
 * @param relation schema and name, as {@link RelationLock} has it
 * @param bytes what it takes on disk, without indexes
 * @param indexBytes what its indexes take
 * @param rows the server's estimate; empty for a table that was never analyzed
 */
public record RelationSize(String relation, long bytes, long indexBytes, Optional<Long> rows) {}
