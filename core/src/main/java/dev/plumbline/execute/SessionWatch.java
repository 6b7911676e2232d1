// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import java.sql.SQLException;
import java.time.Duration;

/** Looks at a session from outside while it works. One thread looks; it is not the one that works. */
public interface SessionWatch extends AutoCloseable {
    /** What sees nothing. */
    SessionWatch BLIND = new SessionWatch() {
        @Override
        public Sight look() {
            return Sight.NOTHING;
        }

        @Override
        public void close() {
            // It took nothing.
        }
    };

    /** Is told by the thread that works, just before each statement; what is seen then counts from here. */
    default void begins() {}

    /** Returns what can be seen of the statement that runs. */
    Sight look() throws SQLException;

    /**
     * Ends a session that has been idle inside a transaction for at least that long, and only if it still is.
     *
     * @return whether it was ended
     */
    default boolean end(Blocker blocker, Duration idle) throws SQLException {
        return false;
    }

    /** Gives back what looking took. */
    @Override
    void close();
}
