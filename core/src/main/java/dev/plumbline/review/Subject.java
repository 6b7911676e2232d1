// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.SourcePosition;
import dev.plumbline.gap.Change;
import dev.plumbline.migrate.trial.TriedMigration;
import dev.plumbline.migrate.trial.TriedScript;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.RelationLock;
import dev.plumbline.script.SqlDialect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A migration as the rules see it. */
public record Subject(TriedMigration migration, Circumstances circumstances) {

    /** Returns the way up. */
    public TriedScript up() {
        return migration.up();
    }

    /** Returns the statements of the way up that were run, in order. */
    public List<TriedStatement> run() {
        return up().statements().stream().filter(TriedStatement::wasRun).toList();
    }

    /** Returns the catalog before the migration. */
    public Catalog before() {
        return up().before();
    }

    /** Returns the catalog after it. */
    public Catalog after() {
        return up().after();
    }

    /** Returns whether it is SQL for PostgreSQL. */
    public boolean postgres() {
        return circumstances.engine() == SqlDialect.POSTGRES;
    }

    /** Returns whether Plumbline runs it, as far as is known: a file of no folder is run by something else. */
    public boolean byPlumbline() {
        return migration.ofFolder() && circumstances.runner() == Runner.PLUMBLINE;
    }

    /** Returns where the file begins. */
    public SourcePosition beginning() {
        return beginning(up());
    }

    /** Returns where the file of a script begins. */
    public static SourcePosition beginning(TriedScript of) {
        return of.script() instanceof MigrationScript.Sql sql
                ? sql.script().position(0)
                : new SourcePosition(of.script().toString(), 1, 1, "");
    }

    /** Returns whether a column of PostgreSQL has a default after the migration. */
    public boolean hasDefault(ObjectKey column) {
        return after().contains(column)
                && after().children(column).stream().anyMatch(child -> child.kind() == ObjectKind.DEFAULT);
    }

    /**
     * Returns whether a table, or what hangs on one, was there before the migration, under whatever name: nobody waits
     * for what the migration, or this statement, has made.
     */
    public boolean stood(TriedStatement at, ObjectKey key) {
        return isStanding(at, key) && (key.path().size() < 3 || isStanding(at, table(key)));
    }

    private static boolean isStanding(TriedStatement at, ObjectKey key) {
        boolean renamed = at.renamed().containsValue(key);
        return !at.made().contains(key)
                && (renamed
                        || key.kind() != ObjectKind.TABLE
                        || at.changes(Change.Missing.class).stream()
                                .noneMatch(change -> change.key().equals(key)));
    }

    /** Returns the strongest lock that a statement was seen to have on a relation. */
    public static Optional<LockMode> lock(TriedStatement statement, String relation) {
        return statement.cost().stream()
                .flatMap(cost -> cost.locks().stream())
                .filter(lock -> lock.relation().equals(relation))
                .map(RelationLock::mode)
                .max(LockMode::compareTo);
    }

    /** Returns a relation for people, with about how many rows it holds where that is known. */
    public String sized(String relation) {
        for (Map.Entry<ObjectKey, Long> entry : circumstances.rows().entrySet()) {
            if (entry.getKey().qualifiedName().equals(relation) && entry.getValue() > 0) {
                return relation + " (about " + String.format(Locale.ROOT, "%,d", entry.getValue()) + " rows)";
            }
        }
        return relation;
    }

    /** Returns whether a relation was a table before the migration, as the cost of a statement names it. */
    public boolean isTable(String relation) {
        int dot = relation.indexOf('.');
        return dot > 0
                && before().contains(ObjectKey.of(
                        ObjectKind.TABLE, relation.substring(0, dot), relation.substring(dot + 1)));
    }

    /** Returns the table of a name as a statement has it; empty where there is none, or more than one could be meant. */
    public Optional<ObjectKey> table(List<String> name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        List<ObjectKey> found = before().keys().stream()
                .filter(key -> key.kind() == ObjectKind.TABLE && key.name().equals(name.getLast()))
                .filter(key -> name.size() < 2 || key.schema().equals(name.get(name.size() - 2)))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Returns the table of a column, constraint or trigger. */
    public static ObjectKey table(ObjectKey child) {
        return new ObjectKey(ObjectKind.TABLE, child.path().subList(0, 2));
    }
}
