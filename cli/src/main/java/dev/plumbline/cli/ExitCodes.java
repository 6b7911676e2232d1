// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.ErrorCategory;

/** The exit codes, published: scripts rely on them. */
final class ExitCodes {
    static final int DONE = 0;
    static final int DIFFERENCES = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int DATABASE = 4;
    static final int INTERNAL = 5;

    private ExitCodes() {}

    /** Returns the code of an error category. */
    static int of(ErrorCategory category) {
        return switch (category) {
            case USAGE -> USAGE;
            case REFUSED -> REFUSED;
            case DATABASE -> DATABASE;
            case INTERNAL -> INTERNAL;
        };
    }
}
