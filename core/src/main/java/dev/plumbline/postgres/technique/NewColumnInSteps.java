// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.NotNull;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.change.Statements;
import dev.plumbline.postgres.change.TableStatements;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.StableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A column whose value is another for every row, by a volatile default or as an identity, has the server write the table anew
 * when it is added (PostgreSQL documentation, ALTER TABLE, "Notes"). On a table in use it is added without a value; its
 * default is set for what is inserted from then on; the rows that are there are filled in batches; then it is what it is to
 * be. A stored generated column is none of these: the server cannot make one of a column that is there.
 */
record NewColumnInSteps() implements Technique {
    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        if (action.verb() != Verb.CREATE || action.object().kind() != ObjectKind.COLUMN) {
            return Optional.empty();
        }
        return scene.desired()
                .find(action.object(), Column.class)
                .filter(column -> column.table().kind() == ObjectKind.TABLE && scene.isInUse(column.table()))
                .filter(column -> !column.inherited() && !NotNull.isNotValid(column))
                .filter(column -> !scene.actual().contains(column.key()))
                .flatMap(column -> value(column, action, scene).map(value -> inSteps(action, column, value, scene)));
    }

    /** Returns the default that the column has for the time being; absent where adding it copies no table. */
    private static Optional<String> value(Column column, Action action, Scene scene) {
        return switch (column.value()) {
            case ColumnValue.Generated generated -> Optional.empty();
            case ColumnValue.Identity identity ->
                Optional.of("pg_catalog.nextval(" + Sql.literal(counter(column)) + "::pg_catalog.regclass)");
            case ColumnValue.Given given ->
                scene.desired()
                        .find(new ObjectKey(ObjectKind.DEFAULT, column.key().path()), ColumnDefault.class)
                        .filter(value -> action.achieves().contains(value.key()))
                        .map(ColumnDefault::expression)
                        .filter(value -> VolatileDefault.is(value, scene.desired()));
        };
    }

    private static String counter(Column column) {
        return Sql.name(column.key().schema()) + "." + Sql.name(Scaffold.sequence(column));
    }

    private static List<Action> inSteps(Action action, Column column, String value, Scene scene) {
        BatchTable table = new BatchTable(column.table(), column.key(), scene);
        Optional<String> obstacle = table.obstacle().or(() -> domain(column, scene));
        if (obstacle.isPresent()) {
            return List.of(action.because(action.reason() + "; in one go, because " + obstacle.get()));
        }
        ColumnBeside beside = new ColumnBeside(column, scene);
        ObjectKey added = beside.place("added");
        ObjectKey filled = beside.place("filled");
        ObjectKey proven = beside.place("proof");
        List<Action> actions = new ArrayList<>();
        actions.add(Action.of(Verb.CREATE, column.key())
                .because(action.reason() + "; it is added under another name until every row has a value")
                .sql(first(action, column, scene))
                .sql(beside.add())
                .sql(ColumnStatements.alter(beside.key()) + " SET DEFAULT " + StableText.of(value))
                .achieves(added)
                .awaits(action.awaits())
                .follows(action.follows())
                .follows(scene.desired().dependencies(column.key()))
                .follows(needed(action, scene))
                .build());
        actions.add(Action.of(Verb.CONVERT, column.key())
                .because("the rows that were there before get their values in " + column.key())
                .inBatches(table.batch(beside.name(), "DEFAULT", beside.isNull()))
                .achieves(filled)
                .follows(Set.of(added))
                .build());
        actions.addAll(beside.proveNotNull(filled, proven));
        Action.Builder last = Action.of(Verb.ALTER, column.key())
                .because("every row has a value in " + column.key())
                .sql(beside.settleNotNull())
                .sql(named(action, column, beside))
                .achieves(action.achieves())
                .releases(action.releases())
                .follows(Set.of(filled, proven));
        action.loses().ifPresent(last::loses);
        actions.add(last.build());
        return actions;
    }

    /** What the default needs is there before it, with the privileges of those who insert from then on. */
    static List<ObjectKey> needed(Action action, Scene scene) {
        return action.achieves().stream()
                .flatMap(part -> scene.desired().dependencies(part).stream())
                .filter(needed -> !action.achieves().contains(needed))
                .flatMap(needed -> Stream.concat(Stream.of(needed), grants(needed, scene)))
                .toList();
    }

    private static Stream<ObjectKey> grants(ObjectKey key, Scene scene) {
        return key.kind() == ObjectKind.FUNCTION || key.kind() == ObjectKind.SEQUENCE
                ? scene.desired().children(key).stream().filter(child -> child.kind() == ObjectKind.GRANT)
                : Stream.of();
    }

    /** The server writes the table anew for a column of a domain with constraints, whatever its value. */
    static Optional<String> domain(Column column, Scene scene) {
        return scene.desired().dependencies(column.key()).stream()
                .filter(key -> scene.desired().find(key, DomainType.class).isPresent())
                .findFirst()
                .map(domain -> "the server checks " + domain + " on every row at once");
    }

    /** Returns what must be there before the column: the sequence that counts for it, for all who insert. */
    private static List<String> first(Action action, Column column, Scene scene) {
        if (column.value() instanceof ColumnValue.Identity identity) {
            return List.of(
                    "CREATE SEQUENCE IF NOT EXISTS " + counter(column) + " AS "
                            + identity.sequence().dataType()
                            + TableStatements.options(Optional.empty(), identity.sequence()),
                    // An identity asks nobody for a privilege on its sequence.
                    "GRANT USAGE ON SEQUENCE " + counter(column) + " TO PUBLIC");
        }
        // A sequence that the column is to own: the action begins by making it.
        List<String> statements = new ArrayList<>(action.statements().stream()
                .filter(sql -> sql.startsWith("CREATE SEQUENCE ") || sql.startsWith("CREATE UNLOGGED SEQUENCE "))
                .toList());
        statements.addAll(privileges(action));
        action.achieves().stream()
                .filter(key -> key.kind() == ObjectKind.SEQUENCE)
                .flatMap(key -> grants(key, scene))
                .flatMap(key -> scene.desired().find(key, Grant.class).stream())
                .forEach(grant -> statements.addAll(new Statements(scene.gap()).create(grant)));
        return statements;
    }

    /** Returns what takes from the new sequence what default privileges have given, and gives what they have not. */
    private static List<String> privileges(Action action) {
        return action.statements().stream()
                .filter(sql -> sql.startsWith("REVOKE ") || sql.startsWith("GRANT "))
                .toList();
    }

    /** Returns what makes the column what it is to be: under its name, with its identity, as the owner of its sequence. */
    private static List<String> named(Action action, Column column, ColumnBeside beside) {
        List<String> statements = new ArrayList<>();
        if (column.value() instanceof ColumnValue.Identity identity) {
            String alter = ColumnStatements.alter(column.key());
            statements.add(ColumnStatements.alter(beside.key()) + " DROP DEFAULT");
            statements.add(beside.rename());
            statements.add(alter + " ADD " + ColumnStatements.identity(identity, column.key()));
            statements.addAll(ColumnStatements.persistence(identity, column.key()));
            statements.addAll(privileges(action));
            statements.add("SELECT pg_catalog.setval("
                    + Sql.literal(ColumnStatements.sequence(identity, column.key())) + ", last_value, is_called) FROM "
                    + counter(column));
            statements.add("DROP SEQUENCE " + counter(column));
            return statements;
        }
        statements.add(beside.rename());
        action.statements().stream()
                .filter(sql -> sql.startsWith("ALTER SEQUENCE "))
                .forEach(statements::add);
        return statements;
    }
}
