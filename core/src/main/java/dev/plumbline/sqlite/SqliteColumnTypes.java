// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.alignment.AlignmentRule;
import dev.plumbline.alignment.ColumnShape;
import dev.plumbline.alignment.ColumnTypes;
import dev.plumbline.alignment.Conventions;
import dev.plumbline.alignment.Conventions.Dates;
import dev.plumbline.alignment.IntegerFit;
import dev.plumbline.alignment.JavaKind;
import dev.plumbline.alignment.JavaType;
import dev.plumbline.alignment.Misfit;
import java.util.Optional;

/**
 * SQLite's types and those of Java. A declared type has an affinity, and only a STRICT table keeps other values out (SQLite
 * documentation, "Datatypes In SQLite", 3.1). Dates, truth and JSON have no type at all: an application has its habits,
 * which it may declare.
 */
final class SqliteColumnTypes implements ColumnTypes {
    private static final int LONG_BITS = 64;
    private static final int INT_BITS = 32;

    private enum Affinity {
        INTEGER,
        TEXT,
        BLOB,
        REAL,
        NUMERIC,
        ANY
    }

    @Override
    public Optional<Misfit> judge(ColumnShape column, JavaType type, JavaKind kind, Conventions conventions) {
        if (kind == JavaKind.ANY) {
            return Optional.empty();
        }
        return switch (affinity(column)) {
            case INTEGER -> integer(column, type, kind, conventions);
            case TEXT -> text(column, type, kind, conventions);
            case BLOB -> blob(type, kind);
            case REAL -> real(kind);
            case NUMERIC -> numeric(column, type, kind, conventions);
            case ANY -> note("a column without a type holds whatever is put into it");
        };
    }

    /** The rules of the documentation, in their order. */
    private static Affinity affinity(ColumnShape column) {
        String type = column.type();
        if (type.contains("int")) {
            return Affinity.INTEGER;
        }
        if (type.contains("char") || type.contains("clob") || type.contains("text")) {
            return Affinity.TEXT;
        }
        if (type.isEmpty() || (column.strict() && type.equals("any"))) {
            return Affinity.ANY;
        }
        if (type.contains("blob")) {
            return Affinity.BLOB;
        }
        return type.contains("real") || type.contains("floa") || type.contains("doub")
                ? Affinity.REAL
                : Affinity.NUMERIC;
    }

    private static Optional<Misfit> integer(ColumnShape column, JavaType type, JavaKind kind, Conventions conventions) {
        return switch (kind) {
            case LONG, BIG_INTEGER, BIG_DECIMAL -> Optional.empty();
            case BYTE, SHORT, INT -> {
                int bits = kind == JavaKind.INT ? INT_BITS : kind == JavaKind.SHORT ? 16 : 8;
                yield IntegerFit.fits(column.allowed(), bits)
                        ? Optional.empty()
                        : note("a column of integers holds 64 bits whatever its type is called; long holds them, or"
                                + " a check bounds them");
            }
            case FLOAT, DOUBLE -> IntegerFit.judge(LONG_BITS, kind, column.allowed(), "long");
            case BOOLEAN ->
                conventions.booleans() || column.allowed().isZeroOrOne()
                        ? Optional.empty()
                        : note(
                                "nothing keeps other numbers than 0 and 1 out; a check would, or declare the convention");
            case ENUM -> differs("int, or TEXT for the names of the constants");
            case INSTANT, LOCAL_DATE_TIME, OFFSET_DATE_TIME, TIMESTAMP -> epoch(column, conventions);
            case DURATION -> note("nothing says in what unit the time is counted");
            case CUSTOM -> unknown(type);
            default -> differs("long");
        };
    }

    private static Optional<Misfit> epoch(ColumnShape column, Conventions conventions) {
        return switch (conventions.dates()) {
            case EPOCH_SECONDS, EPOCH_MILLIS -> Optional.empty();
            case UNDECLARED ->
                note("nothing says whether " + column.name() + " counts seconds or milliseconds, and since when;"
                        + " declare the convention");
            case TEXT -> differs("TEXT, as dates are declared to be stored");
        };
    }

    private static Optional<Misfit> text(ColumnShape column, JavaType type, JavaKind kind, Conventions conventions) {
        return switch (kind) {
            case STRING, ENUM -> Optional.empty();
            case CHAR ->
                Optional.of(
                        new Misfit(AlignmentRule.OVERFLOW, "String", "a text of more than one character does not fit"));
            case INSTANT, OFFSET_DATE_TIME, LOCAL_DATE_TIME, LOCAL_DATE, LOCAL_TIME, OFFSET_TIME, TIMESTAMP ->
                textualDate(type, kind, conventions);
            case MAP, COLLECTION ->
                column.json() || conventions.json()
                        ? Optional.empty()
                        : note("nothing keeps a text out that is no JSON; CHECK (json_valid(" + column.name()
                                + ")) would, or declare the convention");
            case CUSTOM -> column.json() || conventions.json() ? Optional.empty() : unknown(type);
            case UUID, DURATION, PERIOD, BIG_DECIMAL, BIG_INTEGER ->
                note("nothing keeps a text out that is no " + type);
            default -> differs("String");
        };
    }

