// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

/**
 * How text for a terminal is written.
 *
 * @param colour whether ANSI colours are used
 * @param width the characters of a line
 * @param most how many entries of a long list are shown; the JSON form always has all
 */
public record TextOptions(boolean colour, int width, int most) {
    /** No colour, a hundred characters, twelve entries. */
    public static final TextOptions PLAIN = new TextOptions(false, 100, 12);

    public TextOptions {
        width = Math.max(width, 40);
        most = Math.max(most, 1);
    }

    /** Returns the same without a limit for lists. */
    public TextOptions complete() {
        return new TextOptions(colour, width, Integer.MAX_VALUE);
    }
}
