// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a schema object: its kind and the unquoted names that lead to it. The path is
 *
 * <ul>
 *   <li>{@code [name]} for what stands outside schemas (schema, extension, event trigger),
 *   <li>{@code [schema, name]} for what stands in one (SQLite's schema is {@code main}); routines carry their argument
 *       types in the name, {@code add(integer,integer)},
 *   <li>{@code [schema, relation, name]} for columns, defaults, constraints, triggers, policies and rules,
 *   <li>{@code [source, target]} for casts and {@code [server, user]} for user mappings,
 *   <li>for comments and grants, the target's kind and path behind their own parts, see {@link #about}.
 * </ul>
 *
 * <p>Sorted by kind, then by path, so that every listing is deterministic.
 *
 * <p>No record, for its hash is kept: every object is looked up some forty times between a catalog and its plan, and the
 * names are long.
 */
public final class ObjectKey implements Comparable<ObjectKey> {
    private final ObjectKind kind;
    private final List<String> path;
    private final int hash;

    /** Creates the key of that kind and path. Throws where the path is empty. */
    public ObjectKey(ObjectKind kind, List<String> path) {
        this.kind = kind;
        this.path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a key needs a name");
        }
        this.hash = 31 * kind.hashCode() + this.path.hashCode();
    }

    /** Returns the kind of the object. */
    public ObjectKind kind() {
        return kind;
    }

    /** Returns the unquoted names that lead to it, of which there is at least one; immutable. */
    public List<String> path() {
        return path;
    }

    /** Returns the key of that kind and path. */
    public static ObjectKey of(ObjectKind kind, String... path) {
        return new ObjectKey(kind, List.of(path));
    }

    /** Returns the key of something that hangs on this object, such as a column of a table. */
    public ObjectKey child(ObjectKind childKind, String name) {
        List<String> childPath = new ArrayList<>(path);
        childPath.add(name);
        return new ObjectKey(childKind, childPath);
    }

    /**
     * Returns the key of a statement about another object: a comment ({@code qualifiers} empty) or a grant (the
     * grantee).
     */
    public static ObjectKey about(ObjectKind kind, ObjectKey target, String... qualifiers) {
        List<String> path = new ArrayList<>(List.of(qualifiers));
        path.add(target.kind().name());
        path.addAll(target.path());
        return new ObjectKey(kind, path);
    }

    /** Returns the last name of the path. */
    public String name() {
        return path.get(path.size() - 1);
    }

    /** Returns the first name of the path: the schema, for what stands in one. */
    public String schema() {
        return path.get(0);
    }

    /** Returns whether the names begin with all of another's, of whatever kind the two are: it is that, stands in it, or is part of it. */
    public boolean isWithin(ObjectKey container) {
        int length = container.path.size();
        return path.size() >= length && path.subList(0, length).equals(container.path);
    }

    /** Returns the names joined by dots, unquoted: for people, never for SQL. */
    public String qualifiedName() {
        return switch (kind) {
            case COMMENT -> "on " + words(path);
            case OWNER -> "of " + words(path);
            case CAST -> String.join(" as ", path);
            case TRANSFORM -> "for " + path.get(0) + " in " + name();
            case OPERATOR_CLASS, OPERATOR_FAMILY -> path.get(0) + "." + name() + " using " + path.get(1);
            case USER_MAPPING -> "for " + name() + " on " + path.get(0);
            case GRANT -> "to " + path.get(0) + " on " + words(path.subList(1, path.size()));
            default -> String.join(".", path);
        };
    }

    private static String words(List<String> targetPath) {
        return ObjectKind.valueOf(targetPath.get(0)).label()
                + " "
                + targetPath.stream().skip(1).collect(Collectors.joining("."));
    }

    /** Compares from the end, where the names of one schema differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof ObjectKey key)
                || hash != key.hash
                || kind != key.kind
                || path.size() != key.path.size()) {
            return false;
        }
        for (int i = path.size() - 1; i >= 0; i--) {
            if (!path.get(i).equals(key.path.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public int compareTo(ObjectKey other) {
        if (this == other) {
            return 0;
        }
        int byKind = kind.compareTo(other.kind);
        if (byKind != 0) {
            return byKind;
        }
        int shared = Math.min(path.size(), other.path.size());
        for (int i = 0; i < shared; i++) {
            int byName = path.get(i).compareTo(other.path.get(i));
            if (byName != 0) {
                return byName;
            }
        }
        return Integer.compare(path.size(), other.path.size());
    }

    /** Returns the kind and the names, such as {@code table mcp.api_keys}: for people, never for SQL. */
    @Override
    public String toString() {
        return kind.label() + " " + qualifiedName();
    }
}
