// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.Comment;
import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.TypedName;
import dev.plumbline.catalog.View;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.SqlTokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table, and the view under the name that the table is to have: all of its columns under their own names, and nothing else, so
 * that the server writes through it (PostgreSQL documentation, CREATE VIEW, "Updatable Views"). A comment on the view says
 * whose it is; by that and by its query a catalog tells it, and no view of anybody else is ever taken for one.
 *
 * @param table the table, which keeps its name
 * @param to the key that the table is to have
 */
record NameView(ObjectKey table, ObjectKey to) {
    /** What else hangs on a view is somebody else's. */
    private static final Set<ObjectKind> GOES_ALONG = Set.of(ObjectKind.COMMENT, ObjectKind.GRANT, ObjectKind.OWNER);

    private static final String MARK = " until its rename is done (Plumbline)";

    /** Returns the key of the view. */
    ObjectKey view() {
        return new ObjectKey(ObjectKind.VIEW, to.path());
    }

    /** Returns the comment on the view. */
    Comment comment() {
        return new Comment(
                ObjectKey.about(ObjectKind.COMMENT, view()),
                view(),
                view(),
                "The second name of " + Sql.of(table) + MARK);
    }

    /** Returns whether a relation has such a comment, whatever else became of it. */
    static boolean isMarked(ObjectKey relation, Catalog catalog) {
        return catalog.find(ObjectKey.about(ObjectKind.COMMENT, relation), Comment.class)
                .filter(comment -> comment.text().endsWith(MARK))
                .isPresent();
    }

    /** Returns those of a catalog, sorted by the names of their views. */
    static List<NameView> in(Catalog catalog) {
        return catalog.objects(View.class)
                .filter(view -> isMarked(view.key(), catalog))
                .flatMap(view -> of(view, catalog))
                .toList();
    }

    private static Stream<NameView> of(View view, Catalog catalog) {
        return catalog.dependencies(view.key()).stream()
                .filter(key -> key.kind() == ObjectKind.TABLE || key.kind() == ObjectKind.COLUMN)
                .map(key -> new ObjectKey(ObjectKind.TABLE, key.path().subList(0, 2)))
                .distinct()
                .map(table -> new NameView(
                        table, new ObjectKey(ObjectKind.TABLE, view.key().path())))
                .filter(name -> catalog.find(name.comment().key()).equals(Optional.of(name.comment())))
                .filter(name -> name.isShownBy(view));
    }

    /** Up to 15 the columns are qualified, as OLD and NEW count as relations of a view (ruleutils.c, get_query_def). */
    private boolean isShownBy(View view) {
        List<String> words = SqlTokens.of(view.definition()).stream()
                .map(SqlTokens::unquoted)
                .toList();
        return words.equals(query(view, List.of())) || words.equals(query(view, List.of(table.name(), ".")));
    }

    private List<String> query(View view, List<String> qualifier) {
        List<String> words = new ArrayList<>();
        for (TypedName column : view.columns()) {
            words.add(words.isEmpty() ? "SELECT" : ",");
            words.addAll(qualifier);
            words.add(column.name());
        }
        words.addAll(List.of("FROM", table.schema(), ".", table.name()));
        return words;
    }

    /** Returns the columns of the table, in their order. */
    static List<TypedName> columns(ObjectKey table, Catalog catalog) {
        return catalog.children(table).stream()
                .flatMap(key -> catalog.find(key, Column.class).stream())
                .sorted(Comparator.comparingInt(Column::position))
                .map(NameView::shown)
                .toList();
    }

    /** Returns what a view shows of a column. */
    static TypedName shown(Column column) {
        return new TypedName(column.key().name(), column.type(), column.collation());
    }

    /** Returns what is granted on the table and its columns. */
    static List<Grant> grants(ObjectKey table, Catalog catalog) {
        return catalog.descendants(table).stream()
                .flatMap(key -> catalog.find(key, Grant.class).stream())
                .toList();
    }

    /**
     * Returns the defaults that the view needs for its columns, by name. Where it has none, an INSERT takes the table's, but an
     * UPDATE to DEFAULT would write NULL (rewriteHandler.c, rewriteTargetListIU). A twin has its first column's value then.
     */
    SortedMap<String, String> defaults(Catalog catalog) {
        Set<ObjectKey> twins =
                ColumnTwin.in(catalog).stream().map(ColumnTwin::to).collect(Collectors.toSet());
        SortedMap<String, String> defaults = new TreeMap<>();
        catalog.descendants(table).stream()
                .flatMap(key -> catalog.find(key, ColumnDefault.class).stream())
                .filter(value -> !twins.contains(value.column()))
                .forEach(value -> defaults.put(value.column().name(), value.expression()));
        return defaults;
    }

    /**
     * Returns the view.
     *
     * @param columns those of the table
     * @param asInvoker whether it reads with the rights of whoever uses it; else with those of its owner
     */
    View shown(Collection<TypedName> columns, SortedMap<String, String> defaults, boolean asInvoker) {
        SortedMap<String, String> options = new TreeMap<>();
        if (asInvoker) {
            options.put("security_invoker", "true");
        }
        List<TypedName> all = List.copyOf(columns);
        return new View(
                view(),
                "SELECT " + Sql.names(all.stream().map(TypedName::name).toList()) + "\nFROM " + Sql.of(table),
                all,
                options,
                defaults);
    }

    /** Returns the same grant on the view. */
    Grant onView(Grant grant) {
        ObjectKey target = grant.target().kind() == ObjectKind.COLUMN
                ? view().child(ObjectKind.COLUMN, grant.target().name())
                : view();
        return new Grant(
                ObjectKey.about(ObjectKind.GRANT, target, grant.grantee()),
                target,
                view(),
                grant.grantee(),
                grant.privileges());
    }

    /** Returns the keys of all that stands for the second name, sorted; what is not ours is not among them. */
    List<ObjectKey> parts(Catalog catalog) {
        SortedSet<ObjectKey> parts = new TreeSet<>(List.of(view()));
        catalog.descendants(view()).stream()
                .filter(key -> GOES_ALONG.contains(key.kind()))
                .forEach(parts::add);
        return List.copyOf(parts);
    }
}
