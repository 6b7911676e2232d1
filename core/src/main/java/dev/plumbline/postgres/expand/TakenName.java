// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Change;
import dev.plumbline.postgres.change.Slots;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Something of another kind that stands under the name which a rename is to give. */
public final class TakenName {
    private TakenName() {}

    /**
     * Refuses a rename to a name that is taken.
     *
     * @throws PlumblineException with {@code UNSUPPORTED} and what has the name
     */
    public static void refuse(Change.Renamed rename, Catalog catalog) {
        by(rename.to(), catalog).ifPresent(key -> {
            boolean changed = NameView.isMarked(key, catalog);
            throw new PlumblineException(
                    ErrorCode.UNSUPPORTED,
                    rename.from() + " cannot be renamed to " + rename.newName() + ", because " + key + " has that name"
                            + (changed
                                    ? ". Plumbline made it as the second name of a table, and it was changed since"
                                    : "")
                            + ". Nothing was planned.",
                    changed
                            ? "Drop it if nobody needs it as it is now, or give it another name."
                            : "Give it another name, or drop it, first.");
        });
    }

    private static Optional<ObjectKey> by(ObjectKey name, Catalog catalog) {
        List<String> slots = Slots.of(catalog, name);
        return slots.isEmpty()
                ? Optional.empty()
                : catalog.keys().stream()
                        .filter(key ->
                                key.name().equals(name.name()) && key.schema().equals(name.schema()))
                        .filter(key -> !Collections.disjoint(Slots.of(catalog, key), slots))
                        .findFirst();
    }
}
