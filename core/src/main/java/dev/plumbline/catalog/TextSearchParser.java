// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.SortedMap;

/** A text search parser; its functions, qualified and quoted, by what they are for. */
public record TextSearchParser(ObjectKey key, SortedMap<String, String> functions) implements Accessory {
    public TextSearchParser {
        functions = Values.copy(functions);
    }
}
