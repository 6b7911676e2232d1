// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Comment;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.catalog.Table;
import dev.plumbline.postgres.change.ConstraintStatements;
import dev.plumbline.postgres.change.KeyIndex;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.SqlTokens;
import dev.plumbline.postgres.sql.StableText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What hangs on a column that a second one is to replace, and whether all of it can be put on that one. */
final class ColumnParts {
    private final TypeChange change;
    private final Scene scene;
    private final Catalog actual;

    ColumnParts(TypeChange change) {
        this.change = change;
        this.scene = change.scene();
        this.actual = scene.actual();
    }

    /** What is not desired goes before, by itself; what is, in its desired form. */
    private <T extends SchemaObject> Stream<T> dependents(Class<T> type) {
        return actual.dependents(change.key()).stream().flatMap(key -> scene.desired().find(key, type).stream());
    }

    /** Returns what has another form on the second column than on the first: it neither goes nor comes by itself. */
    Set<ObjectKey> recreated() {
        Set<ObjectKey> recreated = new TreeSet<>();
        Stream.of(indexes(), keys(), checks())
                .flatMap(List::stream)
                .map(SchemaObject::key)
                .filter(this::isRecreated)
                .forEach(recreated::add);
        return recreated;
    }

    private boolean isRecreated(ObjectKey key) {
        return scene.recreation().dropped().contains(key)
                && scene.recreation().created().contains(key);
    }

    /** Returns the indexes that no constraint owns, sorted by their names. */
    List<Index> indexes() {
        return dependents(Index.class).sorted(Comparator.comparing(Index::key)).toList();
    }

    /** Returns the unique and primary keys of the table that have the column. */
    List<Constraint> keys() {
        return own().filter(constraint ->
                        constraint.type() == ConstraintType.UNIQUE || constraint.type() == ConstraintType.PRIMARY_KEY)
                .toList();
    }

    /** Returns the checks and foreign keys of the table that have the column. */
    List<Constraint> checks() {
        return own().filter(constraint ->
                        constraint.type() == ConstraintType.CHECK || constraint.type() == ConstraintType.FOREIGN_KEY)
                .toList();
    }

    private Stream<Constraint> own() {
        return dependents(Constraint.class)
                .filter(constraint -> !isIncoming(constraint))
                .sorted(Comparator.comparing(Constraint::key));
    }

    /**
     * Returns the foreign keys, of this table or others, that refer to the column, or to others by a key or unique index that has
     * it too: that goes with the column.
     */
    List<Constraint> incoming() {
        Stream<Constraint> byKeys = unique(actual).stream()
                .flatMap(key -> actual.dependents(key).stream())
                .flatMap(key -> scene.desired().find(key, Constraint.class).stream());
        return Stream.concat(dependents(Constraint.class), byKeys)
                .filter(this::isIncoming)
                .distinct()
                .sorted(Comparator.comparing(Constraint::key))
                .toList();
    }

