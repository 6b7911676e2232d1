// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

/** How PostgreSQL's catalogs point at an object: catalog, OID, and column number or 0 ({@code pg_depend}). */
record ObjectAddress(String catalog, long oid, int column) {
    static ObjectAddress of(String catalog, long oid) {
        return new ObjectAddress(catalog, oid, 0);
    }
}
