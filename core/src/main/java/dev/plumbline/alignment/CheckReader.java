// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlLexer;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises the checks that list or bound the values of one column, in the forms in which PostgreSQL deparses and SQLite
 * keeps them. What it does not recognise allows everything; a check is never taken for stricter than it is.
 */
final class CheckReader {
    private static final Set<String> LONG_TYPES = Set.of("character", "double", "timestamp", "time", "bit", "national");
    private static final Set<String> TYPE_TAILS =
            Set.of("varying", "precision", "with", "without", "time", "zone", "character");

    private final String column;

    /** A token: symbols and words in lower case as they are, names and strings without their quotes. */
    private record Piece(Token.Type type, String text) {
        boolean is(String word) {
            return type != Token.Type.STRING && type != Token.Type.QUOTED_NAME && text.equals(word);
        }

        boolean isLiteral() {
            return type == Token.Type.STRING || AllowedValues.number(text).isPresent();
        }
    }

    private CheckReader(String column) {
        this.column = column;
    }

    /**
     * Returns what the checks in a definition allow a column.
     *
     * @param definition the text of a constraint or column, with the word CHECK before each rule
     */
    static AllowedValues read(String definition, String column, SqlDialect dialect) {
        CheckReader reader = new CheckReader(column.toLowerCase(Locale.ROOT));
        AllowedValues allowed = AllowedValues.ANY;
        for (List<Piece> check : checks(pieces(definition, dialect))) {
            allowed = allowed.and(reader.allowed(check));
        }
        return allowed;
    }

    /** Returns whether a check in a definition asks for valid JSON in a column. */
    static boolean asksForJson(String definition, String column, SqlDialect dialect) {
        List<Piece> pieces = pieces(definition, dialect);
        for (int i = 0; i + 3 < pieces.size(); i++) {
            if (pieces.get(i).is("json_valid")
                    && pieces.get(i + 1).is("(")
                    && pieces.get(i + 2).text().equalsIgnoreCase(column)) {
                return true;
            }
        }
        return false;
    }

