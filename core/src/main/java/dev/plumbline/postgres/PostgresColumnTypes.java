// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.alignment.AlignmentRule;
import dev.plumbline.alignment.AllowedValues;
import dev.plumbline.alignment.ColumnShape;
import dev.plumbline.alignment.ColumnTypes;
import dev.plumbline.alignment.Conventions;
import dev.plumbline.alignment.IntegerFit;
import dev.plumbline.alignment.JavaKind;
import dev.plumbline.alignment.JavaType;
import dev.plumbline.alignment.Misfit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's types and those of Java, as the PostgreSQL JDBC driver converts them (its documentation, "Using Java 8 Date
 * and Time classes", and {@code PgResultSet.getObject}); {@code Instant} stands for {@code OffsetDateTime}, as every mapping
 * library has it.
 */
final class PostgresColumnTypes implements ColumnTypes {
    private static final Pattern NUMERIC = Pattern.compile("numeric\\((\\d+),(-?\\d+)\\)");
    private static final int DIGITS_OF_DOUBLE = 15;
    private static final int DIGITS_OF_FLOAT = 6;

    @Override
    public Optional<Misfit> judge(ColumnShape column, JavaType type, JavaKind kind, Conventions conventions) {
        return judge(column, column.type(), type, kind);
    }

    private Optional<Misfit> judge(ColumnShape column, String sqlType, JavaType type, JavaKind kind) {
        if (kind == JavaKind.ANY) {
            return Optional.empty();
        }
        if (sqlType.endsWith("[]")) {
            return array(column, sqlType, type, kind);
        }
        if (column.enumeration()) {
            return kind == JavaKind.ENUM ? Optional.empty() : textual(kind, "an enum or String");
        }
        return switch (plain(sqlType)) {
            case "smallint" -> integer(16, column, kind, "short or int");
            case "integer" -> integer(32, column, kind, "int");
            case "bigint" -> integer(64, column, kind, "long");
            case "oid" -> integer(33, column, kind, "long");
            case "numeric" -> numeric(column, sqlType, kind);
            case "real" -> floating(kind, kind == JavaKind.FLOAT || kind == JavaKind.DOUBLE, "float");
            case "double precision" -> floating(kind, kind == JavaKind.DOUBLE, "double");
            case "boolean" -> only(kind == JavaKind.BOOLEAN, kind, "boolean");
            case "character varying", "text", "name", "citext" -> text(kind, type);
            case "character", "\"char\"" -> character(sqlType, kind, type);
            case "bytea" -> binary(kind, type);
            case "uuid" -> kind == JavaKind.UUID ? Optional.empty() : textual(kind, "UUID");
            case "date" -> only(kind == JavaKind.LOCAL_DATE, kind, "LocalDate");
            case "time without time zone" -> only(kind == JavaKind.LOCAL_TIME, kind, "LocalTime");
            case "time with time zone" -> zoned(kind, JavaKind.OFFSET_TIME, JavaKind.LOCAL_TIME, "OffsetTime");
            case "timestamp without time zone" -> timestamp(kind);
            case "timestamp with time zone" -> moment(kind);
            case "interval" -> interval(kind);
            case "json", "jsonb" -> json(kind);
            case "bit" ->
                kind == JavaKind.BOOLEAN && sqlType.equals("bit(1)") ? Optional.empty() : textual(kind, "String");
            case "vector", "halfvec" -> vector(kind, type);
            case "hstore" -> kind == JavaKind.MAP ? Optional.empty() : textual(kind, "Map<String, String>");
            default -> textual(kind, "String");
        };
    }

    /** Returns the name of a type without its schema, its quotes and what it is limited to. */
    private static String plain(String type) {
        String unlimited = type.replaceAll("\\([^)]*\\)", "").replaceAll("^interval .*", "interval");
        boolean ofServer = unlimited.indexOf('.') < 0;
        return ofServer
                ? unlimited
                : unlimited.substring(unlimited.lastIndexOf('.') + 1).replace("\"", "");
    }

    private static Optional<Misfit> integer(int bits, ColumnShape column, JavaKind kind, String expected) {
        return kind.isInteger() || kind == JavaKind.FLOAT || kind == JavaKind.DOUBLE || kind == JavaKind.BIG_DECIMAL
                ? IntegerFit.judge(bits, kind, column.allowed(), expected)
                : differs(kind, expected);
    }

