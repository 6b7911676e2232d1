// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import java.util.Optional;

/**
 * Casts between the server's own types, as far as columns change between them ({@code pg_cast.dat} in the server's
 * sources): within a family there are all, between families hardly any. Every type has one from and to text.
 */
final class BuiltInCasts {
    private BuiltInCasts() {}

    private enum Family {
        NUMBER,
        TRUTH,
        DAY,
        TIME_OF_DAY,
        UUID
    }

    /** Returns whether the server is known to have no cast from one type to the other, both as it writes them. */
    static boolean isMissing(String from, String to) {
        Optional<Family> source = family(from);
        Optional<Family> target = family(to);
        return source.isPresent() && target.isPresent() && !isThere(source.get(), from, target.get(), to);
    }

    private static boolean isThere(Family source, String from, Family target, String to) {
        return switch (source) {
            case NUMBER -> target == Family.NUMBER || (target == Family.TRUTH && from.equals("integer"));
            case TRUTH -> target == Family.TRUTH || (target == Family.NUMBER && to.equals("integer"));
            case DAY ->
                target == Family.DAY
                        // A date alone has no time of the day.
                        || (target == Family.TIME_OF_DAY && !from.equals("date") && isCutFrom(from, to));
            case TIME_OF_DAY -> target == Family.TIME_OF_DAY && !isOfIntervalAndZone(from, to);
            case UUID -> target == Family.UUID;
        };
    }

    /** A point in time without a zone is cut to a time without one, one with a zone to either; none to an interval. */
    private static boolean isCutFrom(String from, String to) {
        return !to.startsWith("interval") && (from.endsWith("with time zone") || to.endsWith("without time zone"));
    }

    /** Between interval and time with time zone there is no cast. */
    private static boolean isOfIntervalAndZone(String from, String to) {
        boolean interval = from.startsWith("interval") || to.startsWith("interval");
        return interval && (from.endsWith("with time zone") || to.endsWith("with time zone"));
    }

    private static Optional<Family> family(String type) {
        String name = type.replaceAll("\\(.*?\\)", "");
        return switch (name) {
            case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> Optional.of(Family.NUMBER);
            case "boolean" -> Optional.of(Family.TRUTH);
            case "date", "timestamp without time zone", "timestamp with time zone" -> Optional.of(Family.DAY);
            case "time without time zone", "time with time zone", "interval" -> Optional.of(Family.TIME_OF_DAY);
            case "uuid" -> Optional.of(Family.UUID);
            default -> Optional.empty();
        };
    }
}
