// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.script.ScriptStatement;
import java.sql.SQLException;

/** Is told around every statement of a replay, on the thread and within the transaction in which it is run. */
public interface ReplayWatcher {
    /** Hears nothing. */
    ReplayWatcher NONE = new ReplayWatcher() {};

    /** A part of a script begins that is committed as a whole, or begins again after it was rolled back. */
    default void segment(boolean outside) {}

    /** The part was committed. */
    default void segmentEnded() {}

    /** A statement is about to be run. */
    default void before(ScriptStatement statement) throws SQLException {}

    /** A statement was run. */
    default void after(ScriptStatement statement) throws SQLException {}

    /** A statement was not run, or its effect taken back; {@code why} is a sentence. */
    default void leftOut(ScriptStatement statement, String why) {}
}
