// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.introspect.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.introspect.CatalogReading.optional;

import dev.plumbline.catalog.Cast;
import dev.plumbline.catalog.Conversion;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Operator;
import dev.plumbline.catalog.TextSearchConfiguration;
import dev.plumbline.catalog.TextSearchDictionary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads casts, operators, conversions, and text search dictionaries and configurations. */
final class AccessoryReader {
    /** An option as {@code pg_ts_dict.dictinitoption} has it: {@code name = 'value'}. */
    private static final Pattern OPTION =
            Pattern.compile("(\"(?:[^\"]|\"\")+\"|[^\\s\"=,]+) = (E?'(?:[^']|'')*'|[^,']+)", Pattern.DOTALL);

    private final CatalogReading reading;

    AccessoryReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        casts();
        operators();
        conversions();
        dictionaries();
        configurations();
    }

    private void casts() throws SQLException {
        // The cast from a range to its multirange comes with the range type.
        reading.rowsOf(
                "pg_cast",
                """
                SELECT c.oid, format_type(c.castsource, NULL) AS source, format_type(c.casttarget, NULL) AS target
                     , NULLIF(c.castfunc::oid, 0)::regprocedure::text AS function, c.castmethod, c.castcontext
                FROM pg_cast c
                WHERE c.oid >= 16384 AND NOT EXISTS (SELECT 1 FROM pg_depend own
                      WHERE own.classid = 'pg_cast'::regclass AND own.objid = c.oid AND own.deptype = 'i') AND\s""" + notOfExtension("pg_cast", "c.oid"),
                row -> reading.add(
                        ObjectAddress.of("pg_cast", row.getLong("oid")),
                        new Cast(
                                ObjectKey.of(ObjectKind.CAST, row.getString("source"), row.getString("target")),
                                row.getString("castmethod"),
                                optional(row, "function"),
                                row.getString("castcontext"))));
    }

    private static String operatorName(String oid) {
        return "(SELECT quote_ident(pn.nspname) || '.' || p.oprname FROM pg_operator p"
                + " JOIN pg_namespace pn ON pn.oid = p.oprnamespace WHERE p.oid = " + oid + ")";
    }

    private void operators() throws SQLException {
        // One without a function is a shell that another names as its commutator or negator.
        reading.rowsOf(
                "pg_operator",
                """
                SELECT o.oid, n.nspname, o.oprname, o.oprcode::text AS function
                     , CASE WHEN o.oprleft <> 0 THEN format_type(o.oprleft, NULL) END AS "left"
                     , format_type(o.oprright, NULL) AS "right"
                     , NULLIF(o.oprrest::oid, 0)::regproc::text AS restrict
                     , NULLIF(o.oprjoin::oid, 0)::regproc::text AS "join", o.oprcanhash, o.oprcanmerge,\s"""
                        + operatorName("o.oprcom") + " AS commutator, " + operatorName("o.oprnegate") + " AS negator"
                        + " FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE o.oprcode <> 0 AND "
                        + USER_SCHEMA + " AND " + notOfExtension("pg_operator", "o.oid"),
                row -> reading.add(ObjectAddress.of("pg_operator", row.getLong("oid")), operator(row)));
    }

    private static Operator operator(ResultSet row) throws SQLException {
        String signature = row.getString("oprname") + "("
                + optional(row, "left").orElse("NONE") + "," + row.getString("right") + ")";
        return new Operator(
                ObjectKey.of(ObjectKind.OPERATOR, row.getString("nspname"), signature),
                row.getString("function"),
                optional(row, "left"),
                row.getString("right"),
                optional(row, "commutator"),
                optional(row, "negator"),
                optional(row, "restrict"),
                optional(row, "join"),
                row.getBoolean("oprcanhash"),
                row.getBoolean("oprcanmerge"));
    }

    private void conversions() throws SQLException {
        reading.rowsOf(
                "pg_conversion",
                """
                SELECT c.oid, n.nspname, c.conname, pg_encoding_to_char(c.conforencoding) AS "from"
                     , pg_encoding_to_char(c.contoencoding) AS "to", c.conproc::text AS function, c.condefault
                FROM pg_conversion c JOIN pg_namespace n ON n.oid = c.connamespace
                WHERE\s""" + USER_SCHEMA + " AND " + notOfExtension("pg_conversion", "c.oid"),
                row -> reading.add(
                        ObjectAddress.of("pg_conversion", row.getLong("oid")),
                        new Conversion(
                                ObjectKey.of(ObjectKind.CONVERSION, row.getString("nspname"), row.getString("conname")),
                                row.getString("from"),
                                row.getString("to"),
                                row.getString("function"),
                                row.getBoolean("condefault"))));
    }

    private void dictionaries() throws SQLException {
        reading.rowsOf("pg_ts_dict", """
                SELECT d.oid, n.nspname, d.dictname, d.dictinitoption
                     , quote_ident(tn.nspname) || '.' || quote_ident(t.tmplname) AS template
                FROM pg_ts_dict d JOIN pg_namespace n ON n.oid = d.dictnamespace
                JOIN pg_ts_template t ON t.oid = d.dicttemplate JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
                WHERE\s""" + USER_SCHEMA + " AND " + notOfExtension("pg_ts_dict", "d.oid"), row -> {
            List<String> options = new ArrayList<>();
            Matcher option = OPTION.matcher(optional(row, "dictinitoption").orElse(""));
            while (option.find()) {
                options.add(option.group(1) + " = " + option.group(2).strip());
            }
            reading.add(
                    ObjectAddress.of("pg_ts_dict", row.getLong("oid")),
                    new TextSearchDictionary(
                            ObjectKey.of(
                                    ObjectKind.TEXT_SEARCH_DICTIONARY,
                                    row.getString("nspname"),
                                    row.getString("dictname")),
                            row.getString("template"),
                            options));
        });
    }

    private void configurations() throws SQLException {
        Map<Long, SortedMap<String, String>> mappings = new HashMap<>();
        reading.rowsOf(
                "pg_ts_config",
                """
                SELECT m.mapcfg, t.alias, string_agg(m.mapdict::regdictionary::text, ', ' ORDER BY m.mapseqno) AS list
                FROM pg_ts_config_map m JOIN pg_ts_config c ON c.oid = m.mapcfg
                , LATERAL ts_token_type(c.cfgparser) t
                WHERE t.tokid = m.maptokentype AND c.oid >= 16384
                GROUP BY m.mapcfg, t.alias""",
                row -> mappings.computeIfAbsent(row.getLong("mapcfg"), k -> new TreeMap<>())
                        .put(row.getString("alias"), row.getString("list")));
        reading.rowsOf(
                "pg_ts_config",
                """
                SELECT c.oid, n.nspname, c.cfgname, quote_ident(pn.nspname) || '.' || quote_ident(p.prsname) AS parser
                FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace
                JOIN pg_ts_parser p ON p.oid = c.cfgparser JOIN pg_namespace pn ON pn.oid = p.prsnamespace
                WHERE\s""" + USER_SCHEMA + " AND " + notOfExtension("pg_ts_config", "c.oid"),
                row -> reading.add(
                        ObjectAddress.of("pg_ts_config", row.getLong("oid")),
                        new TextSearchConfiguration(
                                ObjectKey.of(
                                        ObjectKind.TEXT_SEARCH_CONFIGURATION,
                                        row.getString("nspname"),
                                        row.getString("cfgname")),
                                row.getString("parser"),
                                mappings.getOrDefault(row.getLong("oid"), CatalogReading.none()))));
    }
}
