// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Who someone is on a foreign server; the key's path is the server and the user.
 *
 * @param server the server's name, unquoted
 * @param user a role name, or {@code PUBLIC}
 * @param options without those whose values are secret
 * @param secrets the names of options whose values are not read, and so not compared
 */
public record UserMapping(
        ObjectKey key,
        String server,
        String user,
        SortedMap<String, String> options,
        @Informative SortedSet<String> secrets)
        implements Accessory {
    public UserMapping {
        options = Values.copy(options);
        secrets = Values.copy(secrets);
    }
}
