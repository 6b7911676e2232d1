// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.introspect.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.introspect.CatalogReading.optional;
import static dev.plumbline.postgres.introspect.CatalogReading.optionalInt;
import static dev.plumbline.postgres.introspect.CatalogReading.strings;

import dev.plumbline.catalog.EventTrigger;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Policy;
import dev.plumbline.catalog.Rule;
import dev.plumbline.catalog.Statistics;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.postgres.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what is attached to a relation: triggers, rules, policies, statistics objects; and event triggers. */
final class AttachedReader {
    private final CatalogReading reading;

    AttachedReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        triggers();
        rules();
        policies();
        statistics();
        eventTriggers();
    }

    private static String on(String columns, String from, String condition) {
        return "SELECT x.oid, n.nspname, c.relname, c.relkind" + columns + " FROM " + from
                + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND "
                + condition + " AND " + USER_SCHEMA + " AND " + notOfExtension("pg_class", "c.oid");
    }

    private static ObjectKey relation(ResultSet row) throws SQLException {
        ObjectKind kind = switch (row.getString("relkind")) {
            case "v" -> ObjectKind.VIEW;
            case "m" -> ObjectKind.MATERIALIZED_VIEW;
            case "f" -> ObjectKind.FOREIGN_TABLE;
            default -> ObjectKind.TABLE;
        };
        return ObjectKey.of(kind, row.getString("nspname"), row.getString("relname"));
    }

    private void triggers() throws SQLException {
        Map<Long, SortedMap<String, String>> clones = clones();
        reading.rowsOf(
                "pg_trigger",
                on(
                        ", x.tgname, pg_get_triggerdef(x.oid) AS definition, x.tgenabled",
                        "pg_trigger x JOIN pg_class c ON c.oid = x.tgrelid",
                        "NOT x.tgisinternal AND x.tgparentid = 0"),
                row -> {
                    ObjectKey on = relation(row);
                    reading.add(
                            ObjectAddress.of("pg_trigger", row.getLong("oid")),
                            new Trigger(
                                    on.child(ObjectKind.TRIGGER, row.getString("tgname")),
                                    on,
                                    row.getString("definition"),
                                    row.getString("tgenabled"),
                                    clones.getOrDefault(row.getLong("oid"), CatalogReading.none()),
                                    ""));
                });
        // The pg_constraint row of a constraint trigger means the trigger.
        reading.rowsOf("pg_trigger", """
                SELECT t.oid, t.tgconstraint FROM pg_trigger t
                WHERE t.tgconstraint <> 0 AND NOT t.tgisinternal AND t.tgparentid = 0""", row -> {
            ObjectAddress constraint = ObjectAddress.of("pg_constraint", row.getLong("tgconstraint"));
            reading.key(ObjectAddress.of("pg_trigger", row.getLong("oid")))
                    .ifPresent(key -> reading.alias(constraint, key));
        });
    }

    /** Returns when those clones of triggers fire that differ from the trigger at the top, by its OID and their partitions. */
    private Map<Long, SortedMap<String, String>> clones() throws SQLException {
        Map<Long, SortedMap<String, String>> clones = new HashMap<>();
        reading.rowsOf(
                "pg_inherits",
                """
                WITH RECURSIVE family AS (
                    SELECT t.oid, t.oid AS root, t.tgenabled AS usual, t.tgenabled, t.tgrelid FROM pg_trigger t
                    WHERE t.tgparentid = 0 AND NOT t.tgisinternal
                    UNION ALL
                    SELECT t.oid, f.root, f.usual, t.tgenabled, t.tgrelid FROM family f
                    JOIN pg_trigger t ON t.tgparentid = f.oid)
                SELECT f.root, f.tgenabled, n.nspname, c.relname FROM family f
                JOIN pg_class c ON c.oid = f.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE f.tgenabled <> f.usual""",
                row -> clones.computeIfAbsent(row.getLong("root"), k -> new TreeMap<>())
                        .put(
                                Sql.of(ObjectKey.of(
                                        ObjectKind.TABLE, row.getString("nspname"), row.getString("relname"))),
                                row.getString("tgenabled")));
        return clones;
    }

    private void rules() throws SQLException {
        reading.rows(
                on(
                        ", x.rulename, pg_get_ruledef(x.oid) AS definition, x.ev_enabled",
                        "pg_rewrite x JOIN pg_class c ON c.oid = x.ev_class",
                        "x.rulename <> '_RETURN'"),
                row -> {
                    ObjectKey on = relation(row);
                    reading.add(
                            ObjectAddress.of("pg_rewrite", row.getLong("oid")),
                            new Rule(
                                    on.child(ObjectKind.RULE, row.getString("rulename")),
                                    on,
                                    withoutSemicolon(row.getString("definition")),
                                    row.getString("ev_enabled")));
                });
    }

    private static String withoutSemicolon(String statement) {
        String stripped = statement.strip();
        return stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    private void policies() throws SQLException {
        reading.rowsOf("pg_policy", on("""
                        , x.polname, x.polpermissive, x.polcmd
                        , (SELECT array_agg(CASE WHEN r = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(r)::text END ORDER BY 1)
                           FROM unnest(x.polroles) AS r) AS roles
                        , pg_get_expr(x.polqual, x.polrelid) AS qual
                        , pg_get_expr(x.polwithcheck, x.polrelid) AS withcheck""", "pg_policy x JOIN pg_class c ON c.oid = x.polrelid", "true"), row -> {
            ObjectKey on = relation(row);
            List<String> roles = strings(row, "roles").stream().sorted().toList();
            reading.add(
                    ObjectAddress.of("pg_policy", row.getLong("oid")),
                    new Policy(
                            on.child(ObjectKind.POLICY, row.getString("polname")),
                            on,
                            row.getBoolean("polpermissive"),
                            command(row.getString("polcmd")),
                            roles,
                            optional(row, "qual"),
                            optional(row, "withcheck")));
        });
    }

    private static String command(String code) {
        return switch (code) {
            case "r" -> "SELECT";
            case "a" -> "INSERT";
            case "w" -> "UPDATE";
            case "d" -> "DELETE";
            default -> "ALL";
        };
    }

    /** The server lists the columns in the table's order, in which two tables that are alike may differ. */
    private void statistics() throws SQLException {
        reading.rowsOf("pg_statistic_ext", on("""
                        , x.stxname, xn.nspname AS ownschema
                        , replace(pg_get_statisticsobjdef(x.oid)
                            , ' ON ' || COALESCE(named.by_number, ''), ' ON ' || COALESCE(named.by_name, '')) AS definition
                        , NULLIF(x.stxstattarget, -1)::int AS target""", """
                        pg_statistic_ext x JOIN pg_class c ON c.oid = x.stxrelid
                        JOIN pg_namespace xn ON xn.oid = x.stxnamespace
                        CROSS JOIN LATERAL (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS by_number
                                , string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname COLLATE "C") AS by_name
                            FROM pg_attribute a WHERE a.attrelid = x.stxrelid AND a.attnum = ANY (x.stxkeys)) named""", "true"), row -> {
            ObjectKey on = relation(row);
            reading.add(
                    ObjectAddress.of("pg_statistic_ext", row.getLong("oid")),
                    new Statistics(
                            ObjectKey.of(ObjectKind.STATISTICS, row.getString("ownschema"), row.getString("stxname")),
                            on,
                            row.getString("definition"),
                            optionalInt(row, "target")));
        });
    }

    private void eventTriggers() throws SQLException {
        reading.rowsOf(
                "pg_event_trigger",
                """
                SELECT e.oid, e.evtname, e.evtevent, e.evtfoid::regproc::text AS function, e.evttags, e.evtenabled
                FROM pg_event_trigger e WHERE\s""" + notOfExtension("pg_event_trigger", "e.oid"),
                row -> reading.add(
                        ObjectAddress.of("pg_event_trigger", row.getLong("oid")),
                        new EventTrigger(
                                ObjectKey.of(ObjectKind.EVENT_TRIGGER, row.getString("evtname")),
                                row.getString("evtevent"),
                                row.getString("function"),
                                strings(row, "evttags"),
                                row.getString("evtenabled"))));
    }
}
