// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.error.SourcePosition;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlScript;
import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the database itself said in an error, apart from what the driver wrapped around it.
 *
 * @param text the message, one line or more, without severity
 * @param sqlState the five characters, empty when there are none
 * @param detail further facts
 * @param hint the server's own advice
 * @param position the character of the statement at which it stands, counted from 1; 0 when it is not known
 * @param row the line of the rows of a COPY at which it stands, counted from 1; 0 when it is not about one
 */
public record ServerMessage(
        String text, String sqlState, Optional<String> detail, Optional<String> hint, int position, int row) {
    /**
     * In the server's context, {@code COPY t, line 3, column a: "x"}. Every translation of it (the {@code .po} files of the server's
     * source) has the number behind the first comma, mostly behind a word, in Korean before one.
     */
    private static final Pattern ROW =
            Pattern.compile("^.*COPY.*?[,、] ?(?:[\\p{L}\\p{M}]+ ?([0-9]{1,9})|([0-9]{1,9})\\p{L})", Pattern.MULTILINE);

    private static final Pattern SQLITE_TEXT =
            Pattern.compile("^\\[SQLITE_[A-Z_]+]\\s+[^(]*\\((.*)\\)$", Pattern.DOTALL);

    /**
     * Reads an error. PostgreSQL's driver has the parts of the server's message as a bean; it is asked by reflection
     * because core has no driver to compile against, and the driver's text is in the user's language.
     */
    public static ServerMessage of(SQLException error) {
        String state = Objects.requireNonNullElse(error.getSQLState(), "");
        Object bean = property(error, "getServerErrorMessage");
        if (bean != null && property(bean, "getMessage") instanceof String text) {
            return new ServerMessage(
                    text,
                    state,
                    text(bean, "getDetail"),
                    text(bean, "getHint"),
                    property(bean, "getPosition") instanceof Integer position ? position : 0,
                    text(bean, "getWhere").map(ServerMessage::row).orElse(0));
        }
        String message = Objects.requireNonNullElse(error.getMessage(), error.toString());
        Matcher sqlite = SQLITE_TEXT.matcher(message);
        return new ServerMessage(
                sqlite.matches() ? sqlite.group(1) : message, state, Optional.empty(), Optional.empty(), 0, 0);
    }

    private static int row(String context) {
        Matcher row = ROW.matcher(context);
        return row.find() ? Integer.parseInt(row.group(1) == null ? row.group(2) : row.group(1)) : 0;
    }

    /** Returns where in its script a statement failed: at the character that the server names, or at the row of a COPY. */
    public SourcePosition in(ScriptStatement statement) {
        SqlScript script = statement.script();
        return statement
                .rows()
                .filter(rows -> row > 0)
                .map(rows -> script.position(script.lineStart(script.line(rows.start()) + row - 1)))
                .orElseGet(() -> script.position(script.offsetOfCharacter(statement.start(), position)));
    }

    /** Returns message, detail and hint in one line or more. */
    public String whole() {
        StringBuilder all = new StringBuilder(text);
        detail.ifPresent(more -> all.append(" (").append(more).append(')'));
        hint.ifPresent(advice -> all.append(" — ").append(advice));
        return all.toString();
    }

    private static Optional<String> text(Object bean, String getter) {
        return property(bean, getter) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static @org.jspecify.annotations.Nullable Object property(Object bean, String getter) {
        try {
            return bean.getClass().getMethod(getter).invoke(bean);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return null;
        }
    }
}
