// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The casts between the server's own types that are no strings, as {@code pg_cast} has them on every version
 * ({@code src/include/catalog/pg_cast.dat}); strings need none.
 */
public final class BuiltInCasts {
    private static final String ALIASES = "regclass, regcollation, regconfig, regdictionary, regnamespace, regoper,"
            + " regoperator, regproc, regprocedure, regrole, regtype";

    private static final Map<String, Set<String>> TARGETS = """
            smallint: integer, bigint, numeric, real, double precision, oid, %1$s
            integer: smallint, bigint, numeric, real, double precision, money, boolean, bit, oid, %1$s
            bigint: smallint, integer, numeric, real, double precision, money, bit, oid, %1$s
            numeric: smallint, integer, bigint, real, double precision, money
            real: smallint, integer, bigint, numeric, double precision
            double precision: smallint, integer, bigint, numeric, real
            money: numeric
            boolean: integer
            bit: integer, bigint, bit varying
            bit varying: bit
            date: timestamp without time zone, timestamp with time zone
            timestamp without time zone: date, time without time zone, timestamp with time zone
            timestamp with time zone: date, time without time zone, time with time zone, timestamp without time zone
            time without time zone: interval, time with time zone
            time with time zone: time without time zone
            interval: time without time zone
            json: jsonb
            jsonb: json, boolean, smallint, integer, bigint, numeric, real, double precision
            cidr: inet
            inet: cidr
            macaddr: macaddr8
            macaddr8: macaddr
            box: circle, lseg, point, polygon
            circle: box, point, polygon
            lseg: point
            path: polygon
            point: box
            polygon: box, circle, path, point
            int4range: int4multirange
            int8range: int8multirange
            numrange: nummultirange
            tsrange: tsmultirange
            tstzrange: tstzmultirange
            daterange: datemultirange
            xid8: xid
            oid: integer, bigint, %1$s
            regclass: integer, bigint, oid
            regcollation: integer, bigint, oid
            regconfig: integer, bigint, oid
            regdictionary: integer, bigint, oid
            regnamespace: integer, bigint, oid
            regoper: integer, bigint, oid, regoperator
            regoperator: integer, bigint, oid, regoper
            regproc: integer, bigint, oid, regprocedure
            regprocedure: integer, bigint, oid, regproc
            regrole: integer, bigint, oid
            regtype: integer, bigint, oid
            """.formatted(ALIASES)
            .lines()
            .map(line -> line.split(": "))
            .collect(Collectors.toUnmodifiableMap(
                    parts -> parts[0],
                    parts -> Arrays.stream(parts[1].split(", ")).collect(Collectors.toUnmodifiableSet())));

    private static final Set<String> WHOLE_NUMBERS = Set.of("smallint", "integer", "bigint");

    private BuiltInCasts() {}

    /** Returns whether a server has a cast from one type to the other, both as it writes them, without modifiers. */
    public static boolean isThere(String from, String to, int majorVersion) {
        return TARGETS.getOrDefault(from, Set.of()).contains(to)
                || (majorVersion >= 18 && isOfBytes(from, to))
                || (majorVersion >= 15 && isOfCharacterCode(from, to));
    }

    private static boolean isOfBytes(String from, String to) {
        return (from.equals("bytea") && WHOLE_NUMBERS.contains(to))
                || (WHOLE_NUMBERS.contains(from) && to.equals("bytea"));
    }

    /** The type of one byte was a string until 15. */
    private static boolean isOfCharacterCode(String from, String to) {
        return (from.equals("\"char\"") && to.equals("integer")) || (from.equals("integer") && to.equals("\"char\""));
    }
}
