// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.Engines;
import dev.plumbline.engine.Engine;
import dev.plumbline.migrate.History;
import dev.plumbline.migrate.MigrationRoles;
import dev.plumbline.migrate.Revision;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationFormat;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.MigrationOptions;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.Version;
import dev.plumbline.script.SqlScript;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A database of either engine with the short ways that these tests need. */
record Target(String engineId, DatabaseUrl url) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    Engine engine() {
        return Engines.forId(engineId);
    }

    MigrationRoles roles() {
        return engine().migrationRoles();
    }

    Target run(String script) {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            for (String part : script.split(";", -1)) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(script, e);
        }
        return this;
    }

    List<String> texts(String query) {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    Adoption adopt(MigrationSet set, AdoptOptions options) {
        return new Adopter(roles(), url::open, set, roles().history().defaultLocation(), PATIENCE).adopt(options);
    }

    List<Revision> baseline(MigrationSet set, String version) {
        return new Baseline(roles(), url::open, set, roles().history().defaultLocation(), PATIENCE)
                .record(Version.of(version));
    }

    List<Revision> history() {
        try (Connection connection = url.open()) {
            return new History(roles().history(), roles().history().defaultLocation()).read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean hasHistory() {
        try (Connection connection = url.open()) {
            return new History(roles().history(), roles().history().defaultLocation()).exists(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a set of migrations that each make a table, from names such as {@code 000001_first}. */
    MigrationSet set(String... titles) {
        return of(Arrays.stream(titles)
                .map(title -> {
                    int bar = title.indexOf('_');
                    String version = bar < 0 ? title : title.substring(0, bar);
                    String name = bar < 0 ? title : title.substring(bar + 1);
                    return migration(
                            MigrationKind.VERSIONED,
                            Version.of(version),
                            name,
                            title + ".up.sql",
                            "CREATE TABLE t" + title.hashCode() + " (id int);");
                })
                .toArray(Migration[]::new));
    }

    MigrationSet of(Migration... migrations) {
        return new MigrationSet(MigrationFormat.UP_DOWN_FILES, "migrations", List.of(migrations), List.of());
    }

    Migration migration(MigrationKind kind, Version version, String name, String origin, String up) {
        return new Migration(
                kind,
                version,
                name,
                origin,
                sql(origin, up),
                Optional.of(sql(origin.replace(".up.", ".down."), "SELECT 'down of " + version.text() + "'")),
                Optional.empty());
    }

    private MigrationScript sql(String name, String text) {
        return new MigrationScript.Sql(new SqlScript(name, text), engine().dialect(), MigrationOptions.DEFAULT);
    }
}
