// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.error;

/**
 * A place in a text file: line and column count from 1, the column in characters; {@code lineText} is that line as it
 * stands in the file, for the caret below it.
 */
public record SourcePosition(String file, int line, int column, String lineText) {

    /** Returns {@code file:line:column}, which terminals and editors turn into a link. */
    public String location() {
        return file + ":" + line + ":" + column;
    }

    /** Returns the line with a caret under the column; tabs are kept so that the caret stands right. */
    public String caret() {
        StringBuilder pad = new StringBuilder();
        for (int i = 0; i < Math.min(column - 1, lineText.length()); i++) {
            pad.append(lineText.charAt(i) == '\t' ? '\t' : ' ');
        }
        return lineText + "\n" + pad + "^";
    }
}
