// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/**
 * An access method of tables or indexes.
 *
 * @param type {@code TABLE} or {@code INDEX}
 * @param handler qualified and quoted
 */
public record AccessMethod(ObjectKey key, String type, String handler) implements Accessory {}
