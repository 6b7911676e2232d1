// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

/** How long a server and its data last. */
public enum Lifetime {
    /** Both end when the server is closed, or with the JVM at the latest. */
    THROW_AWAY,
    /** The server is stopped cleanly when it is closed, or with the JVM; its data stay, for another start. */
    KEEP_DATA,
    /** The server goes on when it is closed and when the JVM ends, until somebody stops it. */
    KEEP_RUNNING
}
