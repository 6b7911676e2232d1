// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.SortedMap;

/**
 * A text search configuration.
 *
 * @param parser qualified and quoted
 * @param mappings from each type of token to its dictionaries in order, joined by commas, qualified and quoted
 */
public record TextSearchConfiguration(ObjectKey key, String parser, SortedMap<String, String> mappings)
        implements Accessory {
    public TextSearchConfiguration {
        mappings = Values.copy(mappings);
    }
}
