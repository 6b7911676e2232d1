// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.util.Locale;

/** How bad something is that was found: where columns and fields do not agree, or in a migration; the worst first. */
public enum Severity {
    /** A statement fails, a value comes back changed, data is lost, or an application has to wait. */
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
