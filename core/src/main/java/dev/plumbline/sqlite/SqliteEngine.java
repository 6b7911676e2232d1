// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.alignment.ColumnTypes;
import dev.plumbline.engine.Engine;
import dev.plumbline.execute.LeaseLocks;
import dev.plumbline.execute.LockName;
import dev.plumbline.execute.MigrationLocks;
import dev.plumbline.execute.RowSeeder;
import dev.plumbline.execute.SafeCopies;
import dev.plumbline.execute.SessionControl;
import dev.plumbline.migrate.MigrationRoles;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.PresenceQueries;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.source.Introspector;
import dev.plumbline.workload.QueryExplainer;

/** SQLite 3.37 and later: what tells tables from shadow tables came with that version. */
public final class SqliteEngine implements Engine {
    private final SqliteSessionControl sessionControl = new SqliteSessionControl();

    @Override
    public String id() {
        return "sqlite";
    }

    @Override
    public SqlDialect dialect() {
        return SqlDialect.SQLITE;
    }

    @Override
    public Introspector introspector() {
        return new SqliteIntrospector();
    }

    @Override
    public ActionWriter actionWriter() {
        return new SqliteActionWriter();
    }

    @Override
    public PresenceQueries presenceQueries() {
        return new SqlitePresenceQueries();
    }

    @Override
    public SessionControl sessionControl() {
        return sessionControl;
    }

    @Override
    public MigrationLocks migrationLocks(LockName name) {
        return new LeaseLocks(new SqliteLeases(), name);
    }

    @Override
    public SafeCopies safeCopies() {
        return new SqliteSafeCopies();
    }

    @Override
    public RowSeeder rowSeeder() {
        return new SqliteRowSeeder();
    }

    @Override
    public ColumnTypes columnTypes() {
        return new SqliteColumnTypes();
    }

    @Override
    public MigrationRoles migrationRoles() {
        return new MigrationRoles(
                dialect(),
                sessionControl(),
                new SqliteScriptRules(),
                new SqliteHistoryDialect(),
                this::migrationLocks,
                safeCopies());
    }

    @Override
    public QueryExplainer queryExplainer() {
        return new SqliteQueryExplainer();
    }
}
