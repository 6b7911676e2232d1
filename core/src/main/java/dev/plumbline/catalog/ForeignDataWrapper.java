// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A foreign-data wrapper that belongs to no extension.
 *
 * @param handler qualified and quoted
 * @param validator qualified and quoted
 * @param options without those whose values are secret
 * @param secrets the names of options whose values are not read, and so not compared
 */
public record ForeignDataWrapper(
        ObjectKey key,
        Optional<String> handler,
        Optional<String> validator,
        SortedMap<String, String> options,
        @Informative SortedSet<String> secrets)
        implements Accessory {
    public ForeignDataWrapper {
        options = Values.copy(options);
        secrets = Values.copy(secrets);
    }
}