    private static List<Piece> pieces(String text, SqlDialect dialect) {
        SqlLexer lexer = new SqlLexer(new SqlScript("check", text), dialect);
        List<Piece> pieces = new ArrayList<>();
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            String piece = text.substring(token.start(), token.end());
            switch (token.type()) {
                case WORD -> pieces.add(new Piece(token.type(), piece.toLowerCase(Locale.ROOT)));
                case QUOTED_NAME -> pieces.add(new Piece(token.type(), unquoted(piece)));
                case STRING -> pieces.add(new Piece(token.type(), unquoted(piece)));
                case SYMBOL -> pieces.add(new Piece(token.type(), piece));
                case COMMENT, PSQL_COMMAND, ROWS -> {}
            }
        }
        return joined(pieces);
    }

    /** Puts together what the lexer cuts: comparisons of two characters, signs and fractions of numbers. */
    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Piece next = i + 1 < pieces.size() ? pieces.get(i + 1) : new Piece(Token.Type.SYMBOL, "");
            if ((piece.is("<") || piece.is(">")) && (next.is("=") || next.is(">"))) {
                joined.add(new Piece(Token.Type.SYMBOL, piece.text() + next.text()));
                i++;
            } else if (piece.is(":") && next.is(":")) {
                joined.add(new Piece(Token.Type.SYMBOL, "::"));
                i++;
            } else if (piece.is("-") && next.type() == Token.Type.WORD && next.isLiteral()) {
                joined.add(new Piece(Token.Type.WORD, "-" + next.text()));
                i++;
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    private static String unquoted(String quoted) {
        char quote = quoted.charAt(0);
        if (quote == '[') {
            return quoted.substring(1, quoted.length() - 1);
        }
        int from = quoted.indexOf(quote == '"' || quote == '`' ? quote : '\'');
        if (from < 0) {
            return quoted;
        }
        String mark = quoted.substring(from, from + 1);
        return quoted.substring(from + 1, quoted.length() - 1).replace(mark + mark, mark);
    }

    /** Returns what stands in the parentheses behind each CHECK. */
    private static List<List<Piece>> checks(List<Piece> pieces) {
        List<List<Piece>> checks = new ArrayList<>();
        for (int i = 0; i + 1 < pieces.size(); i++) {
            if (pieces.get(i).is("check") && pieces.get(i + 1).is("(")) {
                int end = closing(pieces, i + 1);
                checks.add(pieces.subList(i + 2, end));
                i = end;
            }
        }
        return checks;
    }

    private static int closing(List<Piece> pieces, int open) {
        int depth = 0;
        for (int i = open; i < pieces.size(); i++) {
            depth += pieces.get(i).is("(") ? 1 : pieces.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return pieces.size();
    }

    private AllowedValues allowed(List<Piece> expression) {
        List<Piece> inner = stripped(expression);
        if (inner.stream().anyMatch(piece -> piece.is("case") || piece.is("not"))) {
            return AllowedValues.ANY;
        }
        List<List<Piece>> alternatives = split(inner, "or");
        if (alternatives.size() > 1) {
            return alternatives.stream().map(this::allowed).reduce(AllowedValues.NONE, AllowedValues::or);
        }
        List<List<Piece>> conditions = split(inner, "and");
        if (conditions.size() > 1) {
            return conditions.stream().map(this::allowed).reduce(AllowedValues.ANY, AllowedValues::and);
        }
        return comparison(withoutCasts(inner));
    }

    private static List<Piece> stripped(List<Piece> expression) {
        List<Piece> inner = expression;
        while (inner.size() > 2 && inner.getFirst().is("(") && closing(inner, 0) == inner.size() - 1) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner;
    }

    /** Splits at a word outside parentheses; the AND of BETWEEN is none. */
    private static List<List<Piece>> split(List<Piece> pieces, String word) {
        List<List<Piece>> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        boolean between = false;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            depth += piece.is("(") ? 1 : piece.is(")") ? -1 : 0;
            if (depth == 0 && piece.is("between")) {
                between = true;
            } else if (depth == 0 && piece.is("and") && between) {
                between = false;
            } else if (depth == 0 && piece.is(word)) {
                parts.add(pieces.subList(from, i));
                from = i + 1;
            }
        }
        parts.add(pieces.subList(from, pieces.size()));
        return parts;
    }

    /** Leaves casts out, and the parentheses around what is then a single name or literal. */
    private static List<Piece> withoutCasts(List<Piece> pieces) {
        List<Piece> plain = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).is("::")) {
                i = endOfType(pieces, i + 1) - 1;
            } else {
                plain.add(pieces.get(i));
                int last = plain.size() - 1;
                boolean single = last >= 2
                        && plain.get(last).is(")")
                        && plain.get(last - 2).is("(")
                        && (last == 2 || !isCall(plain.get(last - 3)));
                if (single) {
                    plain.remove(last);
                    plain.remove(last - 2);
                }
            }
        }
        return plain;
    }

    private static boolean isCall(Piece before) {
        return before.type() == Token.Type.WORD || before.type() == Token.Type.QUOTED_NAME;
    }

    private static int endOfType(List<Piece> pieces, int from) {
        int end = from + 1;
        while (end + 1 < pieces.size() && pieces.get(end).is(".")) {
            end += 2;
        }
        if (from < pieces.size() && LONG_TYPES.contains(pieces.get(from).text())) {
            while (end < pieces.size() && TYPE_TAILS.contains(pieces.get(end).text())) {
                end++;
            }
        }
        if (end < pieces.size() && pieces.get(end).is("(")) {
            end = closing(pieces, end) + 1;
        }
        while (end + 1 < pieces.size()
                && pieces.get(end).is("[")
                && pieces.get(end + 1).is("]")) {
            end += 2;
        }
        return Math.min(end, pieces.size());
    }

    private AllowedValues comparison(List<Piece> pieces) {
        if (pieces.size() < 3 || !isColumn(pieces.getFirst())) {
            return AllowedValues.ANY;
        }
        List<Piece> rest = pieces.subList(2, pieces.size());
        return switch (pieces.get(1).text()) {
            case "=" ->
                rest.getFirst().is("any")
                        // Else it is the text of an array, '{a,b}'.
                        ? rest.stream().anyMatch(piece -> piece.is("array"))
                                ? list(rest.subList(1, rest.size()))
                                : AllowedValues.ANY
                        : rest.size() == 1 ? list(rest) : AllowedValues.ANY;
            case "in" -> list(rest);
            case "is" -> rest.size() == 1 && rest.getFirst().is("null") ? AllowedValues.NONE : AllowedValues.ANY;
            case "between" ->
                rest.size() == 3 ? AllowedValues.between(number(rest, 0), number(rest, 2)) : AllowedValues.ANY;
            case ">=", ">" ->
                rest.size() == 1 ? AllowedValues.between(number(rest, 0), Optional.empty()) : AllowedValues.ANY;
            case "<=", "<" ->
                rest.size() == 1 ? AllowedValues.between(Optional.empty(), number(rest, 0)) : AllowedValues.ANY;
            default -> AllowedValues.ANY;
        };
    }

    private boolean isColumn(Piece piece) {
        return piece.type() != Token.Type.STRING
                && piece.text().toLowerCase(Locale.ROOT).equals(column);
    }

    private static Optional<BigDecimal> number(List<Piece> pieces, int at) {
        return AllowedValues.number(pieces.get(at).text());
    }

    private static AllowedValues list(List<Piece> pieces) {
        List<String> values = new ArrayList<>();
        for (Piece piece : pieces) {
            boolean frame = piece.is("(")
                    || piece.is(")")
                    || piece.is("[")
                    || piece.is("]")
                    || piece.is(",")
                    || piece.is("array");
            if (!frame && !piece.isLiteral()) {
                return AllowedValues.ANY;
            }
            if (!frame) {
                values.add(piece.text());
            }
        }
        return values.isEmpty() ? AllowedValues.ANY : AllowedValues.listed(values);
    }
}
