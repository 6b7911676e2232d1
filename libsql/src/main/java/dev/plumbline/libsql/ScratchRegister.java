// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql;

import dev.plumbline.libsql.hrana.HranaException;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names of the scratch namespaces on a server, in a namespace of their own, because a server cannot list what it has.
 * A name is written down before its namespace is made and struck out after it was removed; what a killed process leaves is
 * written there, and removed by a later run. By then it must be a day old: a run says that it lives by writing down its
 * next namespace, and none takes a day for one.
 */
final class ScratchRegister {
    static final String NAME = NamespaceScratch.PREFIX + "register";
    private static final Pattern OURS =
            Pattern.compile(NamespaceScratch.PREFIX + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int NOT_FOUND = 404;

    private final DatabaseUrl register;
    private final LibsqlAdmin admin;
    private boolean swept;

    ScratchRegister(DatabaseUrl server, LibsqlAdmin admin) {
        this.register = server.withDatabase(NAME);
        this.admin = admin;
    }

    /** Writes a name down; the first time, what others left long ago is removed before. */
    synchronized void enter(String name) throws SQLException, HranaException {
        if (!swept) {
            make();
        }
        try (Connection connection = register.open();
                Statement statement = connection.createStatement();
                PreparedStatement row = connection.prepareStatement("INSERT INTO namespaces (name) VALUES (?)")) {
            statement.execute("PRAGMA busy_timeout = 5000");
            if (!swept) {
                statement.execute("CREATE TABLE IF NOT EXISTS namespaces (name TEXT PRIMARY KEY,"
                        + " made INTEGER NOT NULL DEFAULT (unixepoch()))");
                sweep(connection);
                swept = true;
            }
            row.setString(1, name);
            row.executeUpdate();
        }
    }

    /** Makes the register's own namespace; the server refuses where it is there, which is as good. */
    private void make() throws HranaException {
        try {
            admin.create(NAME);
        } catch (HranaException e) {
            if (e.reach() != HranaException.Reach.REFUSED) {
                throw e;
            }
        }
    }

    private void sweep(Connection connection) throws SQLException {
        List<String> old = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT name FROM namespaces WHERE made < unixepoch() - 24 * 60 * 60")) {
            while (rows.next()) {
                old.add(rows.getString(1));
            }
        }
        for (String name : old) {
            if (OURS.matcher(name).matches() && isGone(name)) {
                strike(connection, name);
            }
        }
    }

    /** Removes a namespace; one that is gone already is as good, and one that cannot be removed now is left. */
    private boolean isGone(String name) {
        try {
            admin.delete(name);
            return true;
        } catch (HranaException e) {
            return e.status() == NOT_FOUND;
        }
    }

    /** Strikes out the name of a namespace that was removed. */
    void strike(String name) throws SQLException {
        try (Connection connection = register.open();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            strike(connection, name);
        }
    }

    private static void strike(Connection connection, String name) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("DELETE FROM namespaces WHERE name = ?")) {
            row.setString(1, name);
            row.executeUpdate();
        }
    }
}
