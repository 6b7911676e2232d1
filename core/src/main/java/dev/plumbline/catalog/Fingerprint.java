// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/**
 * A SHA-256 over the canonical form of an object or of a whole catalog, 64 hexadecimal digits. Two catalogs with the
 * same fingerprint have no gap between them.
 */
public record Fingerprint(String hex) {
    public Fingerprint {
        if (!isWritten(hex)) {
            throw new IllegalArgumentException("not a fingerprint: " + hex);
        }
    }

    /** A loop, as every object of a catalog has one. */
    private static boolean isWritten(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            char digit = hex.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return hex.length() == 64;
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
