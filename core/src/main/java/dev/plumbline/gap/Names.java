// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists of names in sentences. */
final class Names {
    private Names() {}

    /** Returns the first names of a list and how many more there are. */
    static String some(Collection<ObjectKey> keys, int most) {
        List<String> names = new ArrayList<>();
        Optional<ObjectKind> kind = Optional.empty();
        for (ObjectKey key : keys) {
            // The word for the kind stands before the first of each kind only.
            String word =
                    keys.stream().filter(other -> other.kind() == key.kind()).count() > 1
                            ? key.kind().plural()
                            : key.kind().label();
            names.add((kind.filter(k -> k == key.kind()).isPresent() ? "" : word + " ")
                    + withoutArguments(key.qualifiedName()));
            kind = Optional.of(key.kind());
        }
        if (names.size() <= most + 1) {
            return joined(names);
        }
        return names.stream().limit(most).collect(Collectors.joining(", ")) + " and " + (names.size() - most) + " more";
    }

    /** Returns a routine's name with its arguments hinted at; any other name as it is. */
    static String withoutArguments(String name) {
        int open = name.indexOf('(');
        return open < 0 || name.endsWith("()") || !name.endsWith(")") ? name : name.substring(0, open) + "(…)";
    }

    private static String joined(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
