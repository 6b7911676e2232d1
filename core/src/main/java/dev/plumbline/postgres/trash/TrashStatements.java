// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.trash;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.StatementSplitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The trash in a PostgreSQL database: a schema with the lists of what was put there, a schema for each time that tables were, in
 * which they keep their names, another name for each column, and functions that put, restore and purge, which can be called from
 * anywhere.
 */
public final class TrashStatements {
    /** The schema with the list and the functions. */
    static final String SCHEMA = "plumbline_trash";

    /** How the names of the places in it begin: of schemas for tables, of columns for columns. */
    public static final String PLACE = SCHEMA + "_";

    /** The names of all schemas that belong to it, as a pattern for a literal. */
    public static final String SCHEMAS = "^plumbline_trash(_[0-9]+)?$";

    private TrashStatements() {}

    /** Returns what makes the trash where there is none, and brings the function up to date that puts something there. */
    public static List<String> make() {
        List<String> statements = new ArrayList<>(read("trash.sql"));
        // Behind CREATE SCHEMA IF NOT EXISTS: from then on nobody else can make one.
        statements.add(1, guard());
        return statements;
    }

    /** Returns what fails where the trash belongs to a role whose code must not be run. */
    static String guard() {
        return read("trash-guard.sql").getFirst();
    }

    /** Returns what brings those functions up to date that take something out of it. */
    static List<String> back() {
        List<String> statements = new ArrayList<>();
        statements.add(guard());
        statements.addAll(read("trash-back.sql"));
        return statements;
    }

    private static List<String> read(String name) {
        try (InputStream file = Objects.requireNonNull(TrashStatements.class.getResourceAsStream(name))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            SqlScript script = new SqlScript(name, text.substring(text.indexOf('\n') + 1));
            return StatementSplitter.split(script, SqlDialect.POSTGRES).stream()
                    .map(ScriptStatement::sql)
                    .map(TrashStatements::withoutEnd)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutEnd(String statement) {
        String stripped = statement.strip();
        return stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    /** Returns what puts tables there together. */
    public static String put(List<ObjectKey> tables, Duration keep) {
        String list = tables.stream().map(key -> Sql.literal(Sql.of(key))).collect(Collectors.joining(", "));
        return "SELECT " + SCHEMA + ".put(ARRAY[" + list + "]::pg_catalog.regclass[], '" + words(keep) + "')";
    }

    /** Returns what puts a column there. */
    public static String putColumn(ObjectKey column, Duration keep) {
        return "SELECT " + SCHEMA + ".put_column(" + Sql.literal(Sql.of(column)) + "::pg_catalog.regclass, "
                + Sql.literal(column.name()) + ", '" + words(keep) + "')";
    }

    /** Returns a time in days where it is whole ones, else in hours or seconds. */
    public static String words(Duration time) {
        if (time.toSeconds() % Duration.ofDays(1).toSeconds() == 0) {
            return time.toDays() == 1 ? "1 day" : time.toDays() + " days";
        }
        return time.toSeconds() % Duration.ofHours(1).toSeconds() == 0
                ? time.toHours() + (time.toHours() == 1 ? " hour" : " hours")
                : time.toSeconds() + " seconds";
    }
}