    private static Optional<Misfit> numeric(ColumnShape column, String type, JavaKind kind) {
        Matcher limits = NUMERIC.matcher(type);
        boolean limited = limits.matches();
        int digits = limited ? Integer.parseInt(limits.group(1)) : Integer.MAX_VALUE;
        int scale = limited ? Integer.parseInt(limits.group(2)) : Integer.MAX_VALUE;
        if (kind == JavaKind.BIG_DECIMAL) {
            return Optional.empty();
        }
        if (kind.isInteger()) {
            if (scale > 0) {
                return Optional.of(new Misfit(
                        AlignmentRule.TYPE_DIFFERS,
                        "BigDecimal",
                        "what stands behind the decimal point is lost, or reading it fails"));
            }
            // Ten bits are a little more than three digits.
            int bits = (int) Math.min(Integer.MAX_VALUE, (digits - (long) scale) * 10 / 3 + 2);
            return IntegerFit.judge(bits, kind, column.allowed(), "BigDecimal");
        }
        if (kind == JavaKind.DOUBLE || kind == JavaKind.FLOAT) {
            int held = kind == JavaKind.DOUBLE ? DIGITS_OF_DOUBLE : DIGITS_OF_FLOAT;
            if (digits <= held && scale <= 0) {
                return Optional.empty();
            }
            return Optional.of(new Misfit(
                    AlignmentRule.PRECISION,
                    "BigDecimal",
                    digits <= held
                            ? "decimal fractions such as 0.1 become the nearest binary ones, and sums drift"
                            : "more than " + held + " digits are rounded"));
        }
        return differs(kind, "BigDecimal");
    }

    private static Optional<Misfit> floating(JavaKind kind, boolean exact, String expected) {
        if (exact) {
            return Optional.empty();
        }
        return switch (kind) {
            case FLOAT, DOUBLE ->
                Optional.of(new Misfit(
                        AlignmentRule.PRECISION, expected, "a value does not come back as it went in, digit by digit"));
            case BIG_DECIMAL ->
                Optional.of(new Misfit(
                        AlignmentRule.PRECISION,
                        expected + ", or numeric",
                        "what has more digits than the column is rounded when it is written"));
            default -> differs(kind, expected);
        };
    }

    private static Optional<Misfit> only(boolean fits, JavaKind kind, String expected) {
        return fits ? Optional.empty() : differs(kind, expected);
    }

    /** Text holds what an application writes into it; beyond enums and strings the database does not look at it. */
    private static Optional<Misfit> text(JavaKind kind, JavaType type) {
        return switch (kind) {
            case STRING, ENUM -> Optional.empty();
            case CHAR ->
                Optional.of(
                        new Misfit(AlignmentRule.OVERFLOW, "String", "a text of more than one character does not fit"));
            case UUID, COLLECTION, MAP, PERIOD, DURATION ->
                Optional.of(new Misfit(AlignmentRule.NOT_ENFORCED, "", "nothing keeps a text out that is no " + type));
            case CUSTOM -> unknown(type);
            default -> differs(kind, "String");
        };
    }

    private static Optional<Misfit> character(String sqlType, JavaKind kind, JavaType type) {
        boolean single = sqlType.equals("character(1)") || sqlType.equals("\"char\"");
        return single && kind == JavaKind.CHAR ? Optional.empty() : text(kind, type);
    }

    private static Optional<Misfit> binary(JavaKind kind, JavaType type) {
        return switch (kind) {
            case BYTES -> Optional.empty();
            case CUSTOM, COLLECTION -> unknown(type);
            default -> differs(kind, "byte[]");
        };
    }

    private static Optional<Misfit> timestamp(JavaKind kind) {
        return switch (kind) {
            case LOCAL_DATE_TIME, TIMESTAMP -> Optional.empty();
            case INSTANT, OFFSET_DATE_TIME ->
                Optional.of(new Misfit(
                        AlignmentRule.TIME_ZONE,
                        "LocalDateTime, or timestamp with time zone",
                        "the column names no moment: the driver refuses, or takes the zone of whoever reads"));
            default -> differs(kind, "LocalDateTime");
        };
    }