    /** Returns the keys and unique indexes with the column; foreign keys hang on them. */
    private Set<ObjectKey> unique(Catalog catalog) {
        return Stream.concat(
                        keys().stream().map(Constraint::key),
                        indexes().stream().filter(Index::unique).map(Index::key))
                .filter(catalog::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns what is another object after the swap: what is recreated, and keys to which new foreign keys bind only then. */
    Set<ObjectKey> replaced() {
        Set<ObjectKey> replaced = recreated();
        unique(scene.desired()).stream()
                .filter(key -> scene.desired().dependents(key).stream()
                        .anyMatch(foreign -> foreign.kind() == ObjectKind.CONSTRAINT
                                && !scene.actual().contains(foreign)))
                .forEach(replaced::add);
        return replaced;
    }

    /** Returns the foreign keys that hang on what goes with the column, and are not to be there any more. */
    Set<ObjectKey> leaving() {
        return unique(actual).stream()
                .flatMap(key -> actual.dependents(key).stream())
                .filter(key -> actual.find(key, Constraint.class).isPresent()
                        && !scene.desired().contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isIncoming(Constraint constraint) {
        return constraint.type() == ConstraintType.FOREIGN_KEY
                && !(constraint.on().equals(change.table())
                        && constraint.columns().contains(change.key().name()));
    }

    /** Returns the columns that refer to this one. */
    Set<ObjectKey> referring() {
        Set<ObjectKey> referring = new TreeSet<>();
        incoming()
                .forEach(constraint -> constraint
                        .columns()
                        .forEach(name -> referring.add(constraint.on().child(ObjectKind.COLUMN, name))));
        return referring;
    }

    /** Returns the sequences that the column owns, before and after. */
    List<Sequence> sequences() {
        return dependents(Sequence.class).toList();
    }

    /** Returns the comments and grants that go with what is replaced, and come again. */
    List<SchemaObject> remarks() {
        return Stream.concat(
                        Stream.of(change.key()),
                        Stream.concat(indexes().stream(), own()).map(SchemaObject::key))
                .flatMap(key -> actual.children(key).stream())
                .filter(key -> key.kind() == ObjectKind.COMMENT || key.kind() == ObjectKind.GRANT)
                .filter(key -> scene.desired().contains(key)
                        && !scene.recreation().dropped().contains(key))
                .distinct()
                .map(actual::object)
                .filter(object ->
                        !(object instanceof Comment comment) || scene.desired().contains(comment.target()))
                .toList();
    }

    /** Returns what cannot be put on another column, as a clause for people; empty where all can. */
    Optional<String> obstacle() {
        for (ObjectKey key : actual.dependents(change.key())) {
            if (!isHandled(actual.object(key))) {
                return Optional.of(key + " cannot be put on a second column");
            }
        }
        for (Constraint foreign : incoming()) {
            if (!isHandled(foreign)) {
                return Optional.of(foreign.key() + " cannot be put on a second column");
            }
        }
        String identity = actual.find(change.table(), Table.class).orElseThrow().replicaIdentity();
        return identity.startsWith("USING")
                ? Optional.of("the replica identity of " + change.table() + " is an index")
                : Optional.empty();
    }

    private boolean isHandled(SchemaObject object) {
        return switch (object) {
            case Index index ->
                scene.desired()
                        .find(index.key(), Index.class)
                        .map(wanted -> isHandled(index, wanted))
                        .orElse(true);
            case Constraint constraint ->
                scene.desired()
                        .find(constraint.key(), Constraint.class)
                        .map(this::isHandled)
                        .orElse(true);
            case Sequence sequence ->
                sequence.ownedBy().equals(Optional.of(change.key()))
                        && !scene.recreation().dropped().contains(sequence.key())
                        && scene.desired()
                                .find(sequence.key(), Sequence.class)
                                .filter(wanted -> wanted.ownedBy().equals(sequence.ownedBy()))
                                .isPresent();
            default ->
                switch (object.key().kind()) {
                    case COMMENT, GRANT -> true;
                    case DEFAULT -> object.key().path().equals(change.key().path());
                    default -> false;
                };
        };
    }

    private boolean isHandled(Index from, Index to) {
        return (scene.isUntouched(to.key()) || isRecreatedHere(to.key()))
                && from.valid()
                && to.valid()
                && to.on().equals(change.table())
                && !to.clustered()
                && isAlone(to.key())
                && index(to).isPresent();
    }

    /** One over another column that changes too, or that comes, waits for that. */
    private boolean isRecreatedHere(ObjectKey key) {
        return isRecreated(key)
                && scene.desired().dependencies(key).contains(change.key())
                && scene.desired().dependencies(key).stream()
                        .filter(needed -> !needed.equals(change.key()) && !change.replaces(needed))
                        .allMatch(scene::isStill);
    }

    private boolean isHandled(Constraint constraint) {
        boolean recreated = (constraint.type() == ConstraintType.CHECK
                        || (constraint.type() == ConstraintType.UNIQUE
                                && change.successor().isPresent()))
                && isRecreatedHere(constraint.key());
        boolean plain = (scene.isUntouched(constraint.key()) || recreated)
                && constraint.validated()
                && !constraint.inherited()
                && !constraint.clustered()
                && isAlone(constraint.key());
        if (!plain) {
            return false;
        }
        if (isIncoming(constraint)) {
            return scene.isInUse(constraint.on())
                    && !scene.isPartitioned(constraint.on())
                    && scene.parent(constraint.on()).isEmpty()
                    && !(constraint.on().equals(change.table())
                            && constraint.columns().stream().anyMatch(this::isOfTheKeyAndChanges));
        }
        return switch (constraint.type()) {
            case UNIQUE, PRIMARY_KEY ->
                KeyIndex.isOf(constraint) && keyIndex(constraint).isPresent();
            case CHECK, FOREIGN_KEY -> definition(constraint).isPresent();
            default -> false;
        };
    }

    private boolean isOfTheKeyAndChanges(String column) {
        return scene.recreation().altered().containsKey(change.table().child(ObjectKind.COLUMN, column))
                && change.batchTable().has(column);
    }

    /** Returns whether nothing but remarks, and foreign keys that are handled on their own, needs it. */
    private boolean isAlone(ObjectKey part) {
        return actual.dependents(part).stream()
                .allMatch(key -> key.kind() == ObjectKind.COMMENT
                        || actual.find(key, Constraint.class)
                                .filter(constraint -> constraint.type() == ConstraintType.FOREIGN_KEY)
                                .isPresent());
    }

    /** Returns what builds an index beside, on the second column, without blocking anyone. */
    Optional<String> index(Index index) {
        String create = ConstraintStatements.create(index).getFirst();
        String head = (index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
                + Sql.name(index.key().name()) + " ON ";
        return create.startsWith(head)
                ? body(create.substring(head.length()))
                        .map(body -> (index.unique() ? "CREATE UNIQUE INDEX" : "CREATE INDEX") + " CONCURRENTLY "
                                + Sql.name(Scaffold.beside(index.key().name())) + " ON " + body)
                : Optional.empty();
    }

    /** Returns what builds the index of a key beside, on the second column, without blocking anyone. */
    Optional<String> keyIndex(Constraint key) {
        String beside = Scaffold.beside(key.key().name());
        String build = new KeyIndex(key).build(beside);
        String head = "CREATE UNIQUE INDEX CONCURRENTLY " + Sql.name(beside) + " ON ";
        return body(build.substring(head.length())).map(body -> head + body);
    }

    /** The name of the table comes first, and may be that of the column. */
    private Optional<String> body(String definition) {
        int columns = definition.indexOf(" USING ", Sql.of(change.table()).length());
        return columns < 0
                ? Optional.empty()
                : renamed(definition.substring(columns)).map(text -> definition.substring(0, columns) + text);
    }

    /** Returns a check or foreign key as it is on the second column. */
    Optional<String> definition(Constraint constraint) {
        String whole = StableText.of(constraint.definition());
        if (constraint.type() == ConstraintType.CHECK) {
            return renamed(whole);
        }
        int references = whole.indexOf(" REFERENCES ");
        // The second column would refer to the first, whose type it has no more.
        boolean refersToItself = constraint.references().equals(Optional.of(change.table()))
                && SqlTokens.of(whole.substring(references))
                        .contains(Sql.name(change.key().name()));
        return refersToItself || whole.contains(" SET NULL (") || whole.contains(" SET DEFAULT (")
                ? Optional.empty()
                : renamed(whole.substring(0, references)).map(text -> text + whole.substring(references));
    }

    private Optional<String> renamed(String text) {
        String name = change.key().name();
        // The type first: a column often has the name of its type.
        Optional<String> typed =
                change.successor().isPresent() ? change.successor().get().type().in(text) : Optional.of(text);
        return typed.flatMap(of -> ColumnText.renamed(of, name, Scaffold.beside(name)));
    }
}
