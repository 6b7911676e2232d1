// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.ConstraintStatements;
import dev.plumbline.postgres.change.CreationPrivileges;
import dev.plumbline.postgres.change.KeyIndex;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.change.Statements;
import dev.plumbline.postgres.change.TableStatements;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.StableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The short transaction in which a second column, on which everything is ready, takes the place of the first. */
final class ColumnSwap {
    private final TypeChange change;
    private final ColumnParts parts;
    private final ColumnBeside beside;
    private final SyncTrigger trigger;
    private final String alterTable;
    private final List<String> sql = new ArrayList<>();

    ColumnSwap(TypeChange change, ColumnParts parts, ColumnBeside beside, SyncTrigger trigger) {
        this.change = change;
        this.parts = parts;
        this.beside = beside;
        this.trigger = trigger;
        this.alterTable = "ALTER TABLE " + Sql.of(change.table());
    }

    /** Returns the statements; none of them reads the table. */
    List<String> statements() {
        List<String> all = new ArrayList<>(List.of(TableStatements.lock(change.table())));
        all.addAll(underLock());
        return all;
    }

    /** Returns the statements behind that. */
    List<String> underLock() {
        sql.addAll(trigger.drop());
        sql.addAll(beside.settleNotNull());
        change.toDefault()
                .ifPresent(value -> sql.add(
                        ColumnStatements.alter(beside.key()) + " SET DEFAULT " + StableText.of(value.expression())));
        sequences();
        parts.incoming().forEach(foreign -> sql.add(ConstraintStatements.drop(foreign, false)));
        sql.add(ColumnStatements.drop(change.key(), false));
        sql.add(beside.rename());
        sql.addAll(beside.renameNotNull());
        identityNamed();
        parts.indexes().forEach(this::index);
        parts.keys()
                .forEach(key ->
                        sql.add(new KeyIndex(key).add(Scaffold.beside(key.key().name()))));
        parts.checks()
                .forEach(check -> sql.add(alterTable + " RENAME CONSTRAINT "
                        + Sql.name(Scaffold.beside(check.key().name())) + " TO "
                        + Sql.name(check.key().name())));
        Statements statements = new Statements(change.scene().gap());
        parts.remarks().forEach(remark -> sql.addAll(statements.create(remark)));
        parts.incoming().forEach(foreign -> sql.add(again(foreign)));
        return sql;
    }

    private static String again(Constraint foreign) {
        return ConstraintStatements.add(foreign).getFirst() + " NOT VALID";
    }

    private void index(Index index) {
        ObjectKey key = index.key();
        sql.add("ALTER INDEX " + Sql.name(key.schema()) + "." + Sql.name(Scaffold.beside(key.name())) + " RENAME TO "
                + Sql.name(key.name()));
        sql.addAll(ConstraintStatements.statistics(index));
    }

    /** What counts for the first column counts on for the second. */
    private void sequences() {
        parts.sequences()
                .forEach(sequence -> sql.add("ALTER SEQUENCE " + Sql.of(sequence.key()) + " OWNED BY "
                        + Sql.of(change.table()) + "." + Sql.name(beside.name())));
        if (change.to().value() instanceof ColumnValue.Identity to
                && change.from().value() instanceof ColumnValue.Identity from) {
            ColumnValue.Identity counting = new ColumnValue.Identity(
                    to.always(), to.sequence(), Optional.of(Scaffold.sequence(change.to())), to.unlogged());
            sql.add(ColumnStatements.alter(beside.key()) + " ADD " + ColumnStatements.identity(counting, change.key()));
            sql.addAll(ColumnStatements.persistence(counting, change.key()));
            sql.add("SELECT pg_catalog.setval("
                    + Sql.literal(ColumnStatements.sequence(counting, change.key())) + ", last_value, is_called) FROM "
                    + ColumnStatements.sequence(from, change.key()));
        }
    }

    private void identityNamed() {
        if (change.to().value() instanceof ColumnValue.Identity to) {
            sql.add("ALTER SEQUENCE " + Sql.name(change.key().schema()) + "."
                    + Sql.name(Scaffold.sequence(change.to())) + " RENAME TO "
                    + Sql.name(ColumnStatements.sequenceName(to, change.key())));
            sql.addAll(new CreationPrivileges(
                            change.scene().actual(), change.scene().desired())
                    .resetSequence(change.to()));
        }
    }
}
