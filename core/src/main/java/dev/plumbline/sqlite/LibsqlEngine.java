// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.alignment.ColumnTypes;
import dev.plumbline.engine.Engine;
import dev.plumbline.execute.LeaseLocks;
import dev.plumbline.execute.LockName;
import dev.plumbline.execute.MigrationLocks;
import dev.plumbline.execute.RowSeeder;
import dev.plumbline.execute.SessionControl;
import dev.plumbline.migrate.MigrationRoles;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.PresenceQueries;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.source.Introspector;
import dev.plumbline.workload.QueryExplainer;
import java.time.Duration;

/**
 * libSQL behind a server. Its catalog and its SQL are SQLite's; what differs is what the server lets a session do, and
 * that another writer who waits for five seconds ends the transaction that it waits for (libsql-server,
 * {@code connection/legacy.rs}).
 */
public final class LibsqlEngine implements Engine {
    /**
     * A lease that has expired is taken by writing, which would end its holder's transaction: so it outlasts any
     * transaction that the server's own limits leave standing among writers.
     */
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final Engine sqlite = new SqliteEngine();
    private final SessionControl sessionControl = new LibsqlSessionControl();

    @Override
    public String id() {
        return "libsql";
    }

    @Override
    public SqlDialect dialect() {
        return sqlite.dialect();
    }

    @Override
    public Introspector introspector() {
        return sqlite.introspector();
    }

    @Override
    public ActionWriter actionWriter() {
        return new LibsqlActionWriter();
    }

    @Override
    public PresenceQueries presenceQueries() {
        return sqlite.presenceQueries();
    }

    @Override
    public SessionControl sessionControl() {
        return sessionControl;
    }

    @Override
    public MigrationLocks migrationLocks(LockName name) {
        return new LeaseLocks(SqliteLeases.onServer(LEASE), name);
    }

    @Override
    public RowSeeder rowSeeder() {
        return sqlite.rowSeeder();
    }

    @Override
    public ColumnTypes columnTypes() {
        return sqlite.columnTypes();
    }

    @Override
    public MigrationRoles migrationRoles() {
        return new MigrationRoles(
                dialect(), sessionControl(), new SqliteScriptRules(), new SqliteHistoryDialect(), this::migrationLocks);
    }

    @Override
    public QueryExplainer queryExplainer() {
        return sqlite.queryExplainer();
    }
}
