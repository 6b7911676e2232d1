// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import org.jspecify.annotations.Nullable;

/** How PostgreSQL's catalogs point at an object: catalog, OID, and column number or 0 ({@code pg_depend}). */
record ObjectAddress(String catalog, long oid, int column) {
    static ObjectAddress of(String catalog, long oid) {
        return new ObjectAddress(catalog, oid, 0);
    }

    /** Returns the address of the relation that a column is of; itself for all else. */
    ObjectAddress whole() {
        return column == 0 ? this : of(catalog, oid);
    }

    /** Written out, as a record's own takes several times as long, and a reading compares a million of them. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObjectAddress address
                && oid == address.oid
                && column == address.column
                && catalog.equals(address.catalog);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(oid) + column) + catalog.hashCode();
    }
}
