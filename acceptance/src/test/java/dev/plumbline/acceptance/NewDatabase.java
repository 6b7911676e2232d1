// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.acceptance;

/** How a test makes a database on an embedded server. */
public final class NewDatabase {
    private static final int FIRST_WITH_STRATEGIES = 15;

    private NewDatabase() {}

    /**
     * Returns the statement that makes one from {@code template0}. Its files are copied, which costs a third of writing it
     * through the log, as the server does from 15 on if it is not told (PostgreSQL documentation, "CREATE DATABASE"): nothing
     * is flushed on an embedded server.
     */
    public static String named(String name, int majorVersion) {
        return "CREATE DATABASE " + name + " TEMPLATE template0"
                + (majorVersion >= FIRST_WITH_STRATEGIES ? " STRATEGY FILE_COPY" : "");
    }
}
