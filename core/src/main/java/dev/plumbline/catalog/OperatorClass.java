// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;
import java.util.Optional;

/**
 * An operator class.
 *
 * @param method the index access method
 * @param family the family that it is part of, qualified and quoted
 * @param type the type that it is for
 * @param isDefault whether indexes of that type use it unsaid
 * @param storage the type that the index keeps, when it is another one
 * @param members in order of their slots
 */
public record OperatorClass(
        ObjectKey key,
        String method,
        String family,
        String type,
        boolean isDefault,
        Optional<String> storage,
        List<OperatorFamilyMember> members)
        implements Accessory {
    public OperatorClass {
        members = List.copyOf(members);
    }
}
