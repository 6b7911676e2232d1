// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.ObjectKey;
import java.util.List;

/**
 * What waits for a missing object.
 *
 * @param direct objects that are not part of it and need it directly, sorted
 * @param all how many need it directly or through others
 */
public record FanOut(ObjectKey missing, List<ObjectKey> direct, int all) {
    public FanOut {
        direct = List.copyOf(direct);
    }
}
