// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.libsql.hrana.HranaException;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ScratchDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Scratch databases as namespaces of a libSQL server: what runs there runs as it will on the server itself. They are
 * removed when they are closed, and when the process is asked to end; what one leaves that is killed, a later run removes
 * after a day.
 */
public final class NamespaceScratch implements ScratchDatabases {
    /** How the names of scratch namespaces begin. */
    public static final String PREFIX = "plumbline-scratch-";

    private final DatabaseUrl server;
    private final LibsqlAdmin admin;
    private final ScratchRegister register;
    private final SortedSet<String> open = new ConcurrentSkipListSet<>();
    private final Thread ending = new Thread(this::removeAll, "plumbline-scratch");

    /**
     * Creates the scratch databases of a server.
     *
     * @param server any database of it; token and address are taken from there
     * @param admin its admin API
     */
    public NamespaceScratch(DatabaseUrl server, LibsqlAdmin admin) {
        this.server = server;
        this.admin = admin;
        this.register = new ScratchRegister(server, admin);
        Runtime.getRuntime().addShutdownHook(ending);
    }

    @Override
    public ScratchDatabase create() {
        String name = PREFIX + UUID.randomUUID();
        try {
            register.enter(name);
            admin.create(name);
        } catch (HranaException | SQLException e) {
            throw new PlumblineException(
                    ErrorCode.NO_SCRATCH_DATABASE,
                    "The admin API at " + admin + " makes no namespace: " + e.getMessage() + ".",
                    "Check its address and PLUMBLINE_ADMIN_KEY, and that the server was started with"
                            + " --enable-namespaces; without an admin API scratch databases are made in memory.",
                    null,
                    e);
        }
        open.add(name);
        return new Namespace(name, server.withDatabase(name));
    }

    @Override
    public String description() {
        return "namespaces of " + server.withDatabase("").display();
    }

    private void remove(String name) throws HranaException, SQLException {
        if (open.remove(name)) {
            admin.delete(name);
            register.strike(name);
        }
    }

    private void removeAll() {
        for (String name : open) {
            try {
                remove(name);
            } catch (HranaException | SQLException e) {
                // The server is gone or does not want to: it stands in the register, and a later run removes it.
            }
        }
    }

    @Override
    public void close() {
        removeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException e) {
            // The process is ending already.
        }
    }

    private final class Namespace implements ScratchDatabase {
        private final String name;
        private final DatabaseUrl url;
        private final Connection connection;

        Namespace(String name, DatabaseUrl url) {
            this.name = name;
            this.url = url;
            this.connection = url.open();
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public Connection open() {
            return url.open();
        }

        @Override
        public void stubRole(String role) {
            // libSQL has no roles.
        }

        @Override
        public void close() {
            try {
                connection.close();
                remove(name);
            } catch (SQLException | HranaException e) {
                throw new PlumblineException(
                        ErrorCode.DATABASE_ERROR,
                        "The scratch namespace " + name + " could not be removed: " + e.getMessage() + ".",
                        "A later run removes it after a day; by hand, the admin API does: DELETE /v1/namespaces/"
                                + name,
                        null,
                        e);
            }
        }
    }
}
