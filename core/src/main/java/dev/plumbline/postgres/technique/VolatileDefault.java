// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Routine;
import dev.plumbline.catalog.Signatures;
import dev.plumbline.postgres.sql.SqlTokens;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a default may give every row another value, so that a column which is added with it has the server write the whole
 * table anew (PostgreSQL documentation, ALTER TABLE, "Notes"). The functions that it calls are looked at, by their names; one
 * of which nothing is known counts as such.
 */
public final class VolatileDefault {
    /** Those of pg_catalog that are volatile on any supported version and give a value; all that begin with pg_ count too. */
    private static final Set<String> BUILT_IN =
            Set.of(("amvalidate array_sample array_shuffle binary_upgrade_logical_slot_has_caught_up"
                            + " brin_summarize_new_values brin_summarize_range clock_timestamp current_query currtid2"
                            + " currval cursor_to_xml cursor_to_xmlschema gen_random_uuid gin_clean_pending_list lastval"
                            + " lo_close lo_creat lo_create lo_export lo_from_bytea lo_get lo_import lo_lseek lo_lseek64"
                            + " lo_open lo_tell lo_tell64 lo_truncate lo_truncate64 lo_unlink loread lowrite nextval"
                            + " plpgsql_call_handler query_to_xml query_to_xml_and_xmlschema query_to_xmlschema random"
                            + " random_normal set_config setval timeofday ts_rewrite txid_status uuidv4 uuidv7")
                    .split(" "));

    private static final String BUILT_INS = "pg_catalog";

    private static final Pattern STEADY = Pattern.compile("(?m)^ (WINDOW )?(IMMUTABLE|STABLE)\\b");

    private VolatileDefault() {}

    /** Returns whether it may be; {@code expression} is as the server deparses it with an empty search path. */
    public static boolean is(String expression, Catalog catalog) {
        List<String> tokens = SqlTokens.of(expression);
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).equals("(") && isName(tokens.get(i - 1))) {
                boolean qualified = i >= 3 && tokens.get(i - 2).equals(".");
                String schema = qualified ? SqlTokens.unquoted(tokens.get(i - 3)) : BUILT_INS;
                String name = SqlTokens.unquoted(tokens.get(i - 1));
                boolean steady = schema.equals(BUILT_INS) ? !isBuiltIn(name) : isSteady(schema, name, catalog);
                if (!steady) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether a function of pg_catalog may be volatile. */
    public static boolean isBuiltIn(String name) {
        return BUILT_IN.contains(name) || name.startsWith("pg_");
    }

    private static boolean isSteady(String schema, String name, Catalog catalog) {
        List<Routine> routines = catalog.objects(Routine.class)
                .filter(routine -> routine.key().schema().equals(schema)
                        && Signatures.name(routine.key().name()).equals(name))
                .toList();
        return !routines.isEmpty() && routines.stream().allMatch(VolatileDefault::isSteady);
    }

    private static boolean isSteady(Routine routine) {
        int body = routine.definition().indexOf("\nAS ");
        String head = body < 0 ? routine.definition() : routine.definition().substring(0, body);
        return STEADY.matcher(head).find();
    }

    private static boolean isName(String token) {
        char first = token.charAt(0);
        return first == '"' || first == '_' || Character.isLetter(first);
    }
}
