// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A foreign server.
 *
 * @param wrapper the name of its foreign-data wrapper, unquoted
 * @param options without those whose values are secret
 * @param secrets the names of options whose values are not read, and so not compared
 */
public record ForeignServer(
        ObjectKey key,
        String wrapper,
        Optional<String> type,
        Optional<String> version,
        SortedMap<String, String> options,
        @Informative SortedSet<String> secrets)
        implements Accessory {
    public ForeignServer {
        options = Values.copy(options);
        secrets = Values.copy(secrets);
    }
}
