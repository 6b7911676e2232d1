// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.seed;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.EnumType;
import dev.plumbline.postgres.sql.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A value for every type that a column may have, different from row to row where the type has room for it. */
final class SeedTypes {
    private static final Pattern LENGTH = Pattern.compile("\\((\\d+)[^)]*\\)");

    private final Map<String, EnumType> enums = new HashMap<>();
    private final Map<String, DomainType> domains = new HashMap<>();
    private final Map<String, List<String>> domainChecks = new HashMap<>();

    SeedTypes(Catalog catalog) {
        catalog.objects(EnumType.class).forEach(type -> enums.put(Sql.of(type.key()), type));
        catalog.objects(DomainType.class).forEach(type -> {
            domains.put(Sql.of(type.key()), type);
            domainChecks.put(
                    Sql.of(type.key()),
                    catalog.objects(Constraint.class)
                            .filter(check -> check.on().equals(type.key()))
                            .map(Constraint::definition)
                            .toList());
        });
    }

    /** Returns the definitions of the checks that a domain puts on its values. */
    List<String> checks(String type) {
        return domainChecks.getOrDefault(type, List.of());
    }

    /** Returns the type below domains. */
    String base(String type) {
        DomainType domain = domains.get(type);
        return domain == null ? type : base(domain.baseType());
    }

    /** Returns a value as SQL; {@code NULL} for a type that is not known. */
    String value(String type, String name, int row) {
        String base = base(type);
        if (base.endsWith("[]")) {
            String element = base.substring(0, base.length() - 2);
            return "ARRAY[" + value(element, name, row) + "]::" + base;
        }
        EnumType enumeration = enums.get(base);
        if (enumeration != null) {
            List<String> labels = enumeration.labels();
            return labels.isEmpty() ? "NULL" : Sql.literal(labels.get((row - 1) % labels.size()));
        }
        return builtIn(base, name, row);
    }

    private static String builtIn(String type, String name, int row) {
        Matcher length = LENGTH.matcher(type);
        int size = length.find() ? Integer.parseInt(length.group(1)) : Integer.MAX_VALUE;
        String plain = length.replaceAll("");
        String unqualified = plain.substring(plain.lastIndexOf('.') + 1);
        return switch (unqualified) {
            case "smallint", "integer", "bigint", "oid", "xid8" -> String.valueOf(row);
            case "numeric", "real", "double precision", "money" -> size == 1 ? "0" : String.valueOf(row);
            case "boolean" -> row % 2 == 1 ? "true" : "false";
            case "text", "character varying", "citext", "name" -> text(name + " " + row, row, size);
            case "character", "bpchar", "\"char\"" -> text(String.valueOf(row), row, size);
            case "uuid" -> "'00000000-0000-4000-8000-" + "%012d".formatted(row) + "'";
            case "json", "jsonb" -> "'{}'";
            case "xml" -> "'<row/>'";
            case "bytea" -> "'\\x0" + row % 10 + "'";
            case "date" -> "date '2024-01-01' + " + row;
            case "timestamp without time zone", "timestamp with time zone" ->
                "timestamp '2024-01-01' + interval '" + row + " days'";
            case "time without time zone", "time with time zone" -> "'0" + row % 10 + ":00'";
            case "interval" -> "'" + row + " hours'";
            case "inet", "cidr" -> "'10.0.0." + row + "'";
            case "macaddr" -> "'08:00:2b:01:02:0" + row % 10 + "'";
            case "macaddr8" -> "'08:00:2b:01:02:03:04:0" + row % 10 + "'";
            case "bit" -> "repeat('1', " + (size == Integer.MAX_VALUE ? 1 : size) + ")::" + type;
            case "bit varying" -> "B'1'";
            case "point" -> "'(" + row + ",1)'";
            case "line" -> "'{1,1," + row + "}'";
            case "lseg", "box" -> "'((0,0),(" + row + ",1))'";
            case "path", "polygon" -> "'((0,0),(" + row + ",1))'";
            case "circle" -> "'<(0,0)," + row + ">'";
            case "tsvector", "tsquery", "ltree", "lquery" -> "'a" + row + "'";
            case "int4range", "int8range", "numrange" -> "'[" + row * 10 + "," + (row * 10 + 1) + ")'";
            case "daterange", "tsrange", "tstzrange" -> "'" + day(row) + "'";
            case "int4multirange", "int8multirange", "nummultirange" -> "'{[" + row * 10 + "," + (row * 10 + 1) + ")}'";
            case "datemultirange", "tsmultirange", "tstzmultirange" -> "'{" + day(row) + "}'";
            case "hstore" -> "'a=>" + row + "'";
            case "jsonpath" -> "'$'";
            case "pg_lsn" -> "'0/" + row + "'";
            case "vector", "halfvec" -> vector(row, size);
            case "geometry", "geography" -> "'POINT(" + row + " 1)'";
            default -> "NULL";
        };
    }

    /** Returns a range of its own for each row, so that none overlaps another: keys may ask for that. */
    private static String day(int row) {
        return "[2024-01-%02d,2024-01-%02d)".formatted(row % 30 + 1, row % 30 + 2);
    }

    private static String text(String value, int row, int size) {
        return Sql.literal(value.length() <= size ? value : String.valueOf(row % 10));
    }

    private static String vector(int row, int size) {
        int dimensions = size == Integer.MAX_VALUE ? 3 : size;
        return IntStream.range(0, dimensions)
                .mapToObj(i -> String.valueOf(i == 0 ? row : 1))
                .collect(Collectors.joining(",", "'[", "]'"));
    }
}
