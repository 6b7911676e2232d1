// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.jdbc;

import dev.plumbline.libsql.hrana.HranaEndpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Opens {@code jdbc:libsql:http://host:port} and {@code jdbc:libsql:https://host}. The token and the namespace are the
 * properties {@code authToken} and {@code namespace}, or parameters of those names in the URL.
 */
public final class LibsqlDriver implements Driver {
    /** What a URL of this driver begins with. */
    public static final String PREFIX = "jdbc:libsql:";

    private static final String TOKEN = "authToken";
    private static final String NAMESPACE = "namespace";

    static {
        try {
            DriverManager.registerDriver(new LibsqlDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Session session = new Session(endpoint(url.substring(PREFIX.length()), info));
        boolean open = false;
        try {
            Connection connection = ConnectionCalls.open(session);
            open = true;
            return connection;
        } finally {
            if (!open) {
                session.close();
            }
        }
    }

    private static HranaEndpoint endpoint(String address, Properties info) throws SQLException {
        int query = address.indexOf('?');
        Optional<String> token = Optional.ofNullable(info.getProperty(TOKEN));
        Optional<String> namespace = Optional.ofNullable(info.getProperty(NAMESPACE));
        if (query >= 0) {
            for (String pair : address.substring(query + 1).split("&", -1)) {
                if (pair.startsWith(TOKEN + "=")) {
                    token = Optional.of(pair.substring(TOKEN.length() + 1));
                } else if (pair.startsWith(NAMESPACE + "=")) {
                    namespace = Optional.of(pair.substring(NAMESPACE.length() + 1));
                }
            }
        }
        return new HranaEndpoint(
                server(query < 0 ? address : address.substring(0, query)),
                namespace.filter(text -> !text.isEmpty()),
                token.filter(text -> !text.isEmpty()));
    }

    /** The address is not repeated where it is wrong: who wrote it may have put a password into it. */
    private static URI server(String address) throws SQLException {
        try {
            URI server = new URI(address);
            boolean http = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
            if (http && server.getHost() != null && server.getUserInfo() == null) {
                return server;
            }
        } catch (URISyntaxException e) {
            // It is no address either.
        }
        throw new SQLException("the URL is not jdbc:libsql:http://host:port or jdbc:libsql:https://host", "08001");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        DriverPropertyInfo token = new DriverPropertyInfo(TOKEN, null);
        token.description = "the token that the server wants";
        DriverPropertyInfo namespace = new DriverPropertyInfo(NAMESPACE, info.getProperty(NAMESPACE));
        namespace.description = "the database on the server, where its address does not say it";
        return new DriverPropertyInfo[] {token, namespace};
    }

    @Override
    public int getMajorVersion() {
        return 0;
    }

    @Override
    public int getMinorVersion() {
        return 1;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("The driver for libSQL writes no log.");
    }
}
