// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.observe;

import dev.plumbline.execute.SessionControl.CostObserver;
import dev.plumbline.execute.SessionControl.CostObservers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Observers of one session that share what they know of the relations, and the sessions beside it. */
public final class PostgresCostObservers implements CostObservers {
    private final Connection connection;
    private final RelationLedger ledger;
    private final GateKeepers keepers;

    /** Observes what a session of a scratch database does. */
    public PostgresCostObservers(Connection connection) {
        this.connection = connection;
        this.ledger = new RelationLedger(connection);
        this.keepers = new GateKeepers(connection);
    }

    @Override
    public CostObserver observe() throws SQLException {
        return PostgresCostObserver.start(connection, ledger);
    }

    @Override
    public CostObserver observeOutside(String sql, Supplier<Connection> further) throws SQLException {
        return OutsideObserver.start(connection, ledger, keepers, sql, further);
    }

    @Override
    public void forget() {
        ledger.forget();
    }

    @Override
    public void close() throws SQLException {
        keepers.close();
    }
}
