// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter of a connection as the JDBC driver takes it. libpq has other names for some, and other values (PostgreSQL documentation,
 * "Parameter Key Words"; pgjdbc documentation, "Connection Parameters").
 *
 * @param name the driver's
 */
record PostgresParameter(String name, String value) {
    /** libpq's environment variables for which the driver has a parameter, with libpq's names of these. */
    static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("PGHOST", "host"),
            Map.entry("PGPORT", "port"),
            Map.entry("PGDATABASE", "dbname"),
            Map.entry("PGUSER", "user"),
            Map.entry("PGPASSWORD", "password"),
            Map.entry("PGOPTIONS", "options"),
            Map.entry("PGAPPNAME", "application_name"),
            Map.entry("PGSSLMODE", "sslmode"),
            Map.entry("PGSSLCERT", "sslcert"),
            Map.entry("PGSSLKEY", "sslkey"),
            Map.entry("PGSSLROOTCERT", "sslrootcert"),
            Map.entry("PGSSLNEGOTIATION", "sslnegotiation"),
            Map.entry("PGCHANNELBINDING", "channel_binding"),
            Map.entry("PGREQUIREAUTH", "require_auth"),
            Map.entry("PGGSSENCMODE", "gssencmode"),
            Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
            Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"),
            Map.entry("PGLOADBALANCEHOSTS", "load_balance_hosts"));

    private static final Map<String, String> DRIVER_NAMES = Map.ofEntries(
            Map.entry("application_name", "ApplicationName"),
            Map.entry("connect_timeout", "connectTimeout"),
            Map.entry("target_session_attrs", "targetServerType"),
            Map.entry("load_balance_hosts", "loadBalanceHosts"),
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("require_auth", "requireAuth"),
            Map.entry("gssencmode", "gssEncMode"),
            Map.entry("krbsrvname", "kerberosServerName"),
            Map.entry("sslnegotiation", "sslNegotiation"));

    private static final Map<String, Map<String, String>> DRIVER_VALUES = Map.of(
            "targetServerType",
            Map.of(
                    "read-write",
                    "primary",
                    "read-only",
                    "secondary",
                    "standby",
                    "secondary",
                    "prefer-standby",
                    "preferSecondary"),
            "loadBalanceHosts",
            Map.of("disable", "false", "random", "true"));

    /** What says how a connection is secured must not be passed over for a slip of the hand. */
    private static final Set<String> SSL = Set.of(
            "ssl",
            "sslmode",
            "sslcert",
            "sslkey",
            "sslrootcert",
            "sslpassword",
            "sslpasswordcallback",
            "sslfactory",
            "sslfactoryarg",
            "sslhostnameverifier",
            "sslNegotiation",
            "sslResponseTimeout");

    /** Of libpq alone, and without effect on whether a connection is secure. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("sslcompression", "sslsni", "sslkeylogfile");

    /**
     * Returns what the driver is told; empty for what it need not be.
     *
     * @param parameter libpq's name or the driver's
     * @throws PlumblineException with {@code INVALID_ARGUMENT} for one about SSL that the driver does not know; what else it does not
     *     know it passes over, as parameters of other drivers and tools are
     */
    static Optional<PostgresParameter> of(String parameter, String value) {
        String name = DRIVER_NAMES.getOrDefault(parameter, parameter);
        if (WITHOUT_EFFECT.contains(name)) {
            return Optional.empty();
        }
        if (name.toLowerCase(Locale.ROOT).startsWith("ssl") && !SSL.contains(name)) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The JDBC driver of PostgreSQL has no parameter '" + name + "', and would pass it over.",
                    "Known are sslmode, sslrootcert, sslcert, sslkey and sslpassword, in lower case.");
        }
        return Optional.of(new PostgresParameter(
                name, DRIVER_VALUES.getOrDefault(name, Map.of()).getOrDefault(value, value)));
    }
}
