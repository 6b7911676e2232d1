// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A short fingerprint of each object that is part of no other, its parts included, by its name. They are small enough to be kept with
 * a plan, and tell what has changed since; whether anything has, the fingerprint of the whole catalog tells.
 */
public final class CatalogMarks {
    private static final int DIGITS = 12;
    private static final long MASK = (1L << (4 * DIGITS)) - 1;

    private CatalogMarks() {}

    /** Returns the marks of a catalog. As in {@link FingerprintSum}, parts are added up, so that they need no order. */
    public static SortedMap<String, String> of(Catalog catalog) {
        Map<ObjectKey, Long> sums = new HashMap<>();
        for (SchemaObject object : catalog.objects()) {
            long part = Long.parseLong(catalog.fingerprint(object.key()).hex().substring(0, DIGITS), 16);
            sums.merge(catalog.root(object.key()), part, Long::sum);
        }
        SortedMap<String, String> marks = new TreeMap<>();
        sums.forEach(
                (key, sum) -> marks.put(key.toString(), String.format(Locale.ROOT, "%0" + DIGITS + "x", sum & MASK)));
        return marks;
    }

    /** Returns what is otherwise in the second than in the first, one sentence each without its full stop, in the order of names. */
    public static List<String> changes(SortedMap<String, String> from, SortedMap<String, String> to) {
        TreeSet<String> names = new TreeSet<>(from.keySet());
        names.addAll(to.keySet());
        List<String> changes = new ArrayList<>();
        for (String name : names) {
            if (!to.containsKey(name)) {
                changes.add(name + " is gone");
            } else if (!from.containsKey(name)) {
                changes.add(name + " is new");
            } else if (!Objects.equals(from.get(name), to.get(name))) {
                changes.add(name + " differs");
            }
        }
        return changes;
    }
}
