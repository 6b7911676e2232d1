// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.technique.BatchTable;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done to give a column its twin, and to take it away: the twin is added, and two triggers or one keep it the same
 * from the first moment; the rows that are there are filled in batches; indexes are built beside those of the first column; a
 * check that is validated proves that no row differs. No other constraint is needed: what holds for one holds for both.
 *
 * @param begun the catalog as it is
 * @param function what makes the function of the triggers
 * @param column what adds the twin with its triggers, in the transaction of the function
 * @param triggers those that keep the twin the same
 * @param indexes those of the twin
 */
record TwinWork(
        ColumnTwin twin,
        Catalog begun,
        List<String> function,
        List<String> column,
        BatchTable batches,
        List<ObjectKey> triggers,
        List<Built> indexes) {
    /** An index, and what builds it without blocking writes. */
    record Built(ObjectKey key, String sql) {}

    /** When a part comes, where several columns get their twins together: an index may be over two of them. */
    enum Stage {
        ADDED,
        FILLED,
        PROVEN
    }

    /**
     * A part of the work.
     *
     * @param stage when it comes
     * @param there whether the catalog has it
     * @param make what makes it
     * @param unmake what takes it away by itself; nothing where that follows from the others
     */
    record Piece(Stage stage, boolean there, Action make, List<Action> unmake) {}

    private boolean isBegun() {
        return begun.contains(twin.first());
    }

    private String table() {
        return Sql.of(twin.table());
    }

    private String first() {
        return Sql.name(twin.from().name());
    }

    private String second() {
        return Sql.name(twin.to().name());
    }

    private String same() {
        return "pg_catalog.record_image_eq(ROW(" + first() + "), ROW(" + second() + "))";
    }

    private String addCheck() {
        return "ALTER TABLE " + table() + " ADD CONSTRAINT "
                + Sql.name(twin.check().name()) + " CHECK (" + same() + ") NOT VALID";
    }

    private String dropCheck() {
        return "ALTER TABLE " + table() + " DROP CONSTRAINT "
                + Sql.name(twin.check().name());
    }

    /** Returns all of it in order. */
    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>(List.of(triggered(), added(), rows()));
        indexes.forEach(index -> pieces.add(index(index)));
        pieces.addAll(List.of(check(), proof()));
        return pieces;
    }

    private Piece triggered() {
        Action make = Action.of(Verb.CREATE, twin.functionKey())
                .because("whichever of " + twin.from() + " and " + twin.to()
                        + " is written, the other one gets its value")
                .sql(function)
                .build();
        return new Piece(Stage.ADDED, isBegun(), make, List.of());
    }

    private Piece added() {
        Action make = Action.of(Verb.CREATE, twin.to())
                .because(twin.from() + " goes by " + twin.to().name() + " too; a trigger keeps both the same")
                .sql(column)
                .build();
        return new Piece(Stage.ADDED, isBegun(), make, List.of());
    }

    private Piece rows() {
        Action.Builder make = Action.of(Verb.CONVERT, twin.to())
                .because("the rows that were there before get their values in " + twin.to());
        if (batches.hasKey()) {
            make.inBatches(batches.batch(twin.to().name(), first(), "NOT " + same()));
        } else {
            // Its key has gone since; only a way back comes here.
            make.sql("UPDATE " + table() + " SET " + second() + " = " + first() + " WHERE NOT " + same())
                    .takesLong();
        }
        return new Piece(Stage.FILLED, begun.contains(twin.check()), make.build(), List.of());
    }

    private Piece index(Built index) {
        boolean there =
                begun.find(index.key(), Index.class).filter(Index::valid).isPresent();
        Action make = Action.of(Verb.CREATE, index.key())
                .because("queries that name " + twin.to() + " find an index, and ON CONFLICT a unique one")
                .concurrently()
                .sql(index.sql())
                .build();
        Action unmake = Action.of(Verb.DROP, index.key())
                .concurrently()
                .sql("DROP INDEX CONCURRENTLY " + Sql.of(index.key()))
                .build();
        return new Piece(Stage.PROVEN, there, make, List.of(unmake));
    }

    private Piece check() {
        Action make = Action.of(Verb.ALTER, twin.to())
                .because("no row is written in which the two names have two values")
                .sql(addCheck())
                .build();
        Action unmake = Action.of(Verb.ALTER, twin.to()).sql(dropCheck()).build();
        return new Piece(Stage.PROVEN, begun.contains(twin.check()), make, List.of(unmake));
    }

    private Piece proof() {
        boolean there = begun.find(twin.check(), Constraint.class)
                .filter(Constraint::validated)
                .isPresent();
        Action make = Action.of(Verb.ALTER, twin.to())
                .because(
                        "the rows that were there before are checked without blocking anyone, and counted for the planner")
                .sql(
                        "ALTER TABLE " + table() + " VALIDATE CONSTRAINT "
                                + Sql.name(twin.check().name()),
                        "ANALYZE " + table() + " (" + second() + ")")
                .inOwnTransaction()
                .takesLong()
                .build();
        List<Action> unmake = begun.contains(twin.check())
                ? List.of(Action.of(Verb.ALTER, twin.to())
                        .sql(dropCheck(), addCheck())
                        .build())
                : List.of();
        return new Piece(Stage.PROVEN, there, make, unmake);
    }

    /** Returns what leads back from all of it to the catalog as it is. */
    List<Action> undoing() {
        List<Action> undoing = new ArrayList<>();
        if (!isBegun()) {
            undoing.add(taking(true));
            return undoing;
        }
        pieces().reversed().stream()
                .filter(piece -> !piece.there())
                .map(Piece::unmake)
                .forEach(undoing::addAll);
        return undoing;
    }

    /**
     * Returns what takes the twin away in one transaction. No value is lost: the first column has every one of them.
     *
     * @param checked whether there is the check
     */
    Action taking(boolean checked) {
        Action.Builder taking = Action.of(Verb.DROP, twin.to())
                .because(twin.from() + " goes by " + twin.to().name() + " no more; it has every value");
        triggers.forEach(trigger -> taking.sql("DROP TRIGGER " + Sql.name(trigger.name()) + " ON " + table()));
        if (checked) {
            taking.sql(dropCheck());
        }
        return taking.sql(
                        "ALTER TABLE " + table() + " DROP COLUMN " + second(),
                        "DROP FUNCTION " + Sql.name(twin.to().schema()) + "." + Sql.name(twin.function()) + "()")
                .build();
    }
}
