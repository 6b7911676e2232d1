// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.util.Locale;

/** How bad a place is in which columns and fields do not agree, the worst first. */
public enum Severity {
    /** A statement fails, or some value that may be there comes back changed. */
    ERROR,
    /** It works, but something is lost, unread, or left to luck. */
    WARNING,
    /** Nobody can tell from the declarations; good to know. */
    NOTE;

    /** Returns the word for people. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
