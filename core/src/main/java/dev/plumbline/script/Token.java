// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.script;

/**
 * A piece of a script.
 *
 * @param start the offset of its first character
 * @param end the offset behind its last character
 */
public record Token(Type type, int start, int end) {
    /** What a piece can be. */
    public enum Type {
        /** A keyword, an unquoted name or a number. */
        WORD,
        /** A name in quotes, brackets or backticks. */
        QUOTED_NAME,
        /** A string in any of its forms. */
        STRING,
        /** A line or block comment. */
        COMMENT,
        /** A line that is meant for psql, from its backslash to its end. */
        PSQL_COMMAND,
        /** The rows behind a {@code COPY … FROM STDIN}, whole lines up to the one that says {@code \.}. */
        ROWS,
        /** Any other single character. */
        SYMBOL
    }
}
