// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

/** Values of a foreign table as they may stand in a message: they can hold anything. */
final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    /** Returns a text on one line, without control characters, cut to a readable length. */
    static String text(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .forEach(shown::appendCodePoint);
        return value.codePointCount(0, value.length()) > LONGEST
                ? shown.append('…').toString()
                : shown.toString();
    }
}
