// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/**
 * An operator or support function of an operator class or family.
 *
 * @param slot what it stands under, as ALTER OPERATOR FAMILY … DROP names it: {@code OPERATOR 1 (integer, bigint)}
 * @param definition as ALTER OPERATOR FAMILY … ADD has it
 */
public record OperatorFamilyMember(String slot, String definition) {}
