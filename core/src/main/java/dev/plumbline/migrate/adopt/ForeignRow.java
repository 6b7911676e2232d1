// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A row of another tool's table. Everything is text, as the driver shows it: SQLite holds any type in any column.
 *
 * @param values the values that are not null, by the name of their column in lower case
 */
record ForeignRow(Map<String, String> values) {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,40}");

    ForeignRow {
        values = Map.copyOf(values);
    }

    /** Returns a value as text; empty for null and for a column that is not there. */
    Optional<String> text(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /** Returns the first of these columns that has a value, as text. */
    Optional<String> firstText(String... columns) {
        for (String column : columns) {
            if (values.containsKey(column)) {
                return text(column);
            }
        }
        return Optional.empty();
    }

    /** Returns a value as an integer; empty for null and for anything else. */
    Optional<BigInteger> number(String column) {
        return text(column).filter(value -> INTEGER.matcher(value).matches()).map(BigInteger::new);
    }

    /** Returns a duration that is kept as an integer, at least 0. */
    long duration(String column, long unitsPerMilli) {
        BigInteger millis = number(column).orElse(BigInteger.ZERO).divide(BigInteger.valueOf(unitsPerMilli));
        return millis.max(BigInteger.ZERO)
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    /** Returns a value as a truth value; empty for null and for anything that is none. */
    Optional<Boolean> flag(String column) {
        return text(column).flatMap(value -> switch (value) {
            case "t", "true", "TRUE", "1" -> Optional.of(true);
            case "f", "false", "FALSE", "0" -> Optional.of(false);
            default -> Optional.empty();
        });
    }
}
