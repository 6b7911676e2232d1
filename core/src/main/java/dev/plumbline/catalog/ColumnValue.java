// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/** Where a column's value comes from when a row does not give one; a plain default is a {@link ColumnDefault}. */
public sealed interface ColumnValue {

    /** The value is given by the row, by a default, or is null. */
    record Given() implements ColumnValue {}

    /** The value is computed from other columns; {@code expression} as the server deparses it. */
    record Generated(String expression, boolean stored) implements ColumnValue {}

    /**
     * The value comes from the column's own sequence.
     *
     * @param name the name of the sequence, where it is not the server's own choice
     * @param unlogged whether the sequence is not logged, where that is not as with its table
     */
    record Identity(boolean always, SequenceOptions sequence, Optional<String> name, Optional<Boolean> unlogged)
            implements ColumnValue {
        /** Returns the same identity with a sequence that is logged or not as its table is. */
        public Identity asLoggedAsItsTable() {
            return new Identity(always, sequence, name, Optional.empty());
        }
    }
}
