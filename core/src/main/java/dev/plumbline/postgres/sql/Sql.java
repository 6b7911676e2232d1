// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.sql;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Signatures;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The one place where names and values become SQL. */
public final class Sql {
    private static final String QUOTE = "$plumbline$";
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    /** Every key word that is not free as any name (PostgreSQL documentation, appendix "SQL Key Words"). */
    private static final Set<String> KEY_WORDS = Set.copyOf(Arrays.asList(
            ("all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both"
                            + " case cast char character check coalesce collate collation column concurrently"
                            + " constraint create cross current_catalog current_date current_role current_schema"
                            + " current_time current_timestamp current_user dec decimal default deferrable desc"
                            + " distinct do else end except exists extract false fetch float for foreign freeze from"
                            + " full grant greatest group grouping having ilike in initially inner inout int integer"
                            + " intersect interval into is isnull join json json_array json_arrayagg json_exists"
                            + " json_object json_objectagg json_query json_scalar json_serialize json_table json_value"
                            + " lateral leading least left like limit localtime localtimestamp merge_action national"
                            + " natural nchar none normalize not notnull null nullif numeric offset on only or order"
                            + " out outer overlaps overlay placing position precision primary real references"
                            + " returning right row select session_user setof similar smallint some substring"
                            + " symmetric system_user table tablesample then time timestamp to trailing treat trim"
                            + " true union unique user using values varchar variadic verbose when where window with"
                            + " xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi"
                            + " xmlroot xmlserialize xmltable")
                    .split(" ")));

    private Sql() {}

