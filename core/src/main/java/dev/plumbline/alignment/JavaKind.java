// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What kind of value a Java type holds, primitive or not, as far as columns are concerned. */
public enum JavaKind {
    BOOLEAN,
    BYTE,
    SHORT,
    INT,
    LONG,
    BIG_INTEGER,
    FLOAT,
    DOUBLE,
    BIG_DECIMAL,
    CHAR,
    STRING,
    BYTES,
    UUID,
    INSTANT,
    OFFSET_DATE_TIME,
    LOCAL_DATE_TIME,
    LOCAL_DATE,
    LOCAL_TIME,
    OFFSET_TIME,
    /** {@code java.sql.Timestamp} and {@code java.util.Date}: a moment, read in the zone of the session. */
    TIMESTAMP,
    DURATION,
    PERIOD,
    ENUM,
    /** An array, list or set; its elements are judged by themselves. */
    COLLECTION,
    MAP,
    /** {@code Object}, or a driver's own type for whatever comes. */
    ANY,
    /** Everything else: only a converter of the application knows what it is made of. */
    CUSTOM;

    private static final Set<JavaKind> INTEGERS = EnumSet.of(BYTE, SHORT, INT, LONG, BIG_INTEGER);
    private static final Set<JavaKind> TEMPORAL = EnumSet.range(INSTANT, PERIOD);

    private static final Map<String, JavaKind> KINDS = Map.ofEntries(
            Map.entry("boolean", BOOLEAN),
            Map.entry("java.lang.Boolean", BOOLEAN),
            Map.entry("byte", BYTE),
            Map.entry("java.lang.Byte", BYTE),
            Map.entry("short", SHORT),
            Map.entry("java.lang.Short", SHORT),
            Map.entry("int", INT),
            Map.entry("java.lang.Integer", INT),
            Map.entry("long", LONG),
            Map.entry("java.lang.Long", LONG),
            Map.entry("java.math.BigInteger", BIG_INTEGER),
            Map.entry("float", FLOAT),
            Map.entry("java.lang.Float", FLOAT),
            Map.entry("double", DOUBLE),
            Map.entry("java.lang.Double", DOUBLE),
            Map.entry("java.math.BigDecimal", BIG_DECIMAL),
            Map.entry("char", CHAR),
            Map.entry("java.lang.Character", CHAR),
            Map.entry("java.lang.String", STRING),
            Map.entry("java.lang.CharSequence", STRING),
            Map.entry("java.nio.ByteBuffer", BYTES),
            Map.entry("java.io.InputStream", BYTES),
            Map.entry("java.util.UUID", UUID),
            Map.entry("java.time.Instant", INSTANT),
            Map.entry("java.time.OffsetDateTime", OFFSET_DATE_TIME),
            Map.entry("java.time.ZonedDateTime", OFFSET_DATE_TIME),
            Map.entry("java.time.LocalDateTime", LOCAL_DATE_TIME),
            Map.entry("java.time.LocalDate", LOCAL_DATE),
            Map.entry("java.sql.Date", LOCAL_DATE),
            Map.entry("java.time.LocalTime", LOCAL_TIME),
            Map.entry("java.sql.Time", LOCAL_TIME),
            Map.entry("java.time.OffsetTime", OFFSET_TIME),
            Map.entry("java.sql.Timestamp", TIMESTAMP),
            Map.entry("java.util.Date", TIMESTAMP),
            Map.entry("java.time.Duration", DURATION),
            Map.entry("java.time.Period", PERIOD),
            Map.entry("java.util.List", COLLECTION),
            Map.entry("java.util.Set", COLLECTION),
            Map.entry("java.util.SortedSet", COLLECTION),
            Map.entry("java.util.SequencedSet", COLLECTION),
            Map.entry("java.util.Collection", COLLECTION),
            Map.entry("java.util.SequencedCollection", COLLECTION),
            Map.entry("java.lang.Iterable", COLLECTION),
            Map.entry("java.util.Map", MAP),
            Map.entry("java.util.SortedMap", MAP),
            Map.entry("java.util.SequencedMap", MAP),
            Map.entry("java.lang.Object", ANY),
            Map.entry("java.sql.Array", ANY),
            Map.entry("java.sql.SQLXML", ANY),
            Map.entry("org.postgresql.util.PGobject", ANY));

    static JavaKind of(JavaType type) {
        if (type.name().equals(JavaType.ARRAY)) {
            return type.element().name().equals("byte") ? BYTES : COLLECTION;
        }
        return KINDS.getOrDefault(type.name(), CUSTOM);
    }

    /** Returns whether it is a number without fraction. */
    public boolean isInteger() {
        return INTEGERS.contains(this);
    }

    /** Returns whether it is a date, a time, a moment or a span of time. */
    public boolean isTemporal() {
        return TEMPORAL.contains(this);
    }
}
