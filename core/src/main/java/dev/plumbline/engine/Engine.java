// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.engine;

import dev.plumbline.alignment.ColumnTypes;
import dev.plumbline.execute.LockName;
import dev.plumbline.execute.MigrationLocks;
import dev.plumbline.execute.RowSeeder;
import dev.plumbline.execute.SafeCopies;
import dev.plumbline.execute.SessionControl;
import dev.plumbline.execute.Trash;
import dev.plumbline.migrate.MigrationRoles;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.PresenceQueries;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.source.Introspector;
import dev.plumbline.workload.QueryExplainer;
import java.util.Optional;

/** One database engine: PostgreSQL or SQLite. */
public interface Engine {
    /** Returns {@code postgres} or {@code sqlite}. */
    String id();

    /** Returns how its scripts are split into statements. */
    SqlDialect dialect();

    /** Returns what reads its catalog. */
    Introspector introspector();

    /** Returns what writes its statements. */
    ActionWriter actionWriter();

    /** Returns how it is asked whether a database has an object. */
    PresenceQueries presenceQueries();

    /** Returns what its sessions need. */
    SessionControl sessionControl();

    /** Returns what keeps two runs from changing one database at once. */
    MigrationLocks migrationLocks(LockName name);

    /** Returns how a database is copied before something is done to it that could cost rows. */
    default SafeCopies safeCopies() {
        return SafeCopies.NONE;
    }

    /** Returns the trash of its databases; empty where they have none. */
    default Optional<Trash> trash() {
        return Optional.empty();
    }

    /** Returns what fills its scratch databases with rows for a proof. */
    RowSeeder rowSeeder();

    /** Returns what it knows of its columns and the types of Java. */
    ColumnTypes columnTypes();

    /** Returns what running migrations needs of it. */
    MigrationRoles migrationRoles();

    /** Returns what explains queries on it. */
    QueryExplainer queryExplainer();
}
