// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Change;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.SecondName;
import dev.plumbline.plan.SecondNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns and tables that go by two names for a while. The view of a table shows the twins of its columns, so it comes after them. */
public final class PostgresSecondNames implements SecondNames {
    private final ColumnNames columns = new ColumnNames();
    private final TableNames tables = new TableNames();

    @Override
    public List<SecondName> underWay(Catalog catalog) {
        return Stream.of(tables, columns)
                .flatMap(kind -> kind.underWay(catalog).stream())
                .toList();
    }

    @Override
    public Work give(Catalog begun, Catalog plain, Catalog renamed, List<Change.Renamed> renames) {
        Work twins = columns.give(
                begun,
                plain,
                renamed,
                renames.stream().filter(rename -> !isOfTable(rename)).toList());
        // The view has what is on every column, and so is told of all renames.
        return both(twins, tables.give(begun, plain, renamed, renames));
    }

    @Override
    public Work take(Catalog begun, Catalog plain, List<SecondName> names) {
        refuseWhatOthersNeed(begun, names);
        Work views = tables.take(
                begun,
                plain,
                names.stream().filter(name -> isOfTable(name.rename())).toList());
        Work twins = columns.take(
                begun,
                plain,
                names.stream().filter(name -> !isOfTable(name.rename())).toList());
        return both(views, twins);
    }

    private static boolean isOfTable(Change.Renamed rename) {
        return rename.from().kind() == ObjectKind.TABLE;
    }

    private static Work both(Work first, Work second) {
        return new Work(joined(first.there(), second.there()), joined(second.back(), first.back()));
    }

    private static List<Action> joined(List<Action> first, List<Action> second) {
        List<Action> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static void refuseWhatOthersNeed(Catalog begun, List<SecondName> names) {
        Set<ObjectKey> parts =
                names.stream().flatMap(name -> name.parts().stream()).collect(Collectors.toSet());
        for (SecondName name : names) {
            begun.dependents(name.second()).stream()
                    .filter(key -> !parts.contains(key))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new PlumblineException(
                                ErrorCode.UNSUPPORTED,
                                key + " needs " + name.second() + ", the second name of "
                                        + name.rename().from()
                                        + ", so that name cannot be taken away. Nothing was planned.",
                                "Drop it first, and make it again when the rename is done.");
                    });
        }
    }

    static PlumblineException refused(Change.Renamed rename, String why) {
        return new PlumblineException(
                ErrorCode.UNSUPPORTED,
                rename.from() + " cannot go by " + rename.newName() + " too, because " + why + ". Nothing was planned.",
                "Rename it in one go, without --expand, while nobody uses it; or take what is in the way away first.");
    }
}
