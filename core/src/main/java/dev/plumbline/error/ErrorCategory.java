// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.error;

/** Who can do something about an error. The command line maps each category to one published exit code. */
public enum ErrorCategory {
    /** What was asked cannot be understood: a missing file, an unknown option value. Exit code 2. */
    USAGE,
    /** Plumbline declines: hazard not allowed, unsupported object, fingerprint changed. Exit code 3. */
    REFUSED,
    /** The database, or the way to it, failed: unreachable, wrong password, SQL that does not load. Exit code 4. */
    DATABASE,
    /** A defect of Plumbline itself. Exit code 5. */
    INTERNAL
}
