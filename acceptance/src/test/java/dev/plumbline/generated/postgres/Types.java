// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import java.util.List;

/** Types of columns, with a value of each for every row; where they can, the values of one row are the same number. */
final class Types {
    static final List<String> BASE = List.of(
            "integer",
            "integer",
            "integer",
            "bigint",
            "smallint",
            "numeric(10,2)",
            "numeric",
            "real",
            "text",
            "text",
            "text",
            "varchar(20)",
            "varchar(40)",
            "character(5)",
            "boolean",
            "date",
            "timestamp",
            "timestamptz",
            "timestamp(3)",
            "interval",
            "time",
            "uuid",
            "jsonb",
            "bytea",
            "integer[]",
            "text[]",
            "int4range",
            "daterange",
            "inet",
            "point",
            "tsvector",
            "bit(3)");
    static final String NUMBERS = "integer|bigint|smallint|numeric.*|real";
    static final String TEXTS = "text|varchar.*";
    static final String SCALARS = NUMBERS + "|" + TEXTS + "|date|timestamp.*|uuid|inet|time";

    private Types() {}

    /** Returns a literal for the row with this number, counted from 1. */
    static String value(String type, int row) {
        return switch (type.replaceAll("\\(.*", "")) {
            case "integer", "bigint", "smallint", "numeric", "real", "oid" -> String.valueOf(row);
            case "boolean" -> row % 2 == 0 ? "true" : "false";
            case "date", "timestamp", "timestamptz" -> "'2026-01-0" + row + "'";
            case "interval" -> "'" + row + " days'";
            case "time" -> "'0" + row + ":00'";
            case "uuid" -> "'00000000-0000-0000-0000-00000000000" + row + "'";
            case "jsonb" -> "'{\"a\": " + row + "}'";
            case "integer[]", "text[]" -> "'{" + row + "}'";
            case "int4range" -> "'[" + row * 10 + "," + (row * 10 + 5) + ")'";
            case "daterange" -> "'[2026-0" + row + "-01,2026-0" + row + "-09)'";
            case "inet" -> "'10.0.0." + row + "'";
            case "point" -> "'(" + row + ",1)'";
            case "bit" -> "B'01" + row % 2 + "'";
            default -> "'" + row + "'";
        };
    }

    /** Returns a default for a column of this type. */
    static String defaultValue(Dice dice, String type) {
        return switch (type.replaceAll("\\(.*", "")) {
            case "integer", "bigint", "numeric" -> dice.pick("7", "(1 + 2)", "-1", "length('abc')");
            case "smallint", "real" -> dice.pick("7", "-1");
            case "text", "varchar" -> dice.pick("'x'", "'it''s'", "lower('ABC')", "''", "CURRENT_USER");
            case "date", "timestamp", "timestamptz" -> dice.pick("'2026-01-01'", "now()", "CURRENT_TIMESTAMP");
            case "integer[]", "text[]" -> dice.pick("'{}'", "ARRAY['1']::text[]::" + type);
            case "boolean" -> dice.pick("true", "false");
            case "uuid" -> dice.pick("gen_random_uuid()", "'00000000-0000-0000-0000-000000000000'");
            case "jsonb" -> dice.pick("'{}'", "jsonb_build_object('a', 1)");
            case "interval" -> "'1 day'";
            default -> "NULL";
        };
    }
}
