// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A session on a scratch database in which user SQL is run, one statement at a time. Roles that the SQL names and the
 * scratch lacks are stubbed; what would act on the whole server is kept from it.
 */
public final class LoadSession {
    private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+)\" does not exist", Pattern.DOTALL);
    private static final String UNDEFINED_OBJECT = "42704";

    private final ScratchDatabase scratch;
    private final SqlDialect dialect;
    private final List<String> searchPath;
    private final Set<String> stubbed = new HashSet<>();
    private boolean inTransaction;

    /**
     * Creates a session.
     *
     * @param searchPath the schemas in which SQL finds and makes what it does not qualify; empty for the default
     */
    public LoadSession(ScratchDatabase scratch, SqlDialect dialect, List<String> searchPath) {
        this.scratch = scratch;
        this.dialect = dialect;
        this.searchPath = searchPath;
    }

    /** Returns the connection of the scratch database. */
    public Connection connection() {
        return scratch.connection();
    }

    /** Forgets what an earlier file set for its session. */
    void beginFile() throws SQLException {
        if (dialect != SqlDialect.POSTGRES) {
            return;
        }
        run("RESET ROLE");
        run("RESET ALL");
        // Bodies may name what a later file creates; the server checks them again when they run.
        run("SET check_function_bodies = off");
        forScratch();
        if (!searchPath.isEmpty()) {
            searchPath(searchPath.stream()
                    .map(schema -> '"' + schema.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(", ")));
        }
    }

    /** Makes the settings that only a scratch database wants. */
    public void forScratch() throws SQLException {
        if (dialect != SqlDialect.POSTGRES) {
            return;
        }
        // It needs no durability, and messages are recognised by their English text.
        run("SET synchronous_commit = off");
        englishMessages();
    }

    private void englishMessages() throws SQLException {
        try {
            run("SET lc_messages = 'C'");
        } catch (SQLException e) {
            if (!"42501".equals(e.getSQLState())) {
                throw e;
            }
            // Only superusers may; without it a missing role is reported rather than stubbed on a localised server.
        }
    }

    /** Returns the search path that is in force, as SET would take it; empty where there is none. */
    String searchPath() throws SQLException {
        return dialect == SqlDialect.POSTGRES ? searchPath(connection()) : "";
    }

    /** Returns the search path that is in force on a connection to PostgreSQL, as SET would take it. */
    public static String searchPath(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.current_setting('search_path')")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /** Sets the search path to what {@link #searchPath()} returned. */
    public void searchPath(String path) throws SQLException {
        if (dialect == SqlDialect.POSTGRES) {
            run("SET search_path = " + (path.isBlank() ? "''" : path));
        }
    }

    /** Returns whether a statement acts on the whole server, so that it is not run. */
    public boolean isServerWide(ScriptStatement statement) {
        return dialect == SqlDialect.POSTGRES && ServerWide.of(statement).isPresent();
    }

    /** Runs a statement, unless it acts on the whole server: then only a role that it creates is stubbed. */
    public void execute(ScriptStatement statement) throws SQLException {
        if (dialect == SqlDialect.POSTGRES) {
            Optional<ServerWide> serverWide = ServerWide.of(statement);
            if (serverWide.isPresent()) {
                serverWide.get().role().filter(this::isNew).ifPresent(this::stubRole);
                return;
            }
        }
        while (true) {
            try {
                run(statement);
                return;
            } catch (SQLException e) {
                Optional<String> role = missingRole(e).filter(this::isNew);
                if (role.isEmpty() || inTransaction) {
                    throw e;
                }
                stubRole(role.get());
            }
        }
    }

    /** Says whether the script has begun a transaction of its own: after an error nothing can be tried again in it. */
    public void inTransaction(boolean begun) {
        inTransaction = begun;
    }

    /** Returns the role for want of which a statement failed, unless it was made here already. */
    public Optional<String> roleToStub(SQLException error) {
        return missingRole(error).filter(this::isNew);
    }

    /** Returns whether the role was not made here yet. */
    boolean isNew(String role) {
        return !stubbed.contains(role);
    }

    /** Makes a role without rights, where the server lacks it. */
    public void stubRole(String role) {
        stubbed.add(role);
        scratch.stubRole(role);
    }

    /** Returns the role for want of which a statement failed. */
    static Optional<String> missingRole(SQLException error) {
        if (!UNDEFINED_OBJECT.equals(error.getSQLState())) {
            return Optional.empty();
        }
        Matcher matcher = MISSING_ROLE.matcher(ServerMessage.of(error).text());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private void run(ScriptStatement statement) throws SQLException {
        Optional<String> rows = statement.rowsText();
        if (rows.isPresent()) {
            PostgresDriver.copyIn(connection(), statement.sql(), rows.get());
        } else {
            run(statement.sql());
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
