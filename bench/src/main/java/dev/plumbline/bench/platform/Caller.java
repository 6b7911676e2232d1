// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks one query again and again with the application's rights, each time with other parameters and for another tenant. */
final class Caller implements Rounds.Call, AutoCloseable {
    /** What a call is asked with. */
    interface Parameters {
        /** Returns them for a call. */
        List<Object> of(int number);
    }

    /** For which tenant a call is. */
    interface Tenant {
        /** Returns its number. */
        int of(int number);
    }

    private final Connection connection;
    private final PreparedStatement query;
    private final Tenant tenant;
    private final Parameters parameters;
    private List<String> found = List.of();

    /** Opens it over a connection of a superuser, whose rights end here; a row's first column is what is found. */
    Caller(Connection connection, String query, Tenant tenant, Parameters parameters) throws SQLException {
        this.connection = connection;
        PlatformServer.run(connection, "SET SESSION AUTHORIZATION mcp_app");
        this.query = connection.prepareStatement(query);
        this.tenant = tenant;
        this.parameters = parameters;
    }

    @Override
    public void prepare(int number) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET app.tenant_id = '" + Sample.id(tenant.of(number)) + "'");
        }
        int place = 1;
        for (Object parameter : parameters.of(number)) {
            query.setObject(place++, parameter);
        }
    }

    @Override
    public void run() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ids.add(String.valueOf(rows.getString(1)));
            }
        }
        found = ids;
    }

    /** Returns what the last call found. */
    List<String> found() {
        return found;
    }

    @Override
    public void close() throws SQLException {
        query.close();
        connection.close();
    }
}
