// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import java.util.Locale;

/**
 * When a difference gets which level. A rule is a fact about the two catalogs and what follows from it; {@link
 * ImpactAssessor} establishes the facts. One difference may meet several rules: the worst gives its level.
 */
public enum ImpactRule {
    ISOLATION_LOST(
            Impact.CRITICAL, "row-level security or a policy is missing, so rows are shown to whom they must not be"),
    UNIQUENESS_LOST(
            Impact.CRITICAL,
            "a primary key or unique rule is missing, so duplicates get in that must be cleaned up later"),
    BLOCKS_MANY(Impact.CRITICAL, "three or more other relations, or ten or more objects, cannot exist without it"),
    KEY_COLUMN_MISSING(Impact.CRITICAL, "a key, a unique rule or a policy is made of a column that is missing"),
    TABLE_MISSING(Impact.HIGH, "every statement that names the table fails"),
    COLUMN_MISSING(Impact.HIGH, "every statement that names the column fails"),
    SCHEMA_MISSING(Impact.HIGH, "nothing in the schema can exist"),
    BLOCKS_OTHERS(Impact.HIGH, "other objects of the desired schema cannot exist without it"),
    REFERENCE_LOST(Impact.HIGH, "a foreign key is missing, so rows come to refer to nothing"),
    CHECK_LOST(Impact.HIGH, "a check, exclusion or NOT NULL is missing, so invalid values get in"),
    VALUE_MISSING(Impact.HIGH, "a NOT NULL column lacks its default, so inserts that rely on it fail"),
    TRIGGER_MISSING(Impact.HIGH, "a trigger is missing, so what it keeps up is not kept up"),
    PARTITION_MISSING(Impact.HIGH, "a partition is missing, so its rows fail or land in the default partition"),
    COLUMN_REQUIRED(Impact.HIGH, "an undeclared NOT NULL column has no default, so inserts that do not know it fail"),
    OPEN_TO_MORE(Impact.HIGH, "an undeclared permissive policy shows rows to more people than declared"),
    TYPE_DIFFERS(Impact.HIGH, "a column has another type or origin of its values than the application expects"),
    PERHAPS_RENAMED(
            Impact.HIGH, "it may be something missing under its old name, and dropping it loses what a rename keeps"),
    NAME_DIFFERS(Impact.HIGH, "the object still has its old name, so statements with the new one fail"),
    LOGIC_IN_USE_DIFFERS(Impact.HIGH, "a routine or trigger that the tables rely on does something else than declared"),
    LABEL_MISSING(Impact.HIGH, "an enum type lacks values that the application writes"),
    INDEX_INVALID(Impact.HIGH, "an index is invalid: it costs writes and serves no query"),
    OWNER_DIFFERS(
            Impact.HIGH,
            "an object belongs to another role than declared, so it may be changed, and works, with other rights"),
    TABLE_KIND_DIFFERS(Impact.HIGH, "the table is stored or partitioned otherwise than declared"),
    ROUTINE_MISSING(Impact.MEDIUM, "calls of the routine fail"),
    VIEW_MISSING(Impact.MEDIUM, "queries of the view fail"),
    INDEX_MISSING(Impact.MEDIUM, "queries that the index serves read the whole table"),
    RIGHT_MISSING(Impact.MEDIUM, "a role may not do what it is declared to do"),
    RIGHT_EXTRA(Impact.MEDIUM, "a role may do what it is not declared to do"),
    REJECTS_MORE(Impact.MEDIUM, "an undeclared rule rejects rows that the declared schema accepts"),
    DOES_MORE(Impact.MEDIUM, "undeclared logic runs when rows are written"),
    BEHAVES_OTHERWISE(Impact.MEDIUM, "the object is there but not in the declared form"),
    HOLDS_ROWS(Impact.MEDIUM, "an undeclared relation holds rows, which dropping it would lose"),
    NOT_VALIDATED(Impact.MEDIUM, "a constraint was never checked against the rows that were there before it"),
    SMALL_TABLE(Impact.LOW, "an index is missing on a table too small to need one"),
    DEFAULT_DIFFERS(Impact.LOW, "rows that leave the column out get another value"),
    LIKELY_RENAMED(Impact.LOW, "it differs from something missing in nothing but the name, which a hint can declare"),
    UNDECLARED(Impact.LOW, "the object is there but nobody declared it"),
    SETTING_DIFFERS(Impact.LOW, "a setting differs that changes no result"),
    COMES_ALONG(Impact.LOW, "it is part of something missing or extra, and comes or goes with that"),
    NOTHING_NEEDS_IT(Impact.LOW, "the object is missing and nothing declared needs it"),
    DOCUMENTATION(Impact.INFO, "a comment or statistic differs");

    private final Impact impact;
    private final String sentence;

    ImpactRule(Impact impact, String sentence) {
        this.impact = impact;
        this.sentence = sentence;
    }

    /** Returns the stable name for people and files, such as {@code isolation-lost}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the level that it gives. */
    public Impact impact() {
        return impact;
    }

    /** Returns the fact and what follows from it. */
    public String sentence() {
        return sentence;
    }
}
