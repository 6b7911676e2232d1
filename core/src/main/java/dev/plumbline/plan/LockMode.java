// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * PostgreSQL's table lock modes, weakest first (PostgreSQL documentation, "Explicit Locking", table-level locks), and
 * what each keeps an application from doing.
 */
public enum LockMode {
    ACCESS_SHARE("nothing but ACCESS EXCLUSIVE"),
    ROW_SHARE("nothing an application does"),
    ROW_EXCLUSIVE("nothing an application does"),
    SHARE_UPDATE_EXCLUSIVE("no reads or writes, other schema changes"),
    SHARE("writes"),
    SHARE_ROW_EXCLUSIVE("writes"),
    EXCLUSIVE("writes"),
    ACCESS_EXCLUSIVE("reads and writes");

    private static final Map<String, LockMode> BY_CATALOG_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(LockMode::catalogName, mode -> mode));

    private final String blocks;

    LockMode(String blocks) {
        this.blocks = blocks;
    }

    /** Returns what waits while it is held, for people. */
    public String blocks() {
        return blocks;
    }

    /**
     * Returns whether one session must wait for another that holds the other mode (PostgreSQL documentation, "Explicit
     * Locking", table "Conflicting Lock Modes").
     */
    public boolean conflictsWith(LockMode other) {
        LockMode weaker = compareTo(other) < 0 ? this : other;
        LockMode stronger = weaker == this ? other : this;
        return switch (weaker) {
            case ACCESS_SHARE -> stronger == ACCESS_EXCLUSIVE;
            case ROW_SHARE -> stronger.compareTo(EXCLUSIVE) >= 0;
            case ROW_EXCLUSIVE -> stronger.compareTo(SHARE) >= 0;
            // SHARE is the one of the stronger modes that does not conflict with itself.
            case SHARE -> stronger != SHARE;
            case SHARE_UPDATE_EXCLUSIVE, SHARE_ROW_EXCLUSIVE, EXCLUSIVE, ACCESS_EXCLUSIVE -> true;
        };
    }

    /** Returns the words of the PostgreSQL documentation, {@code ACCESS EXCLUSIVE}. */
    public String words() {
        return name().replace('_', ' ');
    }

    /** Returns the stronger of two. */
    public static LockMode stronger(LockMode one, LockMode other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Returns the mode for {@code pg_locks.mode}, such as {@code AccessExclusiveLock}. */
    public static LockMode ofCatalogName(String mode) {
        LockMode found = BY_CATALOG_NAME.get(mode);
        if (found == null) {
            throw new IllegalArgumentException("not a lock mode: " + mode);
        }
        return found;
    }

    /** {@code ACCESS_EXCLUSIVE} is {@code AccessExclusiveLock} there. */
    private static String catalogName(LockMode mode) {
        return Arrays.stream(mode.name().split("_"))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining())
                + "Lock";
    }
}
