// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;

/**
 * A text search dictionary.
 *
 * @param template qualified and quoted
 * @param options in order, each as it stands in SQL: {@code stopwords = 'english'}
 */
public record TextSearchDictionary(ObjectKey key, String template, List<String> options) implements Accessory {
    public TextSearchDictionary {
        options = List.copyOf(options);
    }
}
