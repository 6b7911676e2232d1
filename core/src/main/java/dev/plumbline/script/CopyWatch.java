// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.script;

/**
 * Sees in the tokens of a PostgreSQL script where a {@code COPY … FROM STDIN} ends, behind which rows stand that are no SQL.
 * STDOUT is taken for STDIN there, by the server too (its gram.y, {@code copy_file_name}).
 */
final class CopyWatch {
    private enum State {
        /** Nothing of the statement was seen yet. */
        BEGINNING,
        /** It is a COPY of which the direction was not seen yet. */
        COPY,
        /** It is a COPY, and the last token was its FROM. */
        FROM,
        /** It takes its rows from the client. */
        FROM_CLIENT,
        /** It is anything else. */
        OTHER
    }

    private final String text;
    private State state = State.BEGINNING;
    private int parentheses;

    CopyWatch(String text) {
        this.text = text;
    }

    /** Takes the next token; returns whether it ends a statement whose rows are to follow. */
    boolean endsWith(Token token) {
        switch (token.type()) {
            case WORD -> word(token);
            case SYMBOL -> {
                return symbol(text.charAt(token.start()));
            }
            case QUOTED_NAME, STRING -> name();
            case COMMENT, PSQL_COMMAND, ROWS -> {}
        }
        return false;
    }

    /** Returns whether what was seen so far takes rows, and was not ended. */
    boolean isOpen() {
        return state == State.FROM_CLIENT;
    }

    private boolean symbol(char c) {
        if (c == ';') {
            boolean rows = state == State.FROM_CLIENT;
            state = State.BEGINNING;
            parentheses = 0;
            return rows;
        }
        parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
        name();
        return false;
    }

    private void word(Token token) {
        switch (state) {
            case BEGINNING -> state = is(token, "COPY") ? State.COPY : State.OTHER;
            case COPY -> state = parentheses == 0 && is(token, "FROM") ? State.FROM : State.COPY;
            case FROM -> state = is(token, "STDIN") || is(token, "STDOUT") ? State.FROM_CLIENT : State.OTHER;
            case FROM_CLIENT, OTHER -> {}
        }
    }

    /** Anything that is no keyword. */
    private void name() {
        if (state == State.BEGINNING || state == State.FROM) {
            state = State.OTHER;
        }
    }

    private boolean is(Token token, String word) {
        return token.end() - token.start() == word.length()
                && text.regionMatches(true, token.start(), word, 0, word.length());
    }
}
