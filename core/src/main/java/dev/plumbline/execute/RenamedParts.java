// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.GapFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a renamed table that are desired under another name and are otherwise the same: keys, indexes and
 * sequences that the server once named after the table or a column. To rename them along is quick, to make them again
 * is not. Only what is beyond doubt: one such part on each side.
 */
final class RenamedParts {
    private final Catalog current;
    private final Catalog desired;

    RenamedParts(Catalog current, Catalog desired) {
        this.current = current;
        this.desired = desired;
    }

    /** Returns the renames of parts of these tables, in order of their new keys. */
    List<Change.Renamed> of(Set<ObjectKey> tables) {
        List<Change.Renamed> renames = new ArrayList<>();
        for (ObjectKey key : desired.keys()) {
            if (!current.contains(key) && isPartOf(desired.object(key), tables)) {
                List<ObjectKey> same = alike(desired.object(key), current, desired);
                boolean beyondDoubt = same.size() == 1
                        && alike(current.object(same.getFirst()), desired, current)
                                .equals(List.of(key));
                if (beyondDoubt) {
                    renames.add(new Change.Renamed(same.getFirst(), key));
                }
            }
        }
        return renames;
    }

    private static boolean isPartOf(SchemaObject object, Set<ObjectKey> tables) {
        return whole(object).filter(tables::contains).isPresent();
    }

    private static Optional<ObjectKey> whole(SchemaObject object) {
        return switch (object) {
            case Constraint constraint -> Optional.of(constraint.on());
            case Index index -> Optional.of(index.on());
            case Sequence sequence -> sequence.ownedBy().map(RenamedParts::table);
            default -> Optional.empty();
        };
    }

    private static ObjectKey table(ObjectKey column) {
        return new ObjectKey(
                ObjectKind.TABLE, column.path().subList(0, column.path().size() - 1));
    }

    /** Returns the objects of a catalog that differ from this one in nothing but the name, and that the other lacks. */
    private static List<ObjectKey> alike(SchemaObject object, Catalog among, Catalog other) {
        Optional<ObjectKey> whole = whole(object);
        if (whole.isEmpty()) {
            return List.of();
        }
        List<ObjectKey> candidates = new ArrayList<>(among.children(whole.get()));
        among.children(whole.get()).stream()
                .filter(child -> among.find(child, Column.class).isPresent())
                .forEach(column -> candidates.addAll(among.children(column)));
        return candidates.stream()
                .filter(key -> key.kind() == object.key().kind() && !other.contains(key))
                .filter(key -> key.schema().equals(object.key().schema()))
                .filter(key -> isSame(among.object(key), object))
                .toList();
    }

    private static boolean isSame(SchemaObject one, SchemaObject other) {
        if (one instanceof Index index && other instanceof Index second) {
            return GapFinder.differences(one, other).stream()
                            .allMatch(difference -> difference.component().equals("definition"))
                    && behindName(index).equals(behindName(second));
        }
        return GapFinder.differences(one, other).isEmpty();
    }

    /** The definition of an index begins with its name. */
    private static String behindName(Index index) {
        int on = index.definition().indexOf(" ON ");
        return on < 0 ? index.definition() : index.definition().substring(on);
    }
}
