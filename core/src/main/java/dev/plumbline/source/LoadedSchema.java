// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.catalog.Catalog;
import java.util.List;

/**
 * A schema as it came out of its source.
 *
 * @param catalog what it declares
 * @param hints what its comments say about old names and values; only SQL files have any
 * @param origin where it came from, for people; never with a password
 */
public record LoadedSchema(Catalog catalog, List<Hint> hints, String origin) {
    public LoadedSchema {
        hints = List.copyOf(hints);
    }

    /** Returns the same schema with another catalog. */
    public LoadedSchema with(Catalog other) {
        return new LoadedSchema(other, hints, origin);
    }

    /** Returns a schema that comes without hints. */
    public static LoadedSchema of(Catalog catalog, String origin) {
        return new LoadedSchema(catalog, List.of(), origin);
    }
}
