// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.execute.SessionControl;
import dev.plumbline.plan.StepCost;
import dev.plumbline.script.ScriptStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes what each statement of one migration costs, and where the live database's data goes. */
final class RehearsalWatcher implements ReplayWatcher {
    private final SessionControl session;
    private final ReplaySession replay;
    private final Lineage lineage;
    private final Set<String> made;
    private final Map<Integer, StepCost> costs = new HashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    private SessionControl.@Nullable CostObserver observer;
    private boolean begun;
    private boolean outside;
    private int leftOutBefore;

    /**
     * Creates a watcher.
     *
     * @param made relations that the run itself has made: nobody waits for a lock on them
     */
    RehearsalWatcher(SessionControl session, ReplaySession replay, Lineage lineage, Set<String> made) {
        this.session = session;
        this.replay = replay;
        this.lineage = lineage;
        this.made = made;
    }

    Map<Integer, StepCost> costs() {
        return costs;
    }

    List<String> leftOut() {
        return leftOut;
    }

    @Override
    public void segment(boolean outside) {
        close();
        this.outside = outside;
        if (begun) {
            // The one before was rolled back, or it would have ended.
            lineage.again();
            leftOut.subList(leftOutBefore, leftOut.size()).clear();
        }
        begun = true;
        leftOutBefore = leftOut.size();
    }

    @Override
    public void segmentEnded() {
        begun = false;
        lineage.beginSegment();
    }

    @Override
    public void before(ScriptStatement statement) throws SQLException {
        observer = outside
                ? session.observeOutside(replay.connection(), statement.sql(), replay::open)
                : session.observe(replay.connection());
    }

    @Override
    public void after(ScriptStatement statement) throws SQLException {
        if (observer != null) {
            costs.put(statement.number(), observer.finish().without(made));
            observer = null;
        }
        lineage.emptying(statement);
        if (Lineage.concerns(statement)) {
            lineage.follow(session.identities(replay.connection()));
        }
    }

    @Override
    public void leftOut(ScriptStatement statement, String why) {
        costs.remove(statement.number());
        leftOut.add(why);
    }

    /** Stops watching a statement that has failed. */
    void close() {
        if (observer != null) {
            observer.close();
            observer = null;
        }
    }
}
