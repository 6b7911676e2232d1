// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * To whom the objects of a catalog belong: known beside the objects, and part of no fingerprint. An object that has no
 * entry follows another (an index its table, a sequence the table of its column), or nothing was said of it.
 *
 * @param reader the role that read the catalog, or made what it declares; absent on an engine without roles
 * @param roles the owners by object, sorted
 * @param binding whether what is made from the catalog is given to these roles; without, they are only told
 */
public record Ownership(Optional<String> reader, SortedMap<ObjectKey, String> roles, boolean binding) {
    /** Nothing is known. */
    public static final Ownership NONE = new Ownership(Optional.empty(), Collections.emptySortedMap(), false);

    public Ownership {
        roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
    }

    /** Returns what a reader has found. */
    public static Ownership read(String reader, Map<ObjectKey, String> roles) {
        return new Ownership(Optional.of(reader), new TreeMap<>(roles), false);
    }

    /** Returns the role that owns an object, where that is known. */
    public Optional<String> of(ObjectKey key) {
        return Optional.ofNullable(roles.get(key));
    }

    /** Returns the role to which an object is given when it is made; empty where it stays with whoever makes it. */
    public Optional<String> given(ObjectKey key) {
        return binding ? of(key) : Optional.empty();
    }

    /** Returns the same with the owners that the test keeps. */
    public Ownership keeping(BiPredicate<ObjectKey, String> test) {
        SortedMap<ObjectKey, String> kept = new TreeMap<>();
        roles.forEach((key, role) -> {
            if (test.test(key, role)) {
                kept.put(key, role);
            }
        });
        return new Ownership(reader, kept, binding);
    }

    /** Returns the same without the objects of the role that read them, or made them: of these nobody said whose they are. */
    public Ownership declared() {
        return keeping((key, role) -> !reader.equals(Optional.of(role)));
    }

    /** Returns the same without some objects. */
    Ownership without(Collection<ObjectKey> keys) {
        Set<ObjectKey> gone = new HashSet<>(keys);
        return keeping((key, role) -> !gone.contains(key));
    }

    /** Returns the same with these owners, to which what is made is given. */
    public Ownership binding(SortedMap<ObjectKey, String> others) {
        return new Ownership(reader, others, true);
    }
}
