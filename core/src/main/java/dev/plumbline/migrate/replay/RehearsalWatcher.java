// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.execute.SessionControl;
import dev.plumbline.plan.StepCost;
import dev.plumbline.script.ScriptStatement;
import java.sql.Connection;
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
    private final Connection connection;
    private final Lineage lineage;
    private final Set<String> made;
    private final Map<Integer, StepCost> costs = new HashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    private SessionControl.@Nullable CostObserver observer;
    private boolean begun;
    private int leftOutBefore;

    /**
     * Creates a watcher.
     *
     * @param made relations that the run itself has made: nobody waits for a lock on them
     */
    RehearsalWatcher(SessionControl session, Connection connection, Lineage lineage, Set<String> made) {
        this.session = session;
        this.connection = connection;
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
        observer = session.observe(connection);
    }

    @Override
    public void after(ScriptStatement statement) throws SQLException {
        if (observer != null) {
            costs.put(statement.number(), observer.finish().without(made));
            observer = null;
        }
        lineage.emptying(statement);
        if (Lineage.concerns(statement)) {
            lineage.follow(session.identities(connection));
        }
    }

    @Override
    public void leftOut(ScriptStatement statement, String why) {
        costs.remove(statement.number());
        leftOut.add(why);
    }
}
