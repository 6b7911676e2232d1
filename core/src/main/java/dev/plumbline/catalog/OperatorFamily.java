// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;

/**
 * An operator family.
 *
 * @param method the index access method
 * @param members those that belong to none of its classes, in order of their slots
 */
public record OperatorFamily(ObjectKey key, String method, List<OperatorFamilyMember> members) implements Accessory {
    public OperatorFamily {
        members = List.copyOf(members);
    }
}
