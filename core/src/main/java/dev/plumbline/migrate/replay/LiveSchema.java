// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.migrate.ScriptStart;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.source.LoadSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a replay needs to know of the live database.
 *
 * @param catalog what it declares
 * @param searchPath the search path that scripts meet there; empty where the engine has none
 * @param declared what is said there of settings with which scripts begin, by name
 */
public record LiveSchema(Catalog catalog, Optional<String> searchPath, SortedMap<String, String> declared) {
    /** A schema of which no more is known. */
    public LiveSchema(Catalog catalog) {
        this(catalog, Optional.empty(), new TreeMap<>());
    }

    /** Reads it; the session is put in order for scripts first. */
    public static LiveSchema read(ReplayTools tools, Connection connection) throws SQLException {
        Optional<String> path = Optional.empty();
        if (tools.roles().dialect() == SqlDialect.POSTGRES) {
            ScriptStart start =
                    new ScriptStart(tools.options().searchPath(), new TreeMap<>(), Duration.ZERO, Duration.ZERO);
            tools.roles().rules().reset(connection, start);
            path = Optional.of(LoadSession.searchPath(connection));
        }
        return new LiveSchema(
                tools.catalogs().inspect(connection),
                path,
                tools.roles().rules().declared(connection));
    }

    /** Returns what makes the two databases hard to compare, one sentence each. */
    public List<String> notes(Connection scratch, ReplayTools tools) throws SQLException {
        List<String> notes = new ArrayList<>();
        DatabaseProduct there = tools.catalogs().inspect(scratch).product();
        if (there.majorVersion() != catalog.product().majorVersion()) {
            notes.add("The live database runs on " + catalog.product() + ", the scratch database on " + there
                    + ": some definitions may read differently.");
        }
        if (!catalog.unmodelled().isEmpty()) {
            notes.add(catalog.unmodelled().size() + " objects of the live database are not compared, such as "
                    + catalog.unmodelled().getFirst() + ".");
        }
        return notes;
    }
}
