// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.libsql.InMemoryScratch;
import dev.plumbline.libsql.LibsqlAdmin;
import dev.plumbline.libsql.NamespaceScratch;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.ScratchDatabases;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where libSQL's scratch databases are made: on a server whose admin API is named, else in memory. */
final class LibsqlScratch {
    private static final String KEY = "PLUMBLINE_ADMIN_KEY";

    private LibsqlScratch() {}

    static ScratchDatabases of(
            Optional<String> named,
            ConnectionOptions connection,
            Configuration configuration,
            Optional<DatabaseUrl> live) {
        Optional<DatabaseUrl> server = named.filter(url -> !url.startsWith("sqlite"))
                .map(url -> LiveUrl.of(url, configuration))
                .or(() -> live.filter(url -> url.engineId().equals("libsql")));
        Optional<URI> admin = configuration
                .value("admin_url", connection.adminUrl)
                .filter(url -> named.filter("sqlite:"::equals).isEmpty())
                .map(LibsqlScratch::address);
        if (server.isPresent() && admin.isPresent()) {
            Optional<String> key =
                    Optional.ofNullable(System.getenv(KEY)).or(() -> configuration.value("admin_key", null));
            return new NamespaceScratch(server.get(), new LibsqlAdmin(admin.get(), key));
        }
        if (named.filter(url -> !url.startsWith("sqlite")).isPresent()) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Scratch databases on a libSQL server are namespaces, which its admin API makes, and that is not"
                            + " named.",
                    "Give --admin-url http://host:port too, or leave --scratch-url out: they are made in memory then.");
        }
        return new InMemoryScratch();
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // It is no address either.
        }
        throw new PlumblineException(
                ErrorCode.INVALID_ARGUMENT,
                "The admin API's address names no host.",
                "Give what the server was started with as --admin-listen-addr: --admin-url http://127.0.0.1:8081");
    }
}
