// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/**
 * What a catalog was read from.
 *
 * @param engine {@code postgres} or {@code sqlite}
 * @param version the server's own version text, such as {@code 17.5} or {@code 3.50.3}
 * @param majorVersion the number that decides what can be done: 14 to 18, or 3
 */
public record DatabaseProduct(String engine, String version, int majorVersion) {
    @Override
    public String toString() {
        return switch (engine) {
            case "postgres" -> "PostgreSQL " + version;
            case "sqlite" -> "SQLite " + version;
            default -> engine + " " + version;
        };
    }
}