    /** Returns a name as an identifier, quoted where it must be. */
    public static String name(String name) {
        if (PLAIN.matcher(name).matches() && !KEY_WORDS.contains(name)) {
            return name;
        }
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Returns names as identifiers, joined by commas. */
    public static String names(Collection<String> names) {
        return names.stream().map(Sql::name).collect(Collectors.joining(", "));
    }

    /** Returns the text of a function or a DO block as a literal that reads as it stands, where it does not hold the quote. */
    public static String body(String text) {
        return text.contains(QUOTE) ? literal(text) : QUOTE + text + QUOTE;
    }

    /** Returns a text as a literal that is read the same under every setting of standard_conforming_strings. */
    public static String literal(String text) {
        String doubled = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    /**
     * Returns the qualified name of what stands in a schema, or the name of what does not. The argument types of a
     * routine are part of its name in the key and are valid SQL as they are.
     */
    public static String of(ObjectKey key) {
        return switch (key.kind()) {
            case SCHEMA, EXTENSION, EVENT_TRIGGER, PUBLICATION, FOREIGN_DATA_WRAPPER, SERVER, LANGUAGE, ACCESS_METHOD ->
                name(key.name());
            case OPERATOR_CLASS, OPERATOR_FAMILY ->
                name(key.schema()) + "." + name(key.name()) + " USING "
                        + name(key.path().get(1));
            case TRANSFORM -> "FOR " + key.path().get(0) + " LANGUAGE " + name(key.name());
            case CAST -> "(" + key.path().get(0) + " AS " + key.path().get(1) + ")";
            case OPERATOR -> operatorName(key) + " " + Signatures.arguments(key.name());
            case USER_MAPPING ->
                "FOR " + role(key.name()) + " SERVER " + name(key.path().get(0));
            case FUNCTION, AGGREGATE -> routineName(key) + Signatures.arguments(key.name());
            case PROCEDURE -> routineName(key) + procedureArguments(key);
            default -> name(key.schema()) + "." + name(key.path().get(1));
        };
    }

    /** Returns the words for who is given something: a role's name, or everybody. */
    public static String role(String role) {
        return role.equals("PUBLIC") ? role : name(role);
    }

    /**
     * Returns the types of a procedure's input arguments so that they name no other: without any mode they could be all
     * arguments of one that has OUT arguments too, and the server would not choose (LookupFuncWithArgs in parse_func.c).
     */
    private static String procedureArguments(ObjectKey key) {
        String arguments = Signatures.arguments(key.name());
        return arguments.equals("()") ? arguments : "(IN " + arguments.substring(1);
    }

    /** Returns the qualified name of a routine without its argument types. */
    public static String routineName(ObjectKey key) {
        return name(key.schema()) + "." + name(Signatures.name(key.name()));
    }

    /** Returns the qualified name of an operator without its argument types; the symbol is never quoted. */
    public static String operatorName(ObjectKey key) {
        return name(key.schema()) + "." + Signatures.name(key.name());
    }

    /** Returns the words for DROP, COMMENT ON and GRANT ON. */
    public static String kind(ObjectKind kind) {
        return switch (kind) {
            case SCHEMA -> "SCHEMA";
            case EXTENSION -> "EXTENSION";
            case COLLATION -> "COLLATION";
            case ENUM, COMPOSITE, RANGE -> "TYPE";
            case DOMAIN -> "DOMAIN";
            case CONVERSION -> "CONVERSION";
            case CAST -> "CAST";
            case OPERATOR -> "OPERATOR";
            case OPERATOR_CLASS -> "OPERATOR CLASS";
            case OPERATOR_FAMILY -> "OPERATOR FAMILY";
            case LANGUAGE -> "LANGUAGE";
            case ACCESS_METHOD -> "ACCESS METHOD";
            case TRANSFORM -> "TRANSFORM";
            case TEXT_SEARCH_PARSER -> "TEXT SEARCH PARSER";
            case TEXT_SEARCH_TEMPLATE -> "TEXT SEARCH TEMPLATE";
            case TEXT_SEARCH_DICTIONARY -> "TEXT SEARCH DICTIONARY";
            case TEXT_SEARCH_CONFIGURATION -> "TEXT SEARCH CONFIGURATION";
            case FOREIGN_DATA_WRAPPER -> "FOREIGN DATA WRAPPER";
            case SERVER -> "SERVER";
            case USER_MAPPING -> "USER MAPPING";
            case FOREIGN_TABLE -> "FOREIGN TABLE";
            case PUBLICATION -> "PUBLICATION";
            case SEQUENCE -> "SEQUENCE";
            case TABLE -> "TABLE";
            case COLUMN -> "COLUMN";
            case FUNCTION -> "FUNCTION";
            case PROCEDURE -> "PROCEDURE";
            case AGGREGATE -> "AGGREGATE";
            case VIEW -> "VIEW";
            case MATERIALIZED_VIEW -> "MATERIALIZED VIEW";
            case INDEX -> "INDEX";
            case CONSTRAINT -> "CONSTRAINT";
            case STATISTICS -> "STATISTICS";
            case RULE -> "RULE";
            case TRIGGER -> "TRIGGER";
            case EVENT_TRIGGER -> "EVENT TRIGGER";
            case POLICY -> "POLICY";
            case DEFAULT, OWNER, COMMENT, GRANT, DEFAULT_PRIVILEGE, VIRTUAL_TABLE, SETTING ->
                throw new IllegalArgumentException("no such word for a " + kind.label());
        };
    }

    /** Returns a storage parameter's value: quoted unless it is a number or a word. */
    static String optionValue(String value) {
        return value.matches("[A-Za-z0-9_.+-]+") ? value : literal(value);
    }

    /** Returns {@code name = value, …}; option names such as {@code toast.fillfactor} are not quoted. */
    public static String options(SortedMap<String, String> options) {
        return options.entrySet().stream()
                .map(e -> e.getKey() + " = " + optionValue(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Returns ALTER statements that take storage parameters from one state to another. */
    public static List<String> changeOptions(
            String alter, SortedMap<String, String> from, SortedMap<String, String> to) {
        List<String> gone =
                from.keySet().stream().filter(k -> !to.containsKey(k)).toList();
        String set = to.entrySet().stream()
                .filter(e -> !e.getValue().equals(from.get(e.getKey())))
                .map(e -> e.getKey() + " = " + optionValue(e.getValue()))
                .collect(Collectors.joining(", "));
        List<String> statements = new java.util.ArrayList<>();
        if (!gone.isEmpty()) {
            statements.add(alter + " RESET (" + String.join(", ", gone) + ")");
        }
        if (!set.isEmpty()) {
            statements.add(alter + " SET (" + set + ")");
        }
        return statements;
    }
}
