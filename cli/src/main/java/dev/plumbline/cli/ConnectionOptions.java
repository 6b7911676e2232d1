// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which database, where scratch databases are made, and how what is run there is read. */
final class ConnectionOptions {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "the live database: postgres://user@host/db, sqlite:FILE, libsql://host, http(s)://host for libSQL,"
                            + " jdbc:..., or the name of a SQLite file")
    @Nullable
    String url;

    @Option(
            names = "--scratch-url",
            paramLabel = "URL",
            description = "a PostgreSQL server for scratch databases; otherwise the live server, else an embedded one. "
                    + "'sqlite:' means SQLite in memory")
    @Nullable
    String scratchUrl;

    @Option(
            names = "--admin-url",
            paramLabel = "URL",
            description = "the admin API of a libSQL server, on which scratch databases are then made as namespaces;"
                    + " otherwise they are in memory. Its key is looked for in PLUMBLINE_ADMIN_KEY")
    @Nullable
    String adminUrl;

    @Option(
            names = "--search-path",
            paramLabel = "SCHEMA",
            split = ",",
            description = "schemas in which unqualified names of SQL files are found and made")
    @Nullable
    List<String> searchPath;

    @Mixin
    final ReadingOptions reading = new ReadingOptions();
}
