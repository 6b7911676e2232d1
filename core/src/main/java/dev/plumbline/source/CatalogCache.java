// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.catalog.Catalog;
import java.util.Optional;

/**
 * Keeps the catalogs of declared schemas from one run to the next, so that a folder that has not changed costs no
 * scratch database. A cache may forget whatever it likes, and never fails: who finds nothing loads the schema again.
 */
public interface CatalogCache {
    /**
     * Returns the catalog that was kept under a key.
     *
     * @param key 64 hexadecimal digits: all that decides about the catalog, as {@link SchemaLoader} sums it up
     */
    Optional<Catalog> find(String key);

    /** Keeps a catalog, in place of one under the same key. */
    void keep(String key, Catalog catalog);
}
