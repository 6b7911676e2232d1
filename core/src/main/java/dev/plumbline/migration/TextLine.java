// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlScript;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a script, for formats whose marks are lines.
 *
 * @param start the offset of its first character
 * @param end the offset behind its last character, before the line end
 */
record TextLine(String text, int start, int end) {
    static List<TextLine> of(SqlScript script) {
        String text = script.text();
        List<TextLine> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int next = text.indexOf('\n', start);
            int behind = next < 0 ? text.length() : next;
            int end = behind > start && text.charAt(behind - 1) == '\r' ? behind - 1 : behind;
            lines.add(new TextLine(text.substring(start, end), start, end));
            start = behind + 1;
        }
        return lines;
    }
}
