// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.introspect.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.introspect.CatalogReading.optional;
import static dev.plumbline.postgres.introspect.CatalogReading.strings;

import dev.plumbline.catalog.Aggregate;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Routine;
import dev.plumbline.postgres.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads functions, procedures and aggregates. */
final class RoutineReader {
    private final CatalogReading reading;

    RoutineReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        routines();
        aggregates();
    }

    private void routines() throws SQLException {
        reading.rowsOf(
                "pg_proc",
                """
                SELECT p.oid, n.nspname, p.proname, p.prokind, oidvectortypes(p.proargtypes) AS types
                     , pg_get_functiondef(p.oid) AS definition, pg_get_function_arguments(p.oid) AS arguments
                     , COALESCE(pg_get_function_result(p.oid), '') AS result, p.pronargdefaults, l.lanname
                     , (SELECT array_agg(COALESCE(p.proargnames[m.place], '') ORDER BY m.place)
                        FROM unnest(COALESCE(p.proargmodes, array_fill('i'::"char", ARRAY[p.pronargs::int])))
                             WITH ORDINALITY AS m(mode, place)
                        WHERE m.mode IN ('i', 'b', 'v')) AS inputs
                     , (SELECT array_agg(COALESCE(p.proargnames[m.place], '') || ' '
                                         || format_type(p.proallargtypes[m.place], NULL) ORDER BY m.place)
                        FROM unnest(p.proargmodes) WITH ORDINALITY AS m(mode, place)
                        WHERE m.mode IN ('o', 'b', 't')) AS outputs
                FROM pg_proc p
                JOIN pg_namespace n ON n.oid = p.pronamespace
                JOIN pg_language l ON l.oid = p.prolang
                WHERE p.prokind IN ('f', 'p', 'w') AND\s"""
                        + USER_SCHEMA + " AND " + notOfExtension("pg_proc", "p.oid")
                        // The functions that come with a user-defined range or multirange type are the type's.
                        + " AND NOT EXISTS (SELECT 1 FROM pg_depend i WHERE i.classid = 'pg_proc'::regclass"
                        + " AND i.objid = p.oid AND i.deptype = 'i')",
                row -> reading.add(
                        ObjectAddress.of("pg_proc", row.getLong("oid")),
                        new Routine(
                                key(
                                        row,
                                        row.getString("prokind").equals("p")
                                                ? ObjectKind.PROCEDURE
                                                : ObjectKind.FUNCTION),
                                row.getString("definition").stripTrailing(),
                                row.getString("arguments"),
                                strings(row, "inputs"),
                                row.getString("result"),
                                strings(row, "outputs"),
                                row.getInt("pronargdefaults"),
                                row.getString("lanname"))));
    }

    private static ObjectKey key(ResultSet row, ObjectKind kind) throws SQLException {
        return ObjectKey.of(
                kind, row.getString("nspname"), row.getString("proname") + "(" + row.getString("types") + ")");
    }

    private void aggregates() throws SQLException {
        reading.rowsOf(
                "pg_aggregate", """
                SELECT p.oid, n.nspname, p.proname, oidvectortypes(p.proargtypes) AS types
                     , pg_get_function_arguments(p.oid) AS signature, pg_get_function_result(p.oid) AS result
                     , a.aggtransfn::regproc::text AS sfunc, format_type(a.aggtranstype, NULL) AS stype
                     , NULLIF(a.aggtransspace, 0) AS sspace, a.agginitval, a.aggminitval
                     , NULLIF(a.aggfinalfn::oid, 0)::regproc::text AS finalfunc, a.aggfinalextra, a.aggfinalmodify
                     , a.aggkind
                     , NULLIF(a.aggcombinefn::oid, 0)::regproc::text AS combinefunc
                     , NULLIF(a.aggserialfn::oid, 0)::regproc::text AS serialfunc
                     , NULLIF(a.aggdeserialfn::oid, 0)::regproc::text AS deserialfunc
                     , NULLIF(a.aggmtransfn::oid, 0)::regproc::text AS msfunc
                     , NULLIF(a.aggminvtransfn::oid, 0)::regproc::text AS minvfunc
                     , CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END AS mstype
                     , NULLIF(a.aggmtransspace, 0) AS msspace
                     , NULLIF(a.aggmfinalfn::oid, 0)::regproc::text AS mfinalfunc, a.aggmfinalextra
                     , a.aggmfinalmodify, NULLIF(a.aggsortop, 0)::regoper::text AS sortop
                     , p.proparallel
                FROM pg_aggregate a
                JOIN pg_proc p ON p.oid = a.aggfnoid
                JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE\s""" + USER_SCHEMA + " AND " + notOfExtension("pg_proc", "p.oid"), this::aggregate);
    }

    private void aggregate(ResultSet row) throws SQLException {
        SortedMap<String, String> options = new TreeMap<>();
        for (String name : new String[] {
            "sfunc",
            "stype",
            "sspace",
            "finalfunc",
            "combinefunc",
            "serialfunc",
            "deserialfunc",
            "msfunc",
            "minvfunc",
            "mstype",
            "msspace",
            "mfinalfunc",
            "sortop"
        }) {
            optional(row, name).ifPresent(value -> options.put(name, value));
        }
        optional(row, "agginitval").ifPresent(value -> options.put("initcond", Sql.literal(value)));
        optional(row, "aggminitval").ifPresent(value -> options.put("minitcond", Sql.literal(value)));
        // A modify mode other than the kind's own default is written out (CREATE AGGREGATE, FINALFUNC_MODIFY).
        String usual = row.getString("aggkind").equals("n") ? "r" : "w";
        modify(options, "finalfunc", row.getString("aggfinalmodify"), usual);
        modify(options, "mfinalfunc", row.getString("aggmfinalmodify"), usual);
        if (row.getBoolean("aggfinalextra")) {
            options.put("finalfunc_extra", "");
        }
        if (row.getBoolean("aggmfinalextra")) {
            options.put("mfinalfunc_extra", "");
        }
        if (row.getString("aggkind").equals("h")) {
            options.put("hypothetical", "");
        }
        switch (row.getString("proparallel")) {
            case "s" -> options.put("parallel", "safe");
            case "r" -> options.put("parallel", "restricted");
            default -> {
                // Unsafe is what CREATE AGGREGATE assumes.
            }
        }
        reading.add(
                ObjectAddress.of("pg_proc", row.getLong("oid")),
                new Aggregate(
                        key(row, ObjectKind.AGGREGATE), row.getString("signature"), row.getString("result"), options));
    }

    private static void modify(SortedMap<String, String> options, String function, String mode, String usual) {
        if (options.containsKey(function) && !mode.equals(usual)) {
            options.put(
                    function + "_modify",
                    switch (mode) {
                        case "r" -> "read_only";
                        case "s" -> "shareable";
                        default -> "read_write";
                    });
        }
    }
}
