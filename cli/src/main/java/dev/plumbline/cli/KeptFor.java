// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something is kept, as people write it: {@code 30d}, {@code 12h}, {@code 2w}. */
final class KeptFor {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})\\s*([hdw])");
    private static final int DAYS_OF_WEEK = 7;

    private KeptFor() {}

    /** Returns the time. Throws {@code INVALID_ARGUMENT} when the text is none. */
    static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "'" + text + "' does not say how long the trash is kept, so nothing was touched.",
                    "Give a number of hours, days or weeks: 12h, 30d, 2w.");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(number * DAYS_OF_WEEK);
        };
    }
}
