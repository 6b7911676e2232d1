// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.catalog.Fingerprint;
import dev.plumbline.source.MigrationHistory;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a database is and holds.
 *
 * @param database its URL, without a password
 * @param objects how many objects there are of each kind, by the plural of its word
 * @param histories the migration histories found in it
 */
public record DatabaseStatus(
        String database,
        DatabaseProduct product,
        Fingerprint fingerprint,
        SortedMap<String, Integer> objects,
        List<MigrationHistory.Found> histories) {

    /** Returns the status of a database whose catalog was read. */
    public static DatabaseStatus of(String database, Catalog catalog, List<MigrationHistory.Found> histories) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        catalog.objects().forEach(object -> counts.merge(object.key().kind().plural(), 1, Integer::sum));
        return new DatabaseStatus(database, catalog.product(), catalog.fingerprint(), counts, List.copyOf(histories));
    }
}