    private static Optional<Misfit> moment(JavaKind kind) {
        return switch (kind) {
            case INSTANT, OFFSET_DATE_TIME, TIMESTAMP -> Optional.empty();
            case LOCAL_DATE_TIME ->
                Optional.of(new Misfit(
                        AlignmentRule.TIME_ZONE,
                        "Instant or OffsetDateTime",
                        "the driver refuses, or gives the clock of whoever reads, which another zone reads otherwise"));
            default -> differs(kind, "Instant or OffsetDateTime");
        };
    }

    private static Optional<Misfit> zoned(JavaKind kind, JavaKind right, JavaKind local, String expected) {
        if (kind == local) {
            return Optional.of(new Misfit(AlignmentRule.TIME_ZONE, expected, "the offset is lost"));
        }
        return only(kind == right, kind, expected);
    }

    private static Optional<Misfit> interval(JavaKind kind) {
        return switch (kind) {
            case DURATION ->
                Optional.of(new Misfit(
                        AlignmentRule.NOT_ENFORCED, "", "an interval of months or days has no fixed length"));
            case PERIOD ->
                Optional.of(new Misfit(AlignmentRule.NOT_ENFORCED, "", "hours and less have no place in a Period"));
            default -> textual(kind, "Duration or PGInterval");
        };
    }

    private static Optional<Misfit> json(JavaKind kind) {
        return switch (kind) {
            case MAP, COLLECTION, CUSTOM -> Optional.empty();
            case STRING -> textual(kind, "String");
            default -> differs(kind, "a type for JSON");
        };
    }

    private static Optional<Misfit> vector(JavaKind kind, JavaType type) {
        if (kind == JavaKind.COLLECTION) {
            return switch (type.element().kind()) {
                case FLOAT -> Optional.empty();
                case DOUBLE -> Optional.of(new Misfit(AlignmentRule.PRECISION, "float[]", "its elements have 32 bits"));
                default -> differs(kind, "float[]");
            };
        }
        return textual(kind, "float[]");
    }

    private Optional<Misfit> array(ColumnShape column, String sqlType, JavaType type, JavaKind kind) {
        String element = sqlType.substring(0, sqlType.length() - 2);
        if (kind != JavaKind.COLLECTION) {
            return kind == JavaKind.BYTES ? differs(kind, "an array or List") : textual(kind, "an array or List");
        }
        JavaType inner = type.element();
        if (inner.kind() == JavaKind.ANY || inner.kind() == JavaKind.CUSTOM) {
            return Optional.empty();
        }
        ColumnShape of = new ColumnShape(
                column.name(),
                element,
                element,
                column.nulls(),
                column.source(),
                AllowedValues.ANY,
                false,
                true,
                false);
        return judge(of, element, inner, inner.kind());
    }

    /** Every value can be read as text; text is accepted back only where the statement casts it. */
    private static Optional<Misfit> textual(JavaKind kind, String expected) {
        return switch (kind) {
            case STRING ->
                Optional.of(new Misfit(
                        AlignmentRule.READ_AS_TEXT,
                        expected.equals("String") ? "" : expected,
                        "the server takes text for it only with a cast, or with stringtype=unspecified"));
            case CUSTOM ->
                Optional.of(new Misfit(
                        AlignmentRule.TYPE_UNKNOWN, expected, "only a converter knows how the two belong together"));
            default -> differs(kind, expected);
        };
    }

    private static Optional<Misfit> unknown(JavaType type) {
        return Optional.of(
                new Misfit(AlignmentRule.TYPE_UNKNOWN, "", "only a converter knows how a " + type + " is made of it"));
    }

    private static Optional<Misfit> differs(JavaKind kind, String expected) {
        if (kind == JavaKind.CUSTOM) {
            return Optional.of(new Misfit(
                    AlignmentRule.TYPE_UNKNOWN, expected, "only a converter knows how the two belong together"));
        }
        return Optional.of(new Misfit(
                AlignmentRule.TYPE_DIFFERS,
                expected,
                List.of(JavaKind.STRING, JavaKind.CHAR).contains(kind)
                        ? "what is read is text, and writing text fails: the types differ"
                        : "the driver refuses to make one of the other, on reading or on writing"));
    }
}
