// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.alignment.ColumnTypes;
import dev.plumbline.engine.Engine;
import dev.plumbline.execute.LockName;
import dev.plumbline.execute.MigrationLocks;
import dev.plumbline.execute.RowSeeder;
import dev.plumbline.execute.SessionControl;
import dev.plumbline.execute.Trash;
import dev.plumbline.migrate.MigrationRoles;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.PresenceQueries;
import dev.plumbline.postgres.introspect.PostgresIntrospector;
import dev.plumbline.postgres.plan.PostgresActionWriter;
import dev.plumbline.postgres.seed.PostgresRowSeeder;
import dev.plumbline.postgres.session.PostgresHistoryDialect;
import dev.plumbline.postgres.session.PostgresLocks;
import dev.plumbline.postgres.session.PostgresPresenceQueries;
import dev.plumbline.postgres.session.PostgresScriptRules;
import dev.plumbline.postgres.session.PostgresSessionControl;
import dev.plumbline.postgres.trash.PostgresTrash;
import dev.plumbline.postgres.workload.PostgresQueryExplainer;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.source.Introspector;
import dev.plumbline.workload.QueryExplainer;
import java.util.Optional;

/** PostgreSQL 14 to 18. */
public final class PostgresEngine implements Engine {
    @Override
    public String id() {
        return "postgres";
    }

    @Override
    public SqlDialect dialect() {
        return SqlDialect.POSTGRES;
    }

    @Override
    public Introspector introspector() {
        return new PostgresIntrospector();
    }

    @Override
    public ActionWriter actionWriter() {
        return new PostgresActionWriter(true);
    }

    @Override
    public PresenceQueries presenceQueries() {
        return new PostgresPresenceQueries();
    }

    @Override
    public SessionControl sessionControl() {
        return new PostgresSessionControl();
    }

    @Override
    public MigrationLocks migrationLocks(LockName name) {
        return new PostgresLocks(name);
    }

    @Override
    public Optional<Trash> trash() {
        return Optional.of(new PostgresTrash());
    }

    @Override
    public RowSeeder rowSeeder() {
        return new PostgresRowSeeder();
    }

    @Override
    public ColumnTypes columnTypes() {
        return new PostgresColumnTypes();
    }

    @Override
    public MigrationRoles migrationRoles() {
        return new MigrationRoles(
                dialect(),
                sessionControl(),
                new PostgresScriptRules(),
                new PostgresHistoryDialect(),
                this::migrationLocks);
    }

    @Override
    public QueryExplainer queryExplainer() {
        return new PostgresQueryExplainer();
    }
}
