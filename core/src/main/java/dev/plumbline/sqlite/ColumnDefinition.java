// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A column definition or a table constraint in normal form: the constraints of a column in one order, and without the
 * words that only say what holds anyway.
 */
final class ColumnDefinition {
    private static final List<String> ORDER =
            List.of("primary", "not", "null", "unique", "default", "collate", "check", "references", "generated", "as");
    private static final Set<String> BEGINNINGS = Set.copyOf(ORDER);

    private ColumnDefinition() {}

    /** Returns a column definition in normal form. The first token is the name, however it is quoted. */
    static String normal(List<Token> tokens, NormalForm form) {
        List<List<Token>> parts = parts(tokens.subList(1, tokens.size()));
        StringBuilder out = new StringBuilder(NormalForm.name(tokens.get(0)));
        if (!parts.get(0).isEmpty()) {
            out.append(' ').append(form.of(parts.get(0)));
        }
        parts.stream()
                .skip(1)
                .sorted(Comparator.comparingInt(ColumnDefinition::rank))
                .map(part -> constraint(part, form))
                .filter(text -> !text.equals("null"))
                .forEach(text -> out.append(' ').append(text));
        return out.toString();
    }

    /** Returns a column or table constraint in normal form. */
    static String constraint(List<Token> tokens, NormalForm form) {
        String keyword = tokens.get(beginning(tokens)).text();
        boolean foreign = keyword.equalsIgnoreCase("references") || keyword.equalsIgnoreCase("foreign");
        String text = (foreign ? form.schema() : form).of(tokens);
        return switch (SqliteNames.fold(keyword)) {
            case "primary", "unique", "not" ->
                without(text, " on conflict abort").replaceFirst("^(.*primary key) asc\\b", "$1");
            case "references", "foreign" ->
                without(
                        text,
                        " on delete no action",
                        " on update no action",
                        " match simple",
                        " not deferrable initially deferred",
                        " not deferrable initially immediate",
                        " not deferrable");
            case "generated", "as" -> withoutEnd(text.replaceFirst("^generated always as", "as"), " virtual");
            default -> text;
        };
    }

    /** Returns the tokens of the type, then those of each constraint. */
    static List<List<Token>> parts(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>();
        parts.add(new ArrayList<>());
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isSymbol(")")) {
                depth--;
            }
            if (depth == 0 && begins(tokens, i)) {
                parts.add(new ArrayList<>());
            }
            if (token.isSymbol("(")) {
                depth++;
            }
            parts.get(parts.size() - 1).add(token);
        }
        return parts;
    }

    private static boolean begins(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (token.is("constraint")) {
            return true;
        }
        if (token.type() != Token.Type.WORD || !BEGINNINGS.contains(SqliteNames.fold(token.text()))) {
            return false;
        }
        boolean named = i >= 2 && tokens.get(i - 2).is("constraint");
        boolean name = i >= 1 && tokens.get(i - 1).is("constraint");
        if (named || name) {
            return false;
        }
        if (token.is("not")) {
            return i + 1 < tokens.size() && tokens.get(i + 1).is("null");
        }
        if (i == 0) {
            return true;
        }
        Token before = tokens.get(i - 1);
        return switch (SqliteNames.fold(token.text())) {
            case "null" -> !before.is("not") && !before.is("set") && !before.is("default");
            case "default" -> !before.is("set");
            case "as" -> !before.is("always");
            default -> true;
        };
    }

    private static int rank(List<Token> part) {
        return ORDER.indexOf(SqliteNames.fold(part.get(beginning(part)).text()));
    }

    /** Returns where a constraint begins behind its name. */
    private static int beginning(List<Token> part) {
        return part.get(0).is("constraint") && part.size() > 2 ? 2 : 0;
    }

    private static String without(String text, String... phrases) {
        String left = text;
        for (String phrase : phrases) {
            left = left.replace(phrase, "");
        }
        return left;
    }

    private static String withoutEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }
}
