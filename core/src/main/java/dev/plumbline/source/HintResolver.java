// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Signatures;
import dev.plumbline.error.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the objects of the desired catalog that hints are about. */
final class HintResolver {

    private final Catalog catalog;
    private final List<String> searchPath;

    HintResolver(Catalog catalog, List<String> searchPath) {
        this.catalog = catalog;
        this.searchPath = searchPath.isEmpty() ? List.of("public", "main") : searchPath;
    }

    /**
     * Returns the hints with the keys of their objects, renames in the order of the text, then conversions by column.
     *
     * @throws dev.plumbline.error.PlumblineException with the position of a hint whose object is not there or not unique
     */
    List<Hint> resolve(List<HintReader.Located> located) {
        List<Hint> hints = new ArrayList<>();
        Map<ObjectKey, Directive.Using> forward = new TreeMap<>();
        Map<ObjectKey, Directive.Using> reverse = new TreeMap<>();
        for (HintReader.Located one : located) {
            switch (one.directive()) {
                case Directive.RenamedFrom renamed ->
                    hints.add(renamedFrom(renamed, one.target().orElseThrow()));
                case Directive.Rename rename -> hints.add(rename(rename));
                case Directive.Reversal reversal -> hints.add(reversal(reversal, hints));
                case Directive.KeepRows keep ->
                    hints.add(new Hint.KeptRows(find(one.target().orElseThrow(), keep.position()), keep.position()));
                case Directive.Using using -> {
                    ObjectKey column = find(one.target().orElseThrow(), using.position());
                    (using.reverse() ? reverse : forward).put(column, using);
                }
            }
        }
        forward.forEach((column, using) -> hints.add(new Hint.Conversion(
                column,
                using.expression(),
                Optional.ofNullable(reverse.remove(column)).map(Directive.Using::expression),
                using.position())));
        for (Directive.Using lonely : reverse.values()) {
            throw Directive.error(
                    "'reverse using' has no 'using' that it reverses",
                    "Give the column both, or none.",
                    lonely.position());
        }
        return List.copyOf(hints);
    }

    private Hint renamedFrom(Directive.RenamedFrom renamed, HintTarget target) {
        ObjectKey object = find(target, renamed.position());
        return new Hint.Rename(withOldName(object, renamed.old()), object, renamed.position());
    }

    private Hint rename(Directive.Rename rename) {
        Set<ObjectKind> kinds = HintTarget.kinds(rename.kind().toUpperCase(Locale.ROOT));
        if (kinds.isEmpty()) {
            throw Directive.error(
                    "'" + rename.kind() + "' is no kind of object that can be renamed",
                    "Kinds are: schema, table, column, constraint, view, index, sequence, type, domain, function, …",
                    rename.position());
        }
        List<String> path = new ArrayList<>(rename.old());
        String old = path.removeLast();
        path.add(rename.name());
        ObjectKey object = find(new HintTarget(kinds, path), rename.position());
        return new Hint.Rename(withOldName(object, List.of(old)), object, rename.position());
    }

    private Hint reversal(Directive.Reversal reversal, List<Hint> before) {
        List<String> path = new ArrayList<>(reversal.column());
        String name = path.removeLast();
        if (path.isEmpty()) {
            throw Directive.error(
                    "this hint does not say whose column " + name + " was",
                    "Name the table too: 'reverse column users." + name + " using …'.",
                    reversal.position());
        }
        ObjectKey column = find(new HintTarget(HintTarget.kinds("TABLE"), path), reversal.position())
                .child(ObjectKind.COLUMN, name);
        if (catalog.contains(column)) {
            throw Directive.error(
                    "'reverse column' is about a column that is declared no more, and " + column + " is declared",
                    "Remove the hint, or give the column 'using' and 'reverse using'.",
                    reversal.position());
        }
        if (before.stream().anyMatch(hint -> hint.object().equals(column))) {
            throw Directive.error(
                    "another hint says already how " + column + " gets its values back",
                    "Keep one of the two.",
                    reversal.position());
        }
        return new Hint.Reversal(column, reversal.expression(), reversal.position());
    }

    /** The old name may be qualified: then the object stood elsewhere. A routine keeps its arguments. */
    private ObjectKey withOldName(ObjectKey object, List<String> old) {
        List<String> path = named(object);
        String arguments = object.kind().isRoutine() ? Signatures.arguments(object.name()) : "";
        for (int i = 0; i < Math.min(old.size(), path.size()); i++) {
            String name = old.get(old.size() - 1 - i);
            path.set(path.size() - 1 - i, i == 0 ? name + arguments : name);
        }
        if (path.size() < object.path().size()) {
            path.add(1, object.path().get(1));
        }
        return new ObjectKey(object.kind(), path);
    }

    /** The names by which SQL finds the object: the access method of an operator class stands apart from its name. */
    static List<String> named(ObjectKey key) {
        List<String> path = new ArrayList<>(key.path());
        if (key.kind() == ObjectKind.OPERATOR_CLASS || key.kind() == ObjectKind.OPERATOR_FAMILY) {
            path.remove(1);
        }
        return path;
    }

    private ObjectKey find(HintTarget target, SourcePosition position) {
        List<ObjectKey> candidates =
                catalog.keys().stream().filter(key -> fits(key, target)).toList();
        if (candidates.size() > 1) {
            candidates = inSearchPath(candidates);
        }
        String named = String.join(".", target.path());
        if (candidates.isEmpty()) {
            throw Directive.error(
                    "the desired schema has no " + kinds(target) + " " + named + " for this hint",
                    "Check where the hint stands; a hint for what is no longer declared can go.",
                    position);
        }
        if (candidates.size() > 1) {
            throw Directive.error(
                    "this hint may be about any of " + candidates, "Qualify the name with its schema.", position);
        }
        return candidates.getFirst();
    }

    private static String kinds(HintTarget target) {
        return target.kinds().stream().map(ObjectKind::label).collect(Collectors.joining(" or "));
    }

    private boolean fits(ObjectKey key, HintTarget target) {
        if (!target.kinds().contains(key.kind())) {
            return false;
        }
        List<String> path = named(key);
        int extra = path.size() - target.path().size();
        if (extra < 0 || extra > 1) {
            return false;
        }
        for (int i = 0; i < target.path().size(); i++) {
            String name = path.get(i + extra);
            if (i == target.path().size() - 1 && key.kind().isRoutine()) {
                name = Signatures.name(name);
            }
            if (!name.equals(target.path().get(i))) {
                return false;
            }
        }
        return true;
    }

    private List<ObjectKey> inSearchPath(List<ObjectKey> candidates) {
        for (String schema : searchPath) {
            List<ObjectKey> there = candidates.stream()
                    .filter(key -> key.schema().equals(schema))
                    .toList();
            if (!there.isEmpty()) {
                return there;
            }
        }
        return candidates;
    }
}
