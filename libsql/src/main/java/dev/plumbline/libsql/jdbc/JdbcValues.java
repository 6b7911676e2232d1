// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.jdbc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Java's values as SQLite's, and back. Times are texts in ISO 8601, which SQLite's own functions read. */
final class JdbcValues {
    private JdbcValues() {}

    static @Nullable Object toDatabase(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Boolean flag -> flag ? 1L : 0L;
            case Byte number -> number.longValue();
            case Short number -> number.longValue();
            case Integer number -> number.longValue();
            case Long number -> number;
            case BigInteger number -> integer(number);
            case Float number -> finite(number.doubleValue());
            case Double number -> finite(number);
            // As a text, so that no digit is lost; SQLite makes a number of it where the column wants one.
            case BigDecimal number -> number.toPlainString();
            case String text -> text;
            case Character sign -> sign.toString();
            case byte[] bytes -> bytes.clone();
            case java.sql.Timestamp time -> time.toString();
            case java.sql.Date date -> date.toString();
            case java.sql.Time time -> time.toString();
            case TemporalAccessor time -> time.toString();
            case UUID id -> id.toString();
            case Enum<?> constant -> constant.name();
            default ->
                throw new SQLDataException(
                        "a value of the type " + value.getClass().getName() + " cannot be sent", "07006");
        };
    }

    private static Object integer(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number.toString();
    }

    private static Double finite(double number) throws SQLException {
        if (Double.isInfinite(number)) {
            throw new SQLDataException("an infinite number cannot be sent", "22003");
        }
        return number;
    }

    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            default -> value.toString();
        };
    }

    static byte @Nullable [] bytes(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> bytes.clone();
            default -> value.toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    static boolean truth(@Nullable Object value) throws SQLException {
        if (value instanceof String text) {
            String lower = text.strip().toLowerCase(Locale.ROOT);
            if (lower.equals("true") || lower.equals("false")) {
                return lower.equals("true");
            }
        }
        return number(value).signum() != 0;
    }

    /** Returns the value as a number, zero for NULL. */
    static BigDecimal number(@Nullable Object value) throws SQLException {
        try {
            return switch (value) {
                case null -> BigDecimal.ZERO;
                case Long number -> BigDecimal.valueOf(number);
                case Double number -> BigDecimal.valueOf(number);
                case String text -> new BigDecimal(text.strip());
                default -> throw new SQLDataException("a blob is no number", "22018");
            };
        } catch (NumberFormatException e) {
            throw new SQLDataException("the value is no number", "22018", e);
        }
    }

    static long integer(@Nullable Object value, long least, long most) throws SQLException {
        BigInteger number = number(value).toBigInteger();
        if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new SQLDataException(number + " is beyond the numbers of the wanted type", "22003");
        }
        return number.longValue();
    }

    static <T> @Nullable T as(@Nullable Object value, Class<T> type) throws SQLException {
        if (value == null) {
            return null;
        }
        Object converted;
        if (type == String.class) {
            converted = text(value);
        } else if (type == Long.class) {
            converted = integer(value, Long.MIN_VALUE, Long.MAX_VALUE);
        } else if (type == Integer.class) {
            converted = (int) integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
        } else if (type == Double.class) {
            converted = number(value).doubleValue();
        } else if (type == Boolean.class) {
            converted = truth(value);
        } else if (type == BigDecimal.class) {
            converted = number(value);
        } else if (type == byte[].class) {
            converted = bytes(value);
        } else if (type.isInstance(value)) {
            converted = value;
        } else {
            throw new SQLDataException("a value cannot be read as " + type.getName(), "07006");
        }
        return type.cast(converted);
    }
}
