// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Engines;
import dev.plumbline.postgres.TestServer;
import dev.plumbline.source.DatabaseUrl;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What is said of PostgreSQL's types and Java's, against what the driver does: a value at the end of the column's range is
 * read into the type and written back, and must be the same value.
 */
class DriverConversionsTest {
    private static final TimeZone READER = TimeZone.getTimeZone("Pacific/Auckland");
    private static final TimeZone WRITER = TimeZone.getTimeZone("America/Lima");

    private static final List<Class<?>> CLASSES = List.of(
            Boolean.class,
            Short.class,
            Integer.class,
            Long.class,
            BigInteger.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            String.class,
            byte[].class,
            UUID.class,
            LocalDate.class,
            LocalTime.class,
            OffsetTime.class,
            LocalDateTime.class,
            OffsetDateTime.class);

    /** A type, and values of it that only a type with room for all of them can hold. */
    private static final List<List<String>> COLUMNS = List.of(
            List.of("smallint", "32767", "-32768"),
            List.of("integer", "2147483647", "-2147483648"),
            List.of("bigint", "9223372036854775807", "-9223372036854775808"),
            List.of("numeric(38,0)", "99999999999999999999999999999999999999"),
            List.of("numeric(9,0)", "999999999"),
            List.of("numeric(20,4)", "1234567890123456.7891"),
            List.of("numeric", "12345678901234567890.123456789"),
            List.of("real", "0.1", "16777217"),
            List.of("double precision", "0.1234567890123456", "1e300"),
            List.of("boolean", "true", "false"),
            List.of("text", "a text that is nothing else"),
            List.of("character varying(40)", "a text that is nothing else"),
            List.of("bytea", "\\x00ff"),
            List.of("uuid", "00000000-0000-4000-8000-000000000000"),
            List.of("date", "2026-11-21"),
            List.of("time without time zone", "23:59:59.999999"),
            List.of("time with time zone", "23:59:59.999999+05:30"),
            List.of("timestamp without time zone", "2026-03-29 02:30:00.123456"),
            List.of("timestamp with time zone", "2026-11-21 08:30:00.123456+00"),
            List.of("jsonb", "{\"a\": 1}"),
            List.of("interval", "1 mon 2 days 03:04:05"),
            List.of("inet", "192.0.2.1"));

    @Test
    void whatIsSaidIsWhatTheDriverDoes() throws SQLException {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        TimeZone before = TimeZone.getDefault();
        try (TestServer server = TestServer.start(18)) {
            DatabaseUrl url = server.database("conversions", "SELECT 1");
            // Who reads and who writes are not in one zone; the driver takes the zone of the process.
            TimeZone.setDefault(READER);
            try (Connection reader = url.open()) {
                TimeZone.setDefault(WRITER);
                try (Connection writer = url.open()) {
                    for (List<String> column : COLUMNS) {
                        execute(reader, "DROP TABLE IF EXISTS t");
                        execute(reader, "CREATE TABLE t (v " + column.getFirst() + ")");
                        for (Class<?> type : CLASSES) {
                            Optional<Misfit> misfit = judged(column.getFirst(), type);
                            if (misfit.filter(found -> found.rule() == AlignmentRule.NOT_ENFORCED)
                                    .isPresent()) {
                                // It depends on the values, of which the driver knows nothing.
                                continue;
                            }
                            compared++;
                            if (misfit.filter(found -> found.rule() == AlignmentRule.PRECISION)
                                            .isPresent()
                                    && type == BigDecimal.class) {
                                assertThat(written(writer, new BigDecimal("0.123456789012345678901234567890")))
                                        .isFalse();
                                continue;
                            }
                            boolean done = true;
                            for (String value : column.subList(1, column.size())) {
                                done &= survives(reader, writer, value, type);
                            }
                            if (misfit.isEmpty() != done) {
                                wrong.add(column.getFirst() + " and " + type.getSimpleName() + ": said " + misfit
                                        + ", and the driver " + (done ? "converts" : "does not"));
                            }
                        }
                    }
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(compared).isGreaterThan(300);
        assertThat(wrong).isEmpty();
    }

    private static Optional<Misfit> judged(String sqlType, Class<?> type) {
        ColumnShape column = new ColumnShape(
                "v",
                sqlType,
                sqlType,
                ColumnShape.Nulls.NEVER,
                ColumnShape.Source.ROW,
                AllowedValues.ANY,
                false,
                true,
                false);
        JavaType java = type.isArray()
                ? new JavaType("[]", List.of(JavaType.of(type.getComponentType().getName())))
                : JavaType.of(type.getName());
        return Engines.forId("postgres").columnTypes().judge(column, java, java.kind(), Conventions.NONE);
    }

    private static boolean survives(Connection reader, Connection writer, String value, Class<?> type)
            throws SQLException {
        execute(reader, "TRUNCATE t");
        execute(reader, "INSERT INTO t VALUES ('" + value + "')");
        for (Way way : List.<Way>of((row, as) -> row.getObject(1, as), DriverConversionsTest::byItsGetter)) {
            execute(reader, "DELETE FROM t WHERE ctid <> (SELECT min(ctid) FROM t)");
            try (PreparedStatement insert = writer.prepareStatement("INSERT INTO t VALUES (?)")) {
                TimeZone.setDefault(READER);
                Object read;
                try (Statement statement = reader.createStatement();
                        ResultSet row = statement.executeQuery("SELECT v FROM t")) {
                    row.next();
                    read = way.read(row, type);
                }
                TimeZone.setDefault(WRITER);
                insert.setObject(1, read);
                insert.execute();
                if (holdsOneValueTwice(reader)) {
                    return true;
                }
            } catch (SQLException | ClassCastException | ArithmeticException e) {
                // This way does not lead there.
            }
        }
        return false;
    }

    /** Returns whether a number is still the same after it was written. */
    private static boolean written(Connection writer, BigDecimal number) throws SQLException {
        execute(writer, "TRUNCATE t");
        try (PreparedStatement insert = writer.prepareStatement("INSERT INTO t VALUES (?)")) {
            insert.setBigDecimal(1, number);
            insert.execute();
        }
        try (Statement statement = writer.createStatement();
                ResultSet row = statement.executeQuery("SELECT v::text::numeric FROM t")) {
            row.next();
            return row.getBigDecimal(1).compareTo(number) == 0;
        }
    }

    /** A way to read a value. */
    private interface Way {
        Object read(ResultSet row, Class<?> type) throws SQLException;
    }

    /** The getters convert between numbers, which {@code getObject} leaves to them. */
    private static Object byItsGetter(ResultSet row, Class<?> type) throws SQLException {
        return switch (type.getSimpleName()) {
            case "Boolean" -> row.getBoolean(1);
            case "Short" -> row.getShort(1);
            case "Integer" -> row.getInt(1);
            case "Long" -> row.getLong(1);
            case "BigInteger" -> row.getBigDecimal(1).toBigIntegerExact();
            case "Float" -> row.getFloat(1);
            case "Double" -> row.getDouble(1);
            case "BigDecimal" -> row.getBigDecimal(1);
            case "String" -> row.getString(1);
            case "byte[]" -> row.getBytes(1);
            default -> row.getObject(1, type);
        };
    }

    private static boolean holdsOneValueTwice(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet same = statement.executeQuery("SELECT count(DISTINCT v::text) = 1 AND count(*) = 2 FROM t")) {
            same.next();
            return same.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
