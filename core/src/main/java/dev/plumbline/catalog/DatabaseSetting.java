// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/**
 * A setting that a SQLite file keeps and its schema may ask for: {@code user_version}, {@code application_id} and {@code
 * auto_vacuum} (SQLite documentation, "PRAGMA Statements"). One that has its first value is no object, so a schema that
 * does not mention it declares nothing about it.
 *
 * @param value the number, as SQLite answers the PRAGMA
 */
public record DatabaseSetting(ObjectKey key, String value) implements Accessory {}
