// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the times that other tools recorded: timestamps with or without a zone as both databases show them, what Go's
 * drivers store in SQLite, seconds or smaller units since 1970, and Julian days, which SQLite's documentation of date and
 * time functions names as the third way to store a time.
 *
 * @param zone the zone of times without one
 */
record RecordedTimes(ZoneId zone) {
    private static final Pattern TIMESTAMP = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})"
            + "(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)"
            + " ?(Z|UTC|[+-][0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2})?)?)?(?: [A-Z]{3,5})?)?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}(?:\\.[0-9]{1,20})?");

    private static final BigDecimal FIRST_JULIAN_DAY = new BigDecimal("2400000");
    private static final BigDecimal LAST_JULIAN_DAY = new BigDecimal("2500000");
    private static final BigDecimal JULIAN_DAY_OF_1970 = new BigDecimal("2440587.5");
    private static final BigDecimal SECONDS_A_DAY = new BigDecimal(86_400);
    /** More seconds than these are beyond the year 5000, so that the unit must be smaller. */
    private static final BigDecimal MOST_SECONDS = new BigDecimal("1e11");

    /** Returns the instant; empty for what is no time, is infinite, or lies outside the years 1 to 9999. */
    Optional<Instant> read(String text) {
        String trimmed = text.trim();
        try {
            Optional<Instant> read = NUMBER.matcher(trimmed).matches()
                    ? Optional.of(ofNumber(new BigDecimal(trimmed)))
                    : ofText(trimmed);
            return read.filter(RecordedTimes::isOrdinary);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> ofText(String text) {
        Matcher matcher = TIMESTAMP.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        LocalDate date = LocalDate.parse(matcher.group(1));
        LocalTime time = matcher.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(matcher.group(2));
        LocalDateTime local = LocalDateTime.of(date, time);
        String offset = matcher.group(3);
        if (offset == null) {
            return Optional.of(local.atZone(zone).toInstant());
        }
        return Optional.of(local.toInstant(offset.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(offset)));
    }

    private static Instant ofNumber(BigDecimal number) {
        if (number.compareTo(FIRST_JULIAN_DAY) >= 0 && number.compareTo(LAST_JULIAN_DAY) <= 0) {
            return ofSeconds(number.subtract(JULIAN_DAY_OF_1970).multiply(SECONDS_A_DAY));
        }
        BigDecimal seconds = number;
        while (seconds.compareTo(MOST_SECONDS) >= 0) {
            seconds = seconds.movePointLeft(3);
        }
        return ofSeconds(seconds);
    }

    private static Instant ofSeconds(BigDecimal seconds) {
        BigDecimal micros = seconds.movePointRight(6).setScale(0, RoundingMode.DOWN);
        long whole = micros.longValueExact();
        return Instant.ofEpochSecond(Math.floorDiv(whole, 1_000_000L), Math.floorMod(whole, 1_000_000L) * 1000);
    }

    private static boolean isOrdinary(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9999;
    }
}
