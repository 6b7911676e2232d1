// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.source.HistoryTable;
import java.util.List;
import java.util.Optional;

/** Knows what the rows of one tool's table mean. */
interface HistoryReader {
    /**
     * Returns what the rows say.
     *
     * @param rows the rows, in no order
     */
    ForeignHistory read(List<ForeignRow> rows, RecordedTimes times);

    /** Returns the reader of a table; empty for tools whose migrations are no SQL files. */
    static Optional<HistoryReader> of(HistoryTable table) {
        return switch (table) {
            case GOLANG_MIGRATE -> Optional.of(new GolangMigrateReader());
            case RAILS -> Optional.of(new VersionListReader());
            case FLYWAY -> Optional.of(new FlywayReader());
            case LIQUIBASE -> Optional.of(new LiquibaseReader());
            case GOOSE -> Optional.of(new GooseReader());
            case ATLAS -> Optional.of(new AtlasReader());
            case SCHEMA_VERSION -> Optional.of(new SchemaVersionReader());
            case SQITCH -> Optional.of(new SqitchReader());
            case DIESEL -> Optional.of(new DieselReader());
            case SQLX -> Optional.of(new SqlxReader());
            case LIQUIBASE_LOCK, PRISMA, ALEMBIC, DJANGO, PLUMBLINE, PLUMBLINE_LEASE -> Optional.empty();
        };
    }
}
