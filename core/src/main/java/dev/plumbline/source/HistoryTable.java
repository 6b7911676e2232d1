// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The histories that are known: the table's names, the columns that it must have, and where its last state stands. */
public enum HistoryTable {
    GOLANG_MIGRATE(
            "golang-migrate",
            "schema_migrations",
            "version dirty",
            "SELECT 'version ' || version || CASE WHEN dirty THEN ', dirty' ELSE '' END FROM {table} LIMIT 1"),
    RAILS("Active Record or dbmate", "schema_migrations", "version", "SELECT 'version ' || max(version) FROM {table}"),
    FLYWAY(
            "Flyway",
            // The latter until Flyway 4, and since then where it was there already.
            "flyway_schema_history schema_version",
            "installed_rank version checksum success",
            "SELECT 'version ' || coalesce(version, description) || CASE WHEN success THEN '' ELSE ', failed' END"
                    + " FROM {table} ORDER BY installed_rank DESC LIMIT 1"),
    LIQUIBASE(
            "Liquibase",
            "databasechangelog",
            "id author filename md5sum",
            "SELECT 'change set ' || id || ' by ' || author FROM {table} ORDER BY orderexecuted DESC LIMIT 1"),
    LIQUIBASE_LOCK(
            "Liquibase",
            "databasechangeloglock",
            "id locked lockgranted",
            "SELECT CASE WHEN locked THEN 'locked by ' || lockedby ELSE 'not locked' END FROM {table} LIMIT 1"),
    GOOSE(
            "goose",
            "goose_db_version",
            "id version_id is_applied",
            "SELECT 'version ' || version_id || CASE WHEN is_applied THEN '' ELSE ', rolled back' END"
                    + " FROM {table} ORDER BY id DESC LIMIT 1"),
    ATLAS(
            "Atlas",
            "atlas_schema_revisions",
            "version description applied total",
            "SELECT 'version ' || version || CASE WHEN applied < total THEN ', partly applied' ELSE '' END"
                    + " FROM {table} ORDER BY version DESC LIMIT 1"),
    SCHEMA_VERSION(
            "a version table",
            "schema_version",
            "version applied_at",
            "SELECT 'version ' || max(version) FROM {table}"),
    SQITCH(
            "Sqitch",
            "changes",
            "change_id script_hash change project committer_name",
            "SELECT 'change ' || change FROM {table} ORDER BY committed_at DESC LIMIT 1"),
    DIESEL("Diesel", "__diesel_schema_migrations", "version run_on", "SELECT 'version ' || max(version) FROM {table}"),
    SQLX(
            "SQLx",
            "_sqlx_migrations",
            "version checksum success",
            "SELECT 'version ' || version || CASE WHEN success THEN '' ELSE ', failed' END"
                    + " FROM {table} ORDER BY version DESC LIMIT 1"),
    PRISMA(
            "Prisma Migrate",
            "_prisma_migrations",
            "id migration_name finished_at",
            "SELECT migration_name || CASE WHEN finished_at IS NULL THEN ', not finished' ELSE '' END"
                    + " FROM {table} ORDER BY started_at DESC LIMIT 1"),
    ALEMBIC("Alembic", "alembic_version", "version_num", "SELECT 'version ' || version_num FROM {table}"),
    DJANGO(
            "Django",
            "django_migrations",
            "app name applied",
            "SELECT app || ' ' || name FROM {table} ORDER BY id DESC LIMIT 1"),
    /** Our own, which may have any name: its columns are like nobody else's. */
    PLUMBLINE(
            "Plumbline",
            "",
            "rank kind version applied_at checksum status statements_done statement_running down_script",
            "SELECT 'version ' || version || CASE WHEN status = 'failed' THEN ', partial' ELSE '' END"
                    + " FROM {table} WHERE status <> 'rolled_back' ORDER BY rank DESC LIMIT 1"),
    /** The migration lock where a session cannot hold it. It remembers nothing, so it has no state to show. */
    PLUMBLINE_LEASE("Plumbline", "plumbline_lease", "name owner fence holder acquired_at expires_at", "");

    private final String tool;

    @SuppressWarnings("ImmutableEnumChecker") // of Set.of
    private final Set<String> names;

    @SuppressWarnings("ImmutableEnumChecker") // of Set.of
    private final Set<String> columns;

    private final String stateQuery;

    HistoryTable(String tool, String tableNames, String columns, String stateQuery) {
        this.tool = tool;
        this.names = tableNames.isEmpty() ? Set.of() : Set.of(tableNames.split(" ", -1));
        this.columns = Set.of(columns.split(" ", -1));
        this.stateQuery = stateQuery;
    }

    /**
     * Returns the history that a table of that name with these columns is; the first that fits. Case does not matter:
     * Liquibase writes its names in capitals, and quotes them when it is told to.
     */
    static Optional<HistoryTable> recognise(String table, Collection<String> columns) {
        String lower = table.toLowerCase(Locale.ROOT);
        return recognise(columns, history -> history.names.isEmpty() || history.names.contains(lower));
    }

    /** Returns the history that a table with these columns is, whatever its name: some tools let their users choose. */
    static Optional<HistoryTable> recognise(Collection<String> columns) {
        return recognise(columns, history -> true);
    }

    private static Optional<HistoryTable> recognise(Collection<String> columns, Predicate<HistoryTable> named) {
        Set<String> lower =
                columns.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        return Arrays.stream(values())
                .filter(named)
                .filter(history -> lower.containsAll(history.columns))
                // A table with that one column and more of its own is an application's.
                .filter(history -> history.columns.size() > 1 || lower.size() == 1)
                .findFirst();
    }

    /** Returns the names that the tables have by default, sorted. */
    static SortedSet<String> tableNames() {
        return Arrays.stream(values())
                .flatMap(history -> history.names.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the name of the tool. */
    public String tool() {
        return tool;
    }

    /** Returns whether another tool tells by it what was done to the database. */
    public boolean isForeignHistory() {
        return isHistory() && this != PLUMBLINE && this != LIQUIBASE_LOCK;
    }

    /** Returns whether it tells what was done to the database; a lock does not. */
    boolean isHistory() {
        return !stateQuery.isEmpty();
    }

    /** Returns the query for the last state in one text column; {@code {table}} stands for the quoted table. */
    String stateQuery() {
        return stateQuery;
    }
}