    private static Optional<Misfit> textualDate(JavaType type, JavaKind kind, Conventions conventions) {
        boolean moment = kind == JavaKind.INSTANT || kind == JavaKind.OFFSET_DATE_TIME || kind == JavaKind.TIMESTAMP;
        return switch (conventions.dates()) {
            case TEXT -> Optional.empty();
            case UNDECLARED ->
                note("nothing keeps a text out that is no " + type
                        + (moment ? ", and CURRENT_TIMESTAMP writes UTC without saying so" : "")
                        + "; declare the convention");
            // A day or a time of day has no count of seconds since 1970.
            case EPOCH_SECONDS, EPOCH_MILLIS ->
                moment || kind == JavaKind.LOCAL_DATE_TIME
                        ? differs("INTEGER, as dates are declared to be stored")
                        : Optional.empty();
        };
    }

    private static Optional<Misfit> blob(JavaType type, JavaKind kind) {
        return switch (kind) {
            case BYTES -> Optional.empty();
            case COLLECTION ->
                switch (type.element().kind()) {
                    case FLOAT, DOUBLE -> note("nothing says how the numbers stand in the bytes");
                    default -> differs("byte[]");
                };
            case UUID -> note("nothing keeps other than 16 bytes out");
            case CUSTOM -> unknown(type);
            default -> differs("byte[]");
        };
    }

    private static Optional<Misfit> real(JavaKind kind) {
        return switch (kind) {
            case DOUBLE -> Optional.empty();
            case FLOAT -> Optional.of(new Misfit(AlignmentRule.PRECISION, "double", "half of the digits are lost"));
            case BIG_DECIMAL ->
                Optional.of(
                        new Misfit(
                                AlignmentRule.PRECISION,
                                "double",
                                "the column holds binary fractions, so that decimal ones are no longer exact when they are read"));
            case BYTE, SHORT, INT, LONG, BIG_INTEGER -> differs("double");
            case CUSTOM -> Optional.of(new Misfit(AlignmentRule.TYPE_UNKNOWN, "double", "only a converter knows how"));
            default -> differs("double");
        };
    }

    /** NUMERIC is the affinity of what is called boolean, date, datetime, timestamp, decimal, and of every unknown word. */
    private static Optional<Misfit> numeric(ColumnShape column, JavaType type, JavaKind kind, Conventions conventions) {
        String declared = column.type();
        if (kind == JavaKind.CUSTOM) {
            return unknown(type);
        }
        if (declared.startsWith("bool")) {
            return kind == JavaKind.BOOLEAN || kind.isInteger()
                    ? integer(column, type, kind, kind == JavaKind.BOOLEAN ? conventions.withBooleans() : conventions)
                    : differs("boolean");
        }
        if (declared.startsWith("date") || declared.startsWith("time")) {
            return kind == JavaKind.LONG
                    ? epoch(column, conventions)
                    : kind.isTemporal() || kind == JavaKind.STRING
                            ? dated(type, kind, conventions)
                            : differs("a date or time");
        }
        if (declared.startsWith("json")) {
            return text(column, type, kind, conventions);
        }
        if (declared.startsWith("uuid")) {
            return kind == JavaKind.UUID || kind == JavaKind.STRING || kind == JavaKind.BYTES
                    ? note("nothing keeps a value out that is no UUID")
                    : differs("UUID");
        }
        return switch (kind) {
            case DOUBLE -> Optional.empty();
            case BIG_DECIMAL, FLOAT ->
                Optional.of(new Misfit(
                        AlignmentRule.PRECISION,
                        "",
                        "SQLite keeps a fraction as a binary number of about 15 digits, whatever the type is called"));
            case BYTE, SHORT, INT, LONG, BIG_INTEGER ->
                IntegerFit.fits(column.allowed(), LONG_BITS) || declared.matches("(decimal|numeric)\\(\\d+(, ?0)?\\)")
                        ? note("nothing keeps fractions out")
                        : differs("double or BigDecimal");
            case BOOLEAN -> integer(column, type, kind, conventions);
            case STRING -> note("a text that looks like a number is turned into one");
            default -> differs("double or BigDecimal");
        };
    }

    private static Optional<Misfit> dated(JavaType type, JavaKind kind, Conventions conventions) {
        boolean counted = conventions.dates() == Dates.EPOCH_SECONDS || conventions.dates() == Dates.EPOCH_MILLIS;
        if (kind == JavaKind.STRING) {
            return counted ? differs("a date or time") : Optional.empty();
        }
        // The word says what is meant; the affinity keeps both numbers and texts as they are.
        return counted ? Optional.empty() : textualDate(type, kind, conventions);
    }

    private static Optional<Misfit> note(String effect) {
        return Optional.of(new Misfit(AlignmentRule.NOT_ENFORCED, "", effect));
    }

    private static Optional<Misfit> unknown(JavaType type) {
        return Optional.of(
                new Misfit(AlignmentRule.TYPE_UNKNOWN, "", "only a converter knows how a " + type + " is made of it"));
    }

    private static Optional<Misfit> differs(String expected) {
        return Optional.of(new Misfit(
                AlignmentRule.TYPE_DIFFERS,
                expected,
                "a value of the one is no value of the other, and nothing converts it"));
    }
}
