// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/**
 * A SHA-256 over the canonical form of an object or of a whole catalog, 64 hexadecimal digits. Two catalogs with the
 * same fingerprint have no gap between them.
 */
public record Fingerprint(String hex) {
    public Fingerprint {
        if (hex.length() != 64 || !hex.chars().allMatch(Fingerprint::isDigit)) {
            throw new IllegalArgumentException("not a fingerprint: " + hex);
        }
    }

    private static boolean isDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }

    /** Returns the first twelve digits, enough for people. */
    public String abbreviated() {
        return hex.substring(0, 12);
    }

    @Override
    public String toString() {
        return hex;
    }
}
