// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.util.Locale;

/** What can be wrong between columns and fields, and how bad it is. */
public enum AlignmentRule {
    RELATION_MISSING(Severity.ERROR, "there is no table or view of that name, so every statement about it fails"),
    FIELD_WITHOUT_COLUMN(Severity.ERROR, "a field has no column: reading it fails, or it is never filled"),
    COLUMN_NOT_WRITTEN(
            Severity.ERROR, "no field writes a column that is NOT NULL and has no default, so every insert fails"),
    COLUMN_TAKEN_TWICE(Severity.ERROR, "two fields have one column, so that one overwrites the other"),
    TYPE_DIFFERS(Severity.ERROR, "the column's values are no values of the field's type"),
    OVERFLOW(Severity.ERROR, "the column holds numbers that are too big for the field"),
    TIME_ZONE(Severity.ERROR, "one of the two knows a time zone and the other does not, so that moments shift"),
    NULL_IN_PRIMITIVE(
            Severity.ERROR, "the column may be NULL and the field is primitive: reading fails, or gives zero"),
    NULL_IN_NON_NULL(Severity.ERROR, "the column may be NULL and the field is declared never to be null"),
    LABEL_UNKNOWN(Severity.ERROR, "the column may hold a value that is no constant of the enum, so reading it fails"),
    CONSTANT_REFUSED(Severity.ERROR, "the enum has a constant that the column refuses, so writing it fails"),
    DEAD_COLUMN(Severity.WARNING, "no field reads the column"),
    PRECISION(Severity.WARNING, "numbers lose digits on their way between the column and the field"),
    READ_AS_TEXT(Severity.WARNING, "text can be read from the column, but writing it needs a cast"),
    NULL_WRITTEN(Severity.WARNING, "the field may be null and the column may not, so writing it fails"),
    KEY_MAY_BE_NULL(Severity.WARNING, "the key lets NULL in, as SQLite's keys do without NOT NULL"),
    LABEL_SPELLING(
            Severity.WARNING, "labels and constants differ in case or separators, so that only a converter helps"),
    DATABASE_WRITES(Severity.NOTE, "the database alone makes the value, so a statement must leave the column out"),
    SPELLING(Severity.NOTE, "the names agree but for underscores or case, which not every mapper sees through"),
    NOT_ENFORCED(Severity.NOTE, "only a habit of the application, no rule of the database, keeps other values out"),
    NULL_UNKNOWN(Severity.NOTE, "the column may be NULL, and nothing says whether the field may"),
    TYPE_UNKNOWN(Severity.NOTE, "only a converter of the application knows how the two belong together");

    private final Severity severity;
    private final String sentence;

    AlignmentRule(Severity severity, String sentence) {
        this.severity = severity;
        this.sentence = sentence;
    }

    /** Returns the stable name for people and files, such as {@code null-in-primitive}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns how bad it is. */
    public Severity severity() {
        return severity;
    }

    /** Returns the fact and what follows from it. */
    public String sentence() {
        return sentence;
    }
}
