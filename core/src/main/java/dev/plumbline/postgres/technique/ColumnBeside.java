// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.NotNull;
import dev.plumbline.postgres.change.Nulls;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column that stands beside the others under a name of its own while it is filled, and takes its name at the end: until then
 * nobody sees values that are not there yet, and a run that is stopped leaves nothing that could pass for what is wanted.
 *
 * @param to the column that it is to become
 * @param named whether NOT NULL has a name, and may be NOT VALID
 * @param catalog the catalog that has it
 * @param replaces whether a column of that name is there, so that NOT NULL needs another name too until the end
 */
record ColumnBeside(Column to, Catalog catalog, boolean named, boolean replaces) {
    ColumnBeside(Column to, Scene scene) {
        this(
                to,
                scene.desired(),
                NotNull.isNamed(scene.desired().product().majorVersion()),
                scene.actual().contains(to.key()));
    }

    String name() {
        return Scaffold.beside(to.key().name());
    }

    ObjectKey key() {
        return to.table().child(ObjectKind.COLUMN, name());
    }

    /** Returns a condition, true where it is null. */
    String isNull() {
        return Nulls.isNull(Sql.name(name()), to, catalog);
    }

    private String isNotNull() {
        return Nulls.isNotNull(Sql.name(name()), to, catalog);
    }

    private String alterTable() {
        return "ALTER TABLE " + Sql.of(to.table());
    }

    /** Returns a place in the order under a key that no object has. */
    ObjectKey place(String what) {
        return to.key().child(ObjectKind.COLUMN, what);
    }

    /** Returns the column as it stands there: without values of its own, and without NOT NULL. */
    Column column() {
        return new Column(
                key(),
                to.position(),
                to.table(),
                to.type(),
                to.collation(),
                false,
                Optional.empty(),
                new ColumnValue.Given(),
                false,
                to.storage(),
                to.compression(),
                to.statisticsTarget(),
                to.options());
    }

    /** Returns what adds it, which does nothing where a run that was stopped has added it. */
    List<String> add() {
        List<String> statements = new ArrayList<>(ColumnStatements.add(column(), Optional.empty()));
        String add = alterTable() + " ADD COLUMN ";
        statements.set(0, add + "IF NOT EXISTS " + statements.getFirst().substring(add.length()));
        return statements;
    }

    /** Returns it with the NOT NULL that it is to have, under its later name where that is free. */
    private Column notNull() {
        String name = NotNull.plainName(to);
        return column().withNotNull(true, Optional.of(replaces ? Scaffold.beside(name) : name), to.notNullOptions());
    }

    /** Returns the name of the check that stands for NOT NULL where that has no name. */
    private String check() {
        return Sql.name(Scaffold.notNull(column()).name());
    }

    /**
     * Returns what gives it NOT NULL without anybody waiting, once it is filled; nothing where it is to have none.
     *
     * @param after the place that these actions follow
     * @param done the place that they achieve
     */
    List<Action> proveNotNull(ObjectKey after, ObjectKey done) {
        if (!to.notNull()) {
            return List.of();
        }
        ObjectKey unproven = place("unproven");
        String give = named
                ? NotNull.giveUnchecked(notNull())
                : alterTable() + " ADD CONSTRAINT " + check() + " CHECK (" + isNotNull() + ") NOT VALID";
        String validate = named ? NotNull.validate(notNull()) : alterTable() + " VALIDATE CONSTRAINT " + check();
        return List.of(
                Action.of(Verb.ALTER, to.key())
                        .because("new rows have a value in " + to.key() + " from now on")
                        .sql(give)
                        .achieves(unproven)
                        .follows(Set.of(after))
                        .build(),
                validated(validate, unproven, done));
    }

    /**
     * Returns what holds a constraint against new rows, and then against those that were there, without anybody waiting.
     *
     * @param after the place that these actions follow
     * @param done the place that they achieve
     */
    List<Action> hold(String why, String name, String definition, ObjectKey after, ObjectKey done) {
        ObjectKey held = place("constraint " + name);
        return List.of(
                Action.of(Verb.ALTER, to.key())
                        .because(why)
                        .sql(alterTable() + " ADD CONSTRAINT " + Sql.name(name) + " " + definition + " NOT VALID")
                        .achieves(held)
                        .follows(Set.of(after))
                        .build(),
                validated(alterTable() + " VALIDATE CONSTRAINT " + Sql.name(name), held, done));
    }

    private Action validated(String validate, ObjectKey after, ObjectKey done) {
        return Action.of(Verb.ALTER, to.key())
                .because("the rows that were there before are checked without blocking anyone")
                .sql(validate)
                .achieves(done)
                .follows(Set.of(after))
                .hazard(Hazard.DATA_DEPENDENT)
                .inOwnTransaction()
                .takesLong()
                .build();
    }

    /** Returns what makes NOT NULL of what was proven, without reading the table. */
    List<String> settleNotNull() {
        return to.notNull() && !named
                ? List.of(ColumnStatements.alter(key()) + " SET NOT NULL", alterTable() + " DROP CONSTRAINT " + check())
                : List.of();
    }

    /** Returns what gives it its name. */
    String rename() {
        return alterTable() + " RENAME COLUMN " + Sql.name(name()) + " TO "
                + Sql.name(to.key().name());
    }

    /** Returns what gives NOT NULL its name, where it has one and could not have it before. */
    List<String> renameNotNull() {
        return to.notNull() && named && replaces
                ? List.of(alterTable() + " RENAME CONSTRAINT " + Sql.name(Scaffold.beside(NotNull.plainName(to)))
                        + " TO " + Sql.name(NotNull.plainName(to)))
                : List.of();
    }
}
