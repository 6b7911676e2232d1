// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.report.JsonReports;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the options and the configuration mean as sources. */
final class Sources {
    private static final String SNAPSHOT = "snapshot:";

    private Sources() {}

    /** Returns the source that a text names, a saved catalog included. */
    static SchemaSource parse(String text) {
        if (!text.strip().startsWith(SNAPSHOT)) {
            return SchemaSource.parse(text);
        }
        String file = text.strip().substring(SNAPSHOT.length());
        return new SchemaSource.Snapshot(new JsonReports().readCatalog(read(Path.of(file)), file), "snapshot " + file);
    }

    /** Returns the text of a file that the user named. */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new PlumblineException(
                    ErrorCode.SOURCE_NOT_FOUND,
                    "The file " + file + " cannot be read: "
                            + (Files.exists(file) ? String.valueOf(e.getMessage()) : "it is not there") + ".",
                    "Check the name.");
        }
    }

    /** Returns the actual side. */
    static SchemaSource actual(SideOptions sides, ConnectionOptions connection, Configuration configuration) {
        if (sides.actual != null) {
            return parse(sides.actual);
        }
        return configuration
                .source("url", connection.url)
                .<SchemaSource>map(url -> new SchemaSource.LiveDatabase(LiveUrl.of(url, configuration)))
                .orElseThrow(() -> new PlumblineException(
                        ErrorCode.INVALID_ARGUMENT,
                        "No database is named, so there is no actual side.",
                        "Give --url or --actual, or let plumbline init write plumbline.toml."));
    }

    /** Returns the desired side. */
    static SchemaSource desired(SideOptions sides, Configuration configuration) {
        Optional<String> option = Optional.ofNullable(sides.desired)
                .or(() -> Optional.ofNullable(sides.migrations).map(folder -> "migrations:" + folder));
        return option.or(() -> configuration.source("desired", null))
                .or(() -> configuration.source("migrations", null).map(folder -> "migrations:" + folder))
                .map(Sources::parse)
                .orElseThrow(() -> new PlumblineException(
                        ErrorCode.INVALID_ARGUMENT,
                        "No desired side is named, so there is nothing to compare with.",
                        "Give --desired or --migrations, or let plumbline init write plumbline.toml."));
    }
}
