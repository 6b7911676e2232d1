// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Comment;
import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Ownership;
import dev.plumbline.catalog.TypedName;
import dev.plumbline.catalog.View;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.SecondName;
import dev.plumbline.plan.SecondNames;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.CreationPrivileges;
import dev.plumbline.postgres.change.Statements;
import dev.plumbline.postgres.introspect.PrivilegeReader;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tables that go by two names for a while, by a view under the second one. */
final class TableNames implements SecondNames {
    @Override
    public List<SecondName> underWay(Catalog catalog) {
        return NameView.in(catalog).stream()
                .map(name -> new SecondName(
                        new Change.Renamed(name.table(), name.to()),
                        name.view(),
                        name.parts(catalog),
                        isComplete(name, catalog)))
                .toList();
    }

    /** Row-level security may have come since, or the table have other columns, defaults or grants. */
    private static boolean isComplete(NameView name, Catalog catalog) {
        return new ViewObstacles(name.table(), catalog).obstacle().isEmpty()
                && isAs(shown(name, catalog, catalog, List.of()), name, catalog);
    }

    @Override
    public Work give(Catalog begun, Catalog plain, Catalog renamed, List<Change.Renamed> renames) {
        List<NameView> there = NameView.in(begun);
        List<Action> make = new ArrayList<>();
        List<Action> back = new ArrayList<>();
        for (Change.Renamed rename : renames) {
            if (rename.from().kind() != ObjectKind.TABLE) {
                continue;
            }
            NameView name = new NameView(rename.from(), rename.to());
            new ViewObstacles(name.table(), begun).obstacle().ifPresent(why -> {
                throw PostgresSecondNames.refused(rename, why);
            });
            Catalog shown = shown(name, begun, renamed, renames);
            if (!there.contains(name)) {
                make.addAll(making(name, shown, begun, List.of()));
                back.addFirst(taking(name));
            } else if (!isAs(shown, name, begun)) {
                make.addAll(making(name, shown, begun, List.of(drop(name))));
                back.addAll(0, making(name, begun, begun, List.of(drop(name))));
            }
        }
        return new Work(make, back);
    }

    @Override
    public Work take(Catalog begun, Catalog plain, List<SecondName> names) {
        List<Action> take = new ArrayList<>();
        List<Action> back = new ArrayList<>();
        for (SecondName second : names) {
            NameView name = new NameView(second.rename().from(), second.rename().to());
            take.add(taking(name));
            // In the words of the catalog: so it is what it was when it is made again.
            back.addAll(0, making(name, begun, begun, List.of()));
        }
        return new Work(take, back);
    }

    private static Action taking(NameView name) {
        return Action.of(Verb.DROP, name.view())
                .because(name.table() + " goes by " + newName(name) + " no more; the rows are its own")
                .sql(drop(name))
                .build();
    }

    private static String drop(NameView name) {
        return "DROP VIEW " + Sql.of(name.view());
    }

    private static String newName(NameView name) {
        return new Change.Renamed(name.table(), name.to()).newName();
    }

    /**
     * Returns the catalog with the view that shows the table as it is to be.
     *
     * @param renamed has the columns that get a second name in the same plan under that
     */
    private static Catalog shown(NameView name, Catalog begun, Catalog renamed, List<Change.Renamed> renames) {
        List<TypedName> columns = new ArrayList<>(NameView.columns(name.table(), begun));
        List<Grant> grants = new ArrayList<>(NameView.grants(name.table(), begun));
        for (Change.Renamed rename : renames) {
            Optional<Column> twin = renamed.find(rename.to(), Column.class)
                    .filter(column -> column.table().equals(name.table()) && !begun.contains(column.key()));
            twin.ifPresent(column -> {
                columns.add(NameView.shown(column));
                renamed.children(column.key()).stream()
                        .flatMap(key -> renamed.find(key, Grant.class).stream())
                        .forEach(grants::add);
            });
        }
        Catalog.Builder builder = begun.without(List.of(name.view())).copied();
        builder.add(name.shown(columns, name.defaults(begun), new ViewObstacles(name.table(), begun).asInvoker()));
        builder.add(name.comment());
        grants.forEach(grant -> builder.add(name.onView(grant)));
        return builder.ownership(shared(name, begun.ownership())).build();
    }

    /** The view is its table's owner's: where it reads with the rights of its owner, these suffice. */
    private static Ownership shared(NameView name, Ownership owners) {
        return owners.given(name.table())
                .map(role -> {
                    SortedMap<ObjectKey, String> roles = new TreeMap<>(owners.roles());
                    roles.put(name.view(), role);
                    return owners.binding(roles);
                })
                .orElse(owners);
    }

    /** Returns whether a catalog has the view as another one has it; how the server words its query does not count. */
    private static boolean isAs(Catalog shown, NameView name, Catalog catalog) {
        View wanted = shown.find(name.view(), View.class).orElseThrow();
        View found = catalog.find(name.view(), View.class).orElseThrow();
        return names(wanted).equals(names(found))
                && wanted.options().equals(found.options())
                && wanted.defaults().equals(found.defaults())
                && grantsOn(name, shown).equals(grantsOn(name, catalog));
    }

    private static List<String> names(View view) {
        return view.columns().stream().map(TypedName::name).toList();
    }

    private static Set<Grant> grantsOn(NameView name, Catalog catalog) {
        return new HashSet<>(NameView.grants(name.view(), catalog));
    }

    /**
     * Returns what makes the view as a catalog has it.
     *
     * @param shown the catalog that has the view
     * @param begun the catalog in which it is made
     * @param before what comes before it in the same step
     */
    private static List<Action> making(NameView name, Catalog shown, Catalog begun, List<String> before) {
        Statements statements = new Statements(GapFinder.between(begun, shown));
        CreationPrivileges privileges = new CreationPrivileges(begun, shown);
        Action.Builder view = Action.of(before.isEmpty() ? Verb.CREATE : Verb.ALTER, name.view())
                .because(name.table() + " goes by " + newName(name)
                        + " too: a view under that name reads and writes it. COPY, TRUNCATE, foreign keys to it and"
                        + " ON CONFLICT ON CONSTRAINT need its first name until the view makes way for it")
                .sql(before)
                .sql(statements.create(shown.object(name.view())))
                .sql(privileges.afterwards(name.view()));
        List<Action> owners = new ArrayList<>();
        // What is revoked on a relation is revoked on its columns too (PostgreSQL documentation, REVOKE).
        List<Grant> grants = NameView.grants(name.view(), shown).stream()
                .sorted(Comparator.comparing(grant -> grant.target().kind() == ObjectKind.COLUMN))
                .toList();
        for (Grant grant : grants) {
            if (grant.grantee().equals(PrivilegeReader.OWNER)) {
                owners.add(Action.of(Verb.CREATE, grant.key())
                        .because("the owner of " + name.view() + " has given up what that of " + name.table() + " has")
                        .sql(statements.create(grant))
                        .build());
            } else {
                view.sql(statements.create(grant));
            }
        }
        shown.children(name.view()).stream()
                .flatMap(key -> shown.find(key, Comment.class).stream())
                .forEach(comment -> view.sql(statements.create(comment)));
        List<Action> actions = new ArrayList<>(List.of(view.build()));
        actions.addAll(owners);
        return actions;
    }
}
