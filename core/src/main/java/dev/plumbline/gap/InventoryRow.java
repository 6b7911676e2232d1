// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import java.util.Optional;

/**
 * One line of the inventory: how many objects of a type there are, and how many differ.
 *
 * @param different objects on both sides that are not the same, renamed ones included
 * @param impact the worst level among the differences that are more than a part of something missing or extra; absent
 *     when there are none
 */
public record InventoryRow(
        InventoryType type, int desired, int actual, int missing, int extra, int different, Optional<Impact> impact) {

    /** Returns whether all objects of the type are the same. */
    public boolean isEven() {
        return missing == 0 && extra == 0 && different == 0;
    }
}
