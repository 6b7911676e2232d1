// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlScript;

/**
 * A script of which parts are hidden from the database. They become blanks, so that every line and column of the rest
 * stays what it is in the file.
 */
final class BlankedText {
    private final SqlScript script;
    private final char[] text;

    private BlankedText(SqlScript script, char[] text) {
        this.script = script;
        this.text = text;
    }

    /** Returns a script of which nothing is hidden. */
    static BlankedText of(SqlScript script) {
        return new BlankedText(script, script.text().toCharArray());
    }

    /** Returns a script of which everything is hidden. */
    static BlankedText empty(SqlScript script) {
        BlankedText blanked = of(script);
        blanked.hide(0, blanked.text.length);
        return blanked;
    }

    /** Hides what stands from one offset to another, line ends apart. */
    void hide(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] != '\n' && text[i] != '\r') {
                text[i] = ' ';
            }
        }
    }

    /** Shows what stands there in the file. */
    void show(int start, int end) {
        script.text().getChars(start, end, text, start);
    }

    /** Puts one character there. */
    void put(int offset, char c) {
        text[offset] = c;
    }

    SqlScript script() {
        return new SqlScript(script.name(), new String(text));
    }
}
