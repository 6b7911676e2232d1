// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.ActionWriter;
import java.util.List;
import java.util.Optional;

/**
 * Writes libSQL's statements: SQLite's, but for the two PRAGMAs of a rebuild that a server does not take. See {@link
 * SetAside} for what stands in their place.
 */
public final class LibsqlActionWriter implements ActionWriter {
    private final ActionWriter sqlite = new SqliteActionWriter();

    @Override
    public List<Action> actions(Gap gap) {
        return new SetAside(gap, sqlite.actions(gap)).actions();
    }

    @Override
    public List<Action> actions(Gap gap, List<Action> conversions) {
        return new SetAside(gap, sqlite.actions(gap, conversions)).actions();
    }

    @Override
    public Action rename(Catalog actual, Change.Renamed rename) {
        return sqlite.rename(actual, rename);
    }

    @Override
    public Action convert(ObjectKey column, String expression) {
        return sqlite.convert(column, expression);
    }

    @Override
    public Optional<Action> restorable(ObjectKey column) {
        return sqlite.restorable(column);
    }

    @Override
    public List<String> slots(Catalog catalog, ObjectKey key) {
        return sqlite.slots(catalog, key);
    }
}
