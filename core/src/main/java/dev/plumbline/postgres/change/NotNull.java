// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.plan.Hazard;
import dev.plumbline.postgres.sql.AutomaticNames;
import dev.plumbline.postgres.sql.Sql;
import java.util.List;

/**
 * NOT NULL of columns. Since PostgreSQL 18 it is a constraint with a name, which may be NO INHERIT and NOT VALID
 * (PostgreSQL documentation, ALTER TABLE, "ADD table_constraint").
 */
public final class NotNull {
    private static final String NOT_VALID = "NOT VALID";
    private static final String NO_INHERIT = "NO INHERIT";

    /** The version from which on it has a name. */
    private static final int NAMED = 18;

    private NotNull() {}

    /** Returns what stands in the column's definition; nothing for one that is not valid, which CREATE TABLE cannot say. */
    static String inDefinition(Column column) {
        return !column.notNull() || isNotValid(column) ? "" : named(column) + " NOT NULL" + words(column);
    }

    private static String named(Column column) {
        return column.notNullName().map(name -> " CONSTRAINT " + Sql.name(name)).orElse("");
    }

    private static String words(Column column) {
        StringBuilder words = new StringBuilder();
        column.notNullOptions().forEach(word -> words.append(' ').append(word));
        return words.toString();
    }

    /** Returns the words behind one that was never held against the rows. */
    static List<String> notValid() {
        return List.of(NOT_VALID);
    }

    /** Returns whether rows from before may hold null all the same; only since version 18. */
    public static boolean isNotValid(Column column) {
        return column.notNullOptions().contains(NOT_VALID);
    }

    /** Returns whether no row lacks a value: a primary key needs that. */
    public static boolean isCertain(Column column) {
        return column.notNull() && !isNotValid(column);
    }

    /** Returns what a definition has no words for; nothing for one that comes from a parent, which {@code UnprovenHeirs} brings. */
    static List<String> afterwards(Column column) {
        return column.notNull() && isNotValid(column) && column.impliedNotNull().isEmpty()
                ? List.of(add(column))
                : List.of();
    }

    /** Returns what adds it under the name and with the words that it has. */
    public static String add(Column column) {
        return alterTable(column.key()) + " ADD" + named(column) + " NOT NULL "
                + Sql.name(column.key().name()) + words(column);
    }

    private static String alterTable(ObjectKey column) {
        return "ALTER TABLE " + Sql.of(column);
    }

    /** Adds what takes a column from one form of NOT NULL to another. */
    static void alter(Column from, Column to, Alteration alteration) {
        if (from.notNull() && !to.notNull()) {
            alteration.add(drop(to));
        } else if (!from.notNull() && to.notNull()) {
            create(to, alteration);
        } else if (to.notNull()) {
            change(from, to, alteration);
        }
    }

    /** Returns what takes it away, from those that inherit it too; there need be none. */
    public static String drop(Column column) {
        return ColumnStatements.alter(column.key()) + " DROP NOT NULL";
    }

    private static void create(Column to, Alteration alteration) {
        alteration.add(give(to));
        if (!isNotValid(to)) {
            alteration.hazard(Hazard.DATA_DEPENDENT).takesLong();
        }
    }

    /** Returns what gives it to a column that is there, in one statement. */
    public static String give(Column to) {
        if (to.impliedNotNull().isPresent()) {
            // It will be one with the parent's, and then keeps the name that it has.
            return alterTable(to.key()) + " ADD " + asConstraint(to) + (isNotValid(to) ? " " + NOT_VALID : "");
        }
        boolean plain = to.notNullName().isEmpty() && to.notNullOptions().isEmpty();
        return plain ? ColumnStatements.alter(to.key()) + " SET NOT NULL" : add(to);
    }

    /** Returns what gives it for new rows alone; only where it has a name. */
    public static String giveUnchecked(Column to) {
        return alterTable(to.key()) + " ADD " + asConstraint(to) + (isNotInherited(to) ? " " + NO_INHERIT : "") + " "
                + NOT_VALID;
    }

    /** Returns what holds it against the rows that are there. */
    public static String validate(Column to) {
        return alterTable(to.key()) + " VALIDATE CONSTRAINT " + name(to);
    }

    /** Returns whether a server of a major version gives NOT NULL a name: since 18 it is a constraint. */
    public static boolean isNamed(int version) {
        return version >= NAMED;
    }

    private static void change(Column from, Column to, Alteration alteration) {
        if (!isNotValid(from) && isNotValid(to)) {
            // One that a parent has too is the parent's to take back.
            if (to.impliedNotNull().isEmpty()) {
                alteration.add(drop(to)).add(add(to));
            }
            return;
        }
        boolean implied =
                from.impliedNotNull().isPresent() || to.impliedNotNull().isPresent();
        if (!implied && !from.notNullName().equals(to.notNullName())) {
            alteration.add(alterTable(to.key()) + " RENAME CONSTRAINT " + name(from) + " TO " + name(to));
        }
        if (isNotValid(from) && !isNotValid(to)) {
            alteration.add(validate(to)).hazard(Hazard.DATA_DEPENDENT).takesLong();
        }
        boolean stays = isNotInherited(to);
        if (isNotInherited(from) != stays) {
            alteration.add(
                    alterTable(to.key()) + " ALTER CONSTRAINT " + name(to) + (stays ? " NO INHERIT" : " INHERIT"));
        }
    }

    /** Returns the words behind a table's name, with the NOT NULL of a column taken away before them and given again behind. */
    static String apart(Column column, String words) {
        return " ALTER COLUMN " + Sql.name(column.key().name()) + " DROP NOT NULL," + words + ", ADD "
                + asConstraint(column);
    }

    /** Returns what gives it the name that it is to have under another parent, or under none. */
    static List<String> renamed(Column from, Column to, int version) {
        boolean named = isNamed(version) && from.notNull() && to.notNull();
        return named && !name(from).equals(name(to))
                ? List.of(alterTable(to.key()) + " RENAME CONSTRAINT " + name(from) + " TO " + name(to))
                : List.of();
    }

    /** Returns whether a column has under another name what it would take from a parent under the parent's. */
    public static boolean isRenamed(Column taken, Column own, int version) {
        return isNamed(version)
                && taken.notNull()
                && own.notNull()
                && own.impliedNotNull().isPresent()
                && !own.impliedNotNull().equals(taken.impliedNotNull());
    }

    /** Returns it as a constraint of the table, for a column that stands in no definition of the table itself. */
    public static String asConstraint(Column column) {
        return "CONSTRAINT " + name(column) + " NOT NULL "
                + Sql.name(column.key().name());
    }

    /** Returns whether it does not hold for tables that inherit the column. */
    public static boolean isNotInherited(Column column) {
        return column.notNullOptions().contains(NO_INHERIT);
    }

    /** Returns its name, the server's own choice included. */
    public static String plainName(Column column) {
        return column.impliedNotNull()
                .or(column::notNullName)
                .orElseGet(() -> AutomaticNames.notNull(
                        column.table().name(), column.key().name()));
    }

    private static String name(Column column) {
        return Sql.name(plainName(column));
    }
}
