// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/** Says why a connection could not be opened, and what to do; the driver's own words come last. */
final class ConnectionErrors {
    private ConnectionErrors() {}

    static PlumblineException explain(DatabaseUrl url, SQLException error) {
        String state = Objects.requireNonNullElse(error.getSQLState(), "");
        String said = ServerMessage.of(error).text();
        if (said.contains("No suitable driver")) {
            return failed(
                    "There is no JDBC driver for " + url.display() + " on the class path.",
                    "Add the driver of the database: org.postgresql:postgresql, org.xerial:sqlite-jdbc, or Plumbline's"
                            + " own for libSQL.",
                    error);
        }
        if (url.engineId().equals(DatabaseUrl.LIBSQL)) {
            return explainLibsql(url, state, said, error);
        }
        return switch (state) {
            case "28P01", "28000" ->
                failed(
                        "The server refuses the login to " + url.display() + ": " + said,
                        "Check user and password: in the URL, in PGUSER and PGPASSWORD, or in ~/.pgpass.",
                        error);
            case "3D000" ->
                failed(
                        "The server has no database '" + url.databaseName() + "' (" + url.display() + ").",
                        "Check the name; Plumbline never creates the live database.",
                        error);
            case "53300" ->
                failed(
                        "The server has no connection left for " + url.display() + ": " + said,
                        "Close connections that are not needed, or raise max_connections.",
                        error);
            case "08004" ->
                failed(
                        "The server of " + url.display() + " turned the connection away: " + said,
                        "Where it wants a password, give it in the URL, in PGPASSWORD or in ~/.pgpass; where it is about"
                                + " SSL, with sslmode in the URL.",
                        error);
            case "08001", "08006" ->
                failed(
                        "The server of " + url.display() + " cannot be reached: "
                                + cause(error).orElse(said),
                        "Check host and port, and that the server is up and lets this machine in.",
                        error);
            default ->
                failed(
                        "The database " + url.display() + " cannot be opened: " + said,
                        "Check the URL and that the database is sound.",
                        error);
        };
    }

    /** The driver says no more than that the attempt has failed where the name or the network is the cause. */
    private static Optional<String> cause(SQLException error) {
        Throwable cause = error.getCause();
        if (cause instanceof UnknownHostException) {
            return Optional.of("there is no host of that name.");
        }
        if (cause instanceof SocketTimeoutException) {
            return Optional.of("it does not answer in time.");
        }
        return cause instanceof NoRouteToHostException ? Optional.of("there is no way to its host.") : Optional.empty();
    }

    private static PlumblineException explainLibsql(DatabaseUrl url, String state, String said, SQLException error) {
        return switch (state) {
            case "28000" ->
                failed(
                        "The server refuses the token for " + url.display() + ": " + said,
                        "Check it: in LIBSQL_AUTH_TOKEN or TURSO_AUTH_TOKEN, in the URL as authToken, or in"
                                + " plumbline.toml as auth_token.",
                        error);
            case "3D000" ->
                failed(
                        "The server of " + url.display() + " has no such database: " + said,
                        "A server with namespaces takes the first part of the host's name for one; name another with"
                                + " ?namespace=NAME. Plumbline never creates the live database.",
                        error);
            case "08001" ->
                failed(
                        "The server of " + url.display() + " cannot be reached: " + said,
                        "Check host and port, and that the server is up and lets this machine in.",
                        error);
            default ->
                failed(
                        "The database " + url.display() + " cannot be opened: " + said,
                        "Check the URL, and that a libSQL server answers there (Hrana 3 over HTTP).",
                        error);
        };
    }

    private static PlumblineException failed(String fact, String wayOut, SQLException cause) {
        return new PlumblineException(ErrorCode.CONNECTION_FAILED, fact, wayOut, null, cause);
    }
}
