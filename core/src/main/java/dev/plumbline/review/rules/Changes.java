// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Subject;
import dev.plumbline.script.ScriptStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What statements change of what was there before the migration. */
final class Changes {
    private Changes() {}

    /** An object from before the migration in another form, and the statement that did it. */
    record Altered(TriedStatement tried, Change.Altered change) {
        ScriptStatement statement() {
            return tried.statement();
        }
    }

    /**
     * Returns what has another form after a statement; of a SQLite table that was dropped and stands there again, what
     * has another form in the end.
     */
    static Stream<Altered> altered(Subject subject) {
        return subject.run().stream()
                .flatMap(statement -> Stream.concat(byStatement(subject, statement), byRebuild(subject, statement)));
    }

    private static Stream<Altered> byStatement(Subject subject, TriedStatement statement) {
        return statement.changes(Change.Altered.class).stream()
                .filter(change -> subject.stood(statement, change.key()))
                .map(change -> new Altered(statement, change));
    }

    private static Stream<Altered> byRebuild(Subject subject, TriedStatement statement) {
        if (subject.up().failure().isPresent()) {
            return Stream.empty();
        }
        return statement.gone().stream()
                .filter(key -> key.kind() == ObjectKind.TABLE)
                .map(key -> firstName(subject, statement, key))
                .filter(key -> subject.after().contains(key))
                .flatMap(key -> subject.before().descendants(key).stream())
                .flatMap(key -> pair(subject.before(), subject.after(), key).stream())
                .map(change -> new Altered(statement, change));
    }

    private static Optional<Change.Altered> pair(Catalog before, Catalog after, ObjectKey key) {
        Optional<SchemaObject> was = before.find(key);
        Optional<SchemaObject> is = after.find(key);
        return was.isEmpty() || is.isEmpty() || was.get().equals(is.get())
                ? Optional.empty()
                : Optional.of(new Change.Altered(was.get(), is.get(), GapFinder.differences(was.get(), is.get())));
    }

    /** Returns the name that a table or column had before the migration, by its name before a statement. */
    static ObjectKey firstName(Subject subject, TriedStatement at, ObjectKey key) {
        ObjectKey name = key;
        for (TriedStatement statement : subject.run().reversed()) {
            if (statement.statement().number() < at.statement().number()) {
                for (Map.Entry<ObjectKey, ObjectKey> renamed :
                        statement.renamed().entrySet()) {
                    if (renamed.getValue().equals(name)) {
                        name = renamed.getKey();
                        break;
                    }
                }
            }
        }
        return name;
    }

    /** Returns the first statement that changes an object. */
    static Optional<ScriptStatement> first(Subject subject, ObjectKey key) {
        return subject.run().stream()
                .filter(statement -> statement.changes().stream()
                        .anyMatch(change -> change.key().equals(key)))
                .map(TriedStatement::statement)
                .findFirst();
    }

    /** Hands over the objects of a type that statements make, each with the statement. */
    static <T extends SchemaObject> void made(Subject subject, Class<T> type, BiConsumer<TriedStatement, T> to) {
        for (TriedStatement statement : subject.run()) {
            for (Change.Missing change : statement.changes(Change.Missing.class)) {
                if (type.isInstance(change.desired())) {
                    to.accept(statement, type.cast(change.desired()));
                }
            }
        }
    }

    /** Hands over the columns that statements make and that are there in the end; those of partitions are their parent's. */
    static void newColumns(Subject subject, BiConsumer<ScriptStatement, Column> to) {
        made(subject, Column.class, (statement, column) -> {
            if (!column.inherited()
                    && !statement.renamed().containsValue(column.key())
                    && subject.after().contains(column.key())) {
                to.accept(statement.statement(), column);
            }
        });
    }

    /** Returns whether a column takes its values from a sequence that belongs to it, by its default. */
    static boolean isSerial(Subject subject, Column column) {
        List<ObjectKey> children = subject.after().children(column.key());
        return children.stream()
                .map(subject.after()::object)
                .anyMatch(child -> child instanceof ColumnDefault given
                        && given.expression().startsWith("nextval("));
    }
}
