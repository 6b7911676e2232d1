// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.io.Console;
import java.util.Locale;
import java.util.Objects;

/** Asks before something is done. */
final class Consent {
    private Consent() {}

    /** Asks whether to go on, unless that was said beforehand; throws when the answer is no. */
    static void ask(Terminal terminal, boolean yes, String question) {
        if (yes) {
            return;
        }
        if (!terminal.interactive()) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "There is no terminal to ask on, so nothing was touched.",
                    "Say --yes to go on without being asked.");
        }
        Console console = Objects.requireNonNull(System.console());
        String answer = console.readLine("%s [y/N] ", question);
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).matches("y|yes")) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Nothing was changed: the answer was no.",
                    "Call it again when it is yes.");
        }
    }
}
