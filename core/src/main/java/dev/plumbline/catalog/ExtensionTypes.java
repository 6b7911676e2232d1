// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What decides how values of extensions' types become others. It follows from the {@link Extension} objects, whose members
 * are in no catalog: it is compared nowhere and part of no fingerprint.
 *
 * @param casts the casts that belong to extensions ({@code pg_cast}), sorted
 * @param strings the types of the category S ({@code pg_type.typcategory}), which every type is cast to and from; sorted
 * @param domains the domains with the types that they are made of
 */
public record ExtensionTypes(List<MemberCast> casts, List<String> strings, SortedMap<String, String> domains) {
    /** There are none, or whoever wrote the catalog did not know of them. */
    public static final ExtensionTypes NONE = new ExtensionTypes(List.of(), List.of(), Collections.emptySortedMap());

    /**
     * A cast that came with an extension; an explicit one may use it whatever its context is.
     *
     * @param extension the key of the extension
     * @param from the type that it casts from, as the server writes it with an empty search path, without modifiers
     * @param to the type that it casts to, likewise
     * @param ofItsTypes whether one of the two is of the same extension
     */
    public record MemberCast(ObjectKey extension, String from, String to, boolean ofItsTypes) {}

    public ExtensionTypes {
        casts = casts.stream()
                .sorted(Comparator.comparing(MemberCast::from).thenComparing(MemberCast::to))
                .toList();
        strings = strings.stream().sorted().toList();
        domains = Collections.unmodifiableSortedMap(new TreeMap<>(domains));
    }
}
