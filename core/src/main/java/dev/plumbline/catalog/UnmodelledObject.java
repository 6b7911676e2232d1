// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/**
 * An object of the database that Plumbline sees but does not compare, such as {@code publication app_pub}. It is
 * counted and named in every report; strict mode refuses it.
 *
 * @param kind the database's word for its kind, lower case
 * @param name its qualified name, unquoted
 */
public record UnmodelledObject(String kind, String name) implements Comparable<UnmodelledObject> {
    @Override
    public int compareTo(UnmodelledObject other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
