// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.SortedMap;

/** A text search template; its functions, qualified and quoted, by what they are for. */
public record TextSearchTemplate(ObjectKey key, SortedMap<String, String> functions) implements Accessory {
    public TextSearchTemplate {
        functions = Values.copy(functions);
    }
}
