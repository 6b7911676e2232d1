// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Signatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the hint that declares a rename, in the long form that may stand anywhere. */
public final class RenameHint {
    /** A name that means the same with and without quotes; a key word in a hint is a name like any other. */
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private RenameHint() {}

    /**
     * Returns the comment, without the characters that begin it.
     *
     * @param from the old key
     * @param to the new key; of the same kind, and in the same schema or table
     * @return the text, such as {@code plumbline: rename table app.clients to customers}; empty where no hint can say it
     */
    public static Optional<String> of(ObjectKey from, ObjectKey to) {
        List<String> old = HintResolver.named(from);
        List<String> path = HintResolver.named(to);
        boolean inOnePlace = from.kind() == to.kind()
                && old.size() == path.size()
                && old.subList(0, old.size() - 1).equals(path.subList(0, path.size() - 1));
        Optional<String> words = words(from.kind());
        if (!inOnePlace || words.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(old.subList(0, old.size() - 1));
        names.add(bare(from));
        return Optional.of("plumbline: rename " + words.get() + " "
                + names.stream().map(RenameHint::quoted).collect(Collectors.joining(".")) + " to " + quoted(bare(to)));
    }

    /** Returns the last name of a key, without the argument types of a routine. */
    public static String bare(ObjectKey key) {
        return key.kind().isRoutine() ? Signatures.name(key.name()) : key.name();
    }

    private static Optional<String> words(ObjectKind kind) {
        String words = switch (kind) {
            case ENUM, COMPOSITE, RANGE -> "type";
            case FOREIGN_DATA_WRAPPER -> "foreign data wrapper";
            case STATISTICS -> "statistics";
            case VIRTUAL_TABLE -> "table";
            default -> kind.label();
        };
        String last = words.substring(words.lastIndexOf(' ') + 1).toUpperCase(Locale.ROOT);
        String word = kind == ObjectKind.EVENT_TRIGGER ? "EVENT " + last : last;
        return HintTarget.kinds(word).contains(kind) ? Optional.of(words) : Optional.empty();
    }

    private static String quoted(String name) {
        return PLAIN.matcher(name).matches() ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
