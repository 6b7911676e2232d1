// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.io.Console;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the process is connected to.
 *
 * @param interactive whether a person sits there: questions can be asked, progress be shown
 * @param colour whether ANSI colours are wanted
 * @param width characters of a line
 */
record Terminal(boolean interactive, boolean colour, int width) {
    private static final int DEFAULT_WIDTH = 110;

    /** Returns what this process is connected to; NO_COLOR is respected (no-color.org). */
    static Terminal detect() {
        return detect(System.getenv(), isTerminal(System.console()));
    }

    static Terminal detect(Map<String, String> environment, boolean interactive) {
        boolean colour = interactive
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(interactive, colour, width(environment.get("COLUMNS")));
    }

    private static int width(@Nullable String columns) {
        return Optional.ofNullable(columns)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(DEFAULT_WIDTH);
    }

    /** Since JDK 22 there is a console even where there is no terminal, and a method that tells; JDK 21 has neither. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
