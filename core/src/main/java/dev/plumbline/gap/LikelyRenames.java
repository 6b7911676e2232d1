// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectComponents;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.source.RenameHint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The objects that are too many and differ from one that is missing in nothing but the name. They are proposed, with the hint
 * to write, and never taken for the same by themselves: only the author knows. Where several are alike, none is proposed.
 */
public final class LikelyRenames {
    /** Stands for the name; no name can hold it (PostgreSQL documentation, "Identifiers and Key Words"). */
    private static final String TAKEN_OUT = "\0";

    private LikelyRenames() {}

    /**
     * Something too many that is likely the old form of something missing.
     *
     * @param from the key that the actual side has
     * @param to the key that the desired side has
     * @param hint the comment that declares it, without the characters that begin it
     */
    public record LikelyRename(ObjectKey from, ObjectKey to, String hint) {
        /** Returns the proposal as a clause. */
        public String clause() {
            return to + ", which is missing, differs from it in nothing but the name: if it is the same, declare '-- "
                    + hint + "'";
        }
    }

    /** Returns the proposals by the key that is too many, sorted. */
    public static SortedMap<ObjectKey, LikelyRename> of(Gap gap) {
        Map<String, List<ObjectKey>> missing = new HashMap<>();
        gap.changes(Change.Missing.class)
                .map(Change.Missing::desired)
                .filter(object ->
                        isWhole(object, gap.actual()) && !gap.explained().contains(object.key()))
                .forEach(object -> gather(object, gap.desired(), missing));
        SortedMap<ObjectKey, LikelyRename> likely = new TreeMap<>();
        if (missing.isEmpty()) {
            return likely;
        }
        Map<String, List<ObjectKey>> extra = new HashMap<>();
        gap.changes(Change.Extra.class)
                .map(Change.Extra::actual)
                .filter(object ->
                        isWhole(object, gap.desired()) && !gap.explained().contains(object.key()))
                .forEach(object -> gather(object, gap.actual(), extra));
        extra.forEach((form, keys) -> {
            List<ObjectKey> alike = missing.getOrDefault(form, List.of());
            if (keys.size() == 1 && alike.size() == 1) {
                RenameHint.of(keys.getFirst(), alike.getFirst())
                        .ifPresent(hint ->
                                likely.put(keys.getFirst(), new LikelyRename(keys.getFirst(), alike.getFirst(), hint)));
            }
        });
        return Collections.unmodifiableSortedMap(likely);
    }

    /** What comes or goes with the object that it is part of has no rename of its own; a part of an index is renamed without a hint. */
    private static boolean isWhole(SchemaObject object, Catalog other) {
        return GapFacts.partOf(object).isEmpty()
                && object.parent().map(other::contains).orElse(true);
    }

    private static void gather(SchemaObject object, Catalog catalog, Map<String, List<ObjectKey>> into) {
        // Only what a hint can rename is worth the look at all of its parts.
        if (RenameHint.of(object.key(), object.key()).isPresent()) {
            into.computeIfAbsent(form(object, catalog), k -> new ArrayList<>(1)).add(object.key());
        }
    }

    /** Everything that makes the object and its parts what they are, as text, with its own name taken out. */
    private static String form(SchemaObject object, Catalog catalog) {
        ObjectKey key = object.key();
        String name = RenameHint.bare(key);
        List<String> parts = new ArrayList<>();
        parts.add(key.kind() + " in " + key.path().subList(0, key.path().size() - 1));
        parts.add(components(object));
        catalog.descendants(key).stream()
                .filter(part -> part.kind() != ObjectKind.COMMENT && part.kind() != ObjectKind.GRANT)
                .forEach(part -> parts.add(part.kind() + " " + part.path() + " " + components(catalog.object(part))));
        if (key.kind() == ObjectKind.SCHEMA) {
            catalog.keys().stream()
                    .filter(inside ->
                            inside.path().size() > 1 && inside.schema().equals(key.name()))
                    .forEach(inside -> parts.add(inside.toString()));
        }
        List<String> nameless =
                new ArrayList<>(parts.stream().map(part -> without(name, part)).toList());
        Collections.sort(nameless.subList(2, nameless.size()));
        return String.join("\n", nameless);
    }

    private static String components(SchemaObject object) {
        StringBuilder text = new StringBuilder();
        ObjectComponents.compared(object.getClass())
                .forEach(component -> text.append(ObjectComponents.text(ObjectComponents.value(component, object)))
                        .append('\n'));
        return text.toString();
    }

    /** Takes a name out of a text wherever it stands by itself, or begins a name that the server derives from it. */
    private static String without(String name, String quoted) {
        if (name.isEmpty()) {
            // SQLite has objects without a name; it stands everywhere.
            return quoted;
        }
        String text = quoted.replace("\"" + name.replace("\"", "\"\"") + "\"", TAKEN_OUT);
        StringBuilder rest = new StringBuilder(text.length());
        int from = 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
            int behind = at + name.length();
            boolean begins = at == 0 || !isPartOfName(text.charAt(at - 1));
            boolean ends = behind == text.length() || text.charAt(behind) == '_' || !isPartOfName(text.charAt(behind));
            if (begins && ends) {
                rest.append(text, from, at).append(TAKEN_OUT);
                from = behind;
            }
        }
        return rest.append(text, from, text.length()).toString();
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
