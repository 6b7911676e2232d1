// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a statement creates, told by its first tokens, and where its list of columns stands. */
final class CreatedObject {
    /** Words that may stand between CREATE and the kind. */
    private static final Set<String> MODIFIERS = Set.of(
            "OR",
            "REPLACE",
            "GLOBAL",
            "LOCAL",
            "TEMP",
            "TEMPORARY",
            "UNLOGGED",
            "UNIQUE",
            "RECURSIVE",
            "MATERIALIZED",
            "FOREIGN",
            "CONSTRAINT",
            "VIRTUAL",
            "EVENT",
            "TEXT",
            "SEARCH",
            "DATA",
            "DEFAULT",
            "TRUSTED",
            "PROCEDURAL",
            "OPERATOR",
            "ACCESS");

    private final HintTarget target;
    private final int open;
    private final int[] itemStarts;

    private CreatedObject(HintTarget target, int open, int[] itemStarts) {
        this.target = target;
        this.open = open;
        this.itemStarts = itemStarts;
    }

    /** Reads the beginning of a CREATE statement, or of ALTER TABLE … ADD, which creates too. */
    static Optional<CreatedObject> of(ScriptStatement statement, SqlDialect dialect) {
        if (statement.begins("ALTER", "TABLE")) {
            return added(statement, dialect);
        }
        if (!statement.begins("CREATE")) {
            return Optional.empty();
        }
        int kindAt = 1;
        while (MODIFIERS.contains(statement.word(kindAt))) {
            kindAt++;
        }
        String kind = statement.word(kindAt);
        boolean onEvent = statement.word(kindAt - 1).equals("EVENT");
        Set<ObjectKind> kinds = HintTarget.kinds(onEvent ? "EVENT TRIGGER" : kind);
        int nameAt = nameAt(statement, kindAt + 1);
        List<String> names = Names.dotted(statement, nameAt, dialect);
        if (kinds.isEmpty() || names.isEmpty()) {
            return Optional.empty();
        }
        if (onEvent) {
            return Optional.of(new CreatedObject(new HintTarget(kinds, names), -1, new int[0]));
        }
        return switch (kind) {
            case "TRIGGER", "POLICY" -> onTable(statement, kinds, names, "ON", nameAt, dialect);
            case "RULE" -> onTable(statement, kinds, names, "TO", nameAt, dialect);
            case "TABLE" -> Optional.of(table(statement, new HintTarget(kinds, names), nameAt));
            default -> Optional.of(new CreatedObject(new HintTarget(kinds, names), -1, new int[0]));
        };
    }

    private static int nameAt(ScriptStatement statement, int behindKind) {
        int at = behindKind;
        if (statement.word(at).equals("CONCURRENTLY")) {
            at++;
        }
        if (statement.word(at).equals("IF") && statement.word(at + 1).equals("NOT")) {
            at += 3;
        }
        return at;
    }

    private static Optional<CreatedObject> added(ScriptStatement statement, SqlDialect dialect) {
        int at = 2;
        if (statement.word(at).equals("IF")) {
            at += 2;
        }
        if (statement.word(at).equals("ONLY")) {
            at++;
        }
        List<String> path = new ArrayList<>(Names.dotted(statement, at, dialect));
        int verb = Names.behindDotted(statement, at);
        Set<ObjectKind> kinds = HintTarget.kinds(statement.word(verb + 1));
        if (path.isEmpty()
                || !statement.word(verb).equals("ADD")
                || !(kinds.contains(ObjectKind.COLUMN) || kinds.contains(ObjectKind.CONSTRAINT))) {
            return Optional.empty();
        }
        List<String> name = Names.dotted(statement, nameAt(statement, verb + 2), dialect);
        if (name.size() != 1) {
            return Optional.empty();
        }
        path.add(name.getFirst());
        return Optional.of(new CreatedObject(new HintTarget(kinds, path), -1, new int[0]));
    }

    private static Optional<CreatedObject> onTable(
            ScriptStatement statement,
            Set<ObjectKind> kinds,
            List<String> names,
            String preposition,
            int from,
            SqlDialect dialect) {
        for (int i = from + 1; i < statement.tokens().size(); i++) {
            if (statement.word(i).equals(preposition)) {
                List<String> path = new ArrayList<>(Names.dotted(statement, i + 1, dialect));
                path.add(names.getLast());
                return Optional.of(new CreatedObject(new HintTarget(kinds, path), -1, new int[0]));
            }
        }
        return Optional.empty();
    }

    /** Notes where each item of the list in the outermost parentheses begins. */
    private static CreatedObject table(ScriptStatement statement, HintTarget target, int nameAt) {
        int open = Names.behindDotted(statement, nameAt);
        int size = statement.tokens().size();
        if (!statement.isSymbol(open, '(')) {
            return new CreatedObject(target, -1, new int[0]);
        }
        List<Integer> starts = new ArrayList<>(List.of(open + 1));
        int depth = 0;
        for (int i = open; i < size; i++) {
            if (statement.isSymbol(i, '(')) {
                depth++;
            } else if (statement.isSymbol(i, ')')) {
                depth--;
                if (depth == 0) {
                    starts.add(i);
                    break;
                }
            } else if (depth == 1 && statement.isSymbol(i, ',')) {
                starts.add(i + 1);
            }
        }
        return new CreatedObject(
                new HintTarget(EnumSet.copyOf(target.kinds()), target.path()),
                open,
                starts.stream().mapToInt(Integer::intValue).toArray());
    }

    HintTarget target() {
        return target;
    }

    /** Returns whether it has a list of columns. */
    boolean hasItems() {
        return open >= 0;
    }

    /** Returns the index of the parenthesis that opens the list. */
    int open() {
        return open;
    }

    /** Returns the index of the first token of the item that a token belongs to; empty outside the list. */
    Optional<Integer> itemStart(int token) {
        int found = Arrays.binarySearch(itemStarts, token);
        int item = found >= 0 ? found : -found - 2;
        // The last start is the closing parenthesis: not an item.
        return item >= 0 && item < itemStarts.length - 1 ? Optional.of(itemStarts[item]) : Optional.empty();
    }
}
