// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

/**
 * A piece of a statement.
 *
 * @param text what it says: a quoted name or string without its quotes, everything else as it was written
 * @param start index of its first character in the statement
 * @param end index after its last character
 */
record Token(Type type, String text, int start, int end) {
    enum Type {
        /** A keyword or a name without quotes. */
        WORD,
        /** A name in backticks or brackets. */
        NAME,
        /** Double quotes: a name, or a string where no such name is known. */
        DOUBLE_QUOTED,
        STRING,
        /** A number or a blob. */
        LITERAL,
        SYMBOL
    }

    /** Returns whether it is this keyword. */
    boolean is(String keyword) {
        return type == Type.WORD && text.equalsIgnoreCase(keyword);
    }

    /** Returns whether it is this operator or bracket. */
    boolean isSymbol(String symbol) {
        return type == Type.SYMBOL && text.equals(symbol);
    }

    /** Returns whether it may name something; SQLite takes strings for names where only a name can stand. */
    boolean mayBeName() {
        return type != Type.LITERAL && type != Type.SYMBOL;
    }
}
