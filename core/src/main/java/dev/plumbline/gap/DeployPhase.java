// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.ObjectKey;
import java.util.List;

/**
 * One phase of creating what is missing. Columns and defaults of a missing table come with the table.
 *
 * @param title such as {@code tables}
 * @param layers what can be created at the same time, in the order in which it must be; sorted within a layer
 */
public record DeployPhase(String title, List<List<ObjectKey>> layers) {
    public DeployPhase {
        layers = layers.stream().map(List::copyOf).toList();
    }

    /** Returns how many objects it creates. */
    public int size() {
        return layers.stream().mapToInt(List::size).sum();
    }
}
