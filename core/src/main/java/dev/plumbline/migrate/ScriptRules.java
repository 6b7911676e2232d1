// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.script.ScriptStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an engine knows about the statements of scripts that people write. */
public interface ScriptRules {
    /**
     * Returns where a statement belongs.
     *
     * @param transaction whether the author wants transactions; if not, what may commit by itself, such as CALL, is run
     *     outside
     */
    Placement placement(ScriptStatement statement, boolean transaction);

    /**
     * Puts the session back as it was when it was opened, whatever a script before has set, and then in order for the
     * next one. Within a transaction it holds for that transaction.
     */
    void reset(Connection connection, ScriptStart start) throws SQLException;

    /**
     * Returns the settings that sessions of this database and login begin with and this one, by its driver, did not; by name, as SET takes
     * them. Empty where nothing is said.
     */
    default SortedMap<String, String> declared(Connection connection) throws SQLException {
        return new TreeMap<>();
    }

    /** Returns whether a statement may change what {@link #declared} returns. */
    default boolean declares(ScriptStatement statement) {
        return false;
    }

    /**
     * Returns whether a statement that runs outside transactions may wait for locks as long as it takes, because nobody waits
     * behind it.
     */
    default boolean waitsAlone(ScriptStatement statement) {
        return false;
    }

    /** Returns how a whole migration is sent at once; empty where that saves nothing. */
    default Optional<OneExchange> oneExchange() {
        return Optional.empty();
    }

    /** Gives up the role that a script may have taken, which need not have the right to write the history. */
    void asOneself(Connection connection) throws SQLException;

    /**
     * Makes room for a statement that is about to run outside a transaction: an index that a failed concurrent build
     * left invalid under its name is dropped, which IF NOT EXISTS would otherwise take for the index.
     *
     * @return whether instead an earlier try could be brought to its end, so that the statement is done
     */
    boolean clear(Connection connection, ScriptStatement statement) throws SQLException;

    /**
     * Finds out what became of a statement that was begun outside a transaction by a run that is no more, waits until
     * the server has really stopped working on it, and removes what it left half-done.
     */
    Aftermath settle(Connection connection, ScriptStatement statement) throws SQLException, InterruptedException;

    /** What became of a statement. */
    enum Aftermath {
        /** It was carried out. */
        DONE,
        /** It was not, or does no harm when it is run again. */
        NOT_DONE,
        /** The catalog does not tell. */
        UNKNOWN
    }

    /** Returns the name under which the connection acts, for the history. */
    String user(Connection connection) throws SQLException;
}
