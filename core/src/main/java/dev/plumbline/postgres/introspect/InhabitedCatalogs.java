// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which of the catalogs that most databases leave as {@code initdb} made them have something of a user's in this one. One
 * query asks for all: for a schema of some dozen tables the server needs longer to plan a query of each than to answer it.
 *
 * <p>Each condition lets through at least what its reader reads. What {@code initdb} made has OIDs below 16384
 * (access/transam.h, FirstNormalObjectId); but it can be moved to a schema of a user's, and so a catalog whose objects
 * lie in schemas is asked for those.
 */
public final class InhabitedCatalogs {
    private static final String MADE_BY_USERS = "x.oid >= 16384";

    /** Built-in objects of the kinds that are asked for lie in {@code pg_catalog}. */
    private static final String IN_OTHER_SCHEMA = " <> 'pg_catalog'::regnamespace";

    private static final String ANY = "true";

    /** The condition on {@code x}, by the catalog. */
    private static final Map<String, String> CONDITIONS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "pg_aggregate",
                    "EXISTS (SELECT FROM pg_proc p WHERE p.oid = x.aggfnoid AND p.pronamespace" + IN_OTHER_SCHEMA
                            + ")"),
            Map.entry("pg_am", MADE_BY_USERS),
            Map.entry("pg_amop", MADE_BY_USERS),
            Map.entry("pg_amproc", MADE_BY_USERS),
            Map.entry("pg_cast", MADE_BY_USERS),
            Map.entry("pg_collation", "x.collnamespace" + IN_OTHER_SCHEMA),
            Map.entry("pg_conversion", "x.connamespace" + IN_OTHER_SCHEMA),
            Map.entry("pg_default_acl", ANY),
            // The constraints with a comment; all others are read with the comments on everything.
            Map.entry("pg_description", "x.objoid >= 16384 AND x.classoid = 'pg_constraint'::regclass"),
            Map.entry("pg_event_trigger", ANY),
            Map.entry("pg_foreign_data_wrapper", ANY),
            Map.entry("pg_foreign_server", ANY),
            Map.entry("pg_foreign_table", ANY),
            Map.entry("pg_inherits", ANY),
            Map.entry("pg_language", MADE_BY_USERS),
            Map.entry("pg_opclass", "x.opcnamespace" + IN_OTHER_SCHEMA),
            Map.entry("pg_operator", "x.oprnamespace" + IN_OTHER_SCHEMA),
            Map.entry("pg_opfamily", "x.opfnamespace" + IN_OTHER_SCHEMA),
            Map.entry("pg_partitioned_table", ANY),
            Map.entry("pg_policy", ANY),
            Map.entry("pg_proc", inUserSchema("x.pronamespace")),
            Map.entry("pg_publication", ANY),
            Map.entry(
                    "pg_range",
                    "EXISTS (SELECT FROM pg_type t WHERE t.oid = x.rngtypid AND t.typnamespace" + IN_OTHER_SCHEMA
                            + ")"),
            Map.entry(
                    "pg_rewrite",
                    "EXISTS (SELECT FROM pg_class c WHERE c.oid = x.ev_class AND " + inUserSchema("c.relnamespace")
                            + ")"),
            Map.entry("pg_seclabel", ANY),
            Map.entry("pg_sequence", ANY),
            Map.entry("pg_shseclabel", ANY),
            Map.entry("pg_statistic_ext", ANY),
            Map.entry("pg_transform", ANY),
            Map.entry("pg_trigger", "NOT x.tgisinternal"),
            Map.entry("pg_ts_config", "x.cfgnamespace" + IN_OTHER_SCHEMA),
            Map.entry("pg_ts_dict", "x.dictnamespace" + IN_OTHER_SCHEMA),
            Map.entry("pg_ts_parser", "x.prsnamespace" + IN_OTHER_SCHEMA),
            Map.entry("pg_ts_template", "x.tmplnamespace" + IN_OTHER_SCHEMA),
            // Every table has a type of its rows; what is asked for is made by CREATE TYPE or CREATE DOMAIN.
            Map.entry(
                    "pg_type",
                    "(x.typtype IN ('d', 'e') OR x.typtype = 'c' AND EXISTS (SELECT FROM pg_class c WHERE c.oid = x.typrelid"
                            + " AND c.relkind = 'c')) AND " + inUserSchema("x.typnamespace"))));

    private static final String QUERY = "SELECT "
            + CONDITIONS.entrySet().stream()
                    .map(entry -> "EXISTS (SELECT FROM " + entry.getKey() + " x WHERE " + entry.getValue() + ") AS "
                            + entry.getKey())
                    .collect(Collectors.joining(", "));

    /** Objects of some kinds lie in the standard's schema too, which may have been dropped. */
    private static String inUserSchema(String schema) {
        return schema + IN_OTHER_SCHEMA + " AND " + schema + " IS DISTINCT FROM to_regnamespace('information_schema')";
    }

    private final Set<String> inhabited;

    private InhabitedCatalogs(Set<String> inhabited) {
        this.inhabited = inhabited;
    }

    /** Looks at all of them, as the transaction that is open sees them, with an empty search path. */
    public static InhabitedCatalogs read(Connection connection) throws SQLException {
        Set<String> inhabited = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(QUERY);
                ResultSet row = statement.executeQuery()) {
            row.next();
            for (String catalog : CONDITIONS.keySet()) {
                if (row.getBoolean(catalog)) {
                    inhabited.add(catalog);
                }
            }
        }
        return new InhabitedCatalogs(inhabited);
    }

    /** Returns whether a catalog is one of those that are asked for. */
    static boolean knows(String catalog) {
        return CONDITIONS.containsKey(catalog);
    }

    /**
     * Returns whether a catalog has something of a user's.
     *
     * @throws IllegalArgumentException when it is none of those that are asked for
     */
    public boolean contains(String catalog) {
        if (!knows(catalog)) {
            throw new IllegalArgumentException(catalog + " is not asked for");
        }
        return inhabited.contains(catalog);
    }
}
