// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.libsql.NamespaceScratch;
import dev.plumbline.migrate.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which namespaces of a libSQL server a command works, and how. */
final class FleetOptions {
    private static final String KEY = "namespaces";

    @Option(
            names = "--namespaces",
            paramLabel = "NAME",
            split = ",",
            description = "do it on each of these namespaces of the libSQL server; where the URL has {namespace} in it,"
                    + " the name is put there")
    @Nullable
    List<String> namespaces;

    @Option(
            names = "--namespaces-file",
            paramLabel = "FILE",
            description =
                    "the same with the names in a file, one a line; or with the data folder of the server, and all"
                            + " namespaces in it")
    @Nullable
    Path file;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "on how many namespaces at once; ${DEFAULT-VALUE} by default",
            defaultValue = "8")
    int parallel = 8;

    @Option(names = "--keep-going", description = "go on with the other namespaces after one has failed")
    boolean keepGoing;

    /** Returns the names, each once; empty where the command works on one database. */
    List<String> names(Configuration configuration) {
        Set<String> names =
                new LinkedHashSet<>(namespaces == null && file == null ? configuration.list(KEY, null) : List.of());
        if (namespaces != null) {
            names.addAll(namespaces);
        }
        if (file != null) {
            names.addAll(read(file));
        }
        names.removeIf(String::isBlank);
        if (names.isEmpty() && (namespaces != null || file != null)) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT, "No namespace is named.", "Give names: --namespaces one,two");
        }
        return List.copyOf(names);
    }

    /**
     * A server keeps each namespace in a folder of its own (libsql-server, {@code namespace/store.rs}); our scratch
     * namespaces are nobody's databases.
     */
    private static List<String> read(Path source) {
        if (Files.isDirectory(source)) {
            Path folder = source.resolve("dbs");
            try (Stream<Path> each = Files.list(folder)) {
                return each.map(path -> path.getFileName().toString())
                        .filter(name -> !name.startsWith(NamespaceScratch.PREFIX))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new PlumblineException(
                        ErrorCode.SOURCE_NOT_FOUND,
                        source + " is no data folder of a libSQL server: it has no readable folder dbs.",
                        "Name what the server was started with as --db-path, or a file with a name a line.");
            }
        }
        return Sources.read(source)
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    Fleet fleet() {
        if (parallel < 1) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Nothing can be done on " + parallel + " namespaces at once.",
                    "Give a number from 1.");
        }
        return new Fleet(parallel, keepGoing);
    }
}
