// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

/**
 * A column as an application meets it, whatever the engine.
 *
 * @param name as it was written
 * @param type the type as the catalog has it, a domain resolved to what it is made of
 * @param shown the type for people
 * @param nulls whether a row may have NULL in it
 * @param source where its value comes from when a row does not give one
 * @param allowed what enum types, domains and checks allow
 * @param enumeration whether its type is an enum type
 * @param strict whether nothing but values of the type can be in it
 * @param json whether a check asks for valid JSON in a text
 */
public record ColumnShape(
        String name,
        String type,
        String shown,
        Nulls nulls,
        Source source,
        AllowedValues allowed,
        boolean enumeration,
        boolean strict,
        boolean json) {

    /** Whether there may be NULL. */
    public enum Nulls {
        /** NOT NULL, or a key that implies it. */
        NEVER,
        /** NULL may be there. */
        POSSIBLE,
        /** A key that lets NULL in all the same: SQLite's, where it is no {@code INTEGER PRIMARY KEY}. */
        IN_A_KEY,
        /** The columns of views do not tell. */
        UNKNOWN
    }

    /** Where a value comes from that a row does not give. */
    public enum Source {
        /** From nowhere: the row gives it, or it is NULL. */
        ROW,
        /** From a default, or a sequence, unless the row gives it. */
        DEFAULT,
        /** The database alone makes it; a row must not give it. */
        DATABASE
    }

    /** Returns whether a row cannot be made without a value for it. */
    boolean isRequired() {
        return nulls == Nulls.NEVER && source == Source.ROW;
    }
}
