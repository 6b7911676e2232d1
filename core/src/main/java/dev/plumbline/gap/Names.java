// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.ObjectKey;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of names in sentences. */
final class Names {
    private Names() {}

    /** Returns the first names of a list and how many more there are. */
    static String some(Collection<ObjectKey> keys, int most) {
        List<String> names = keys.stream().map(ObjectKey::toString).toList();
        if (names.size() <= most + 1) {
            return joined(names);
        }
        return names.stream().limit(most).collect(Collectors.joining(", ")) + " and " + (names.size() - most) + " more";
    }

    private static String joined(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
