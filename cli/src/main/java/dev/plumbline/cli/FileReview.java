// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.Plumbline;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.engine.Engine;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.FolderOptions;
import dev.plumbline.report.JsonReports;
import dev.plumbline.review.Baseline;
import dev.plumbline.review.Finding;
import dev.plumbline.review.Review;
import dev.plumbline.review.ReviewSettings;
import dev.plumbline.review.ReviewUnits;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import dev.plumbline.source.ScratchDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The review of the files that {@code plumbline check} is given. */
final class FileReview {
    private final ConnectionOptions connection;
    private final ReviewOptions options;
    private final Configuration configuration;
    private final Terminal terminal;

    FileReview(ConnectionOptions connection, ReviewOptions options, Configuration configuration, Terminal terminal) {
        this.connection = connection;
        this.options = options;
        this.configuration = configuration;
        this.terminal = terminal;
    }

    /** Reviews files and folders; what the baseline knows is left out. */
    Review of(List<Path> files) throws SQLException {
        ReviewSettings settings = options.settings(configuration.check());
        Optional<Path> baseline = baselineFile();
        if (baseline.isPresent() && !options.writeBaseline) {
            settings = settings.with(read(baseline.get()));
        }
        // A database that only the configuration names says which engine it is, and is not looked at.
        Optional<SchemaSource> source = options.actual != null || connection.url != null
                ? Optional.of(Sources.actual(sides(), connection, configuration))
                : Optional.empty();
        return source.isPresent() ? over(source.get(), files, settings) : overNothing(files, settings);
    }

    private SideOptions sides() {
        SideOptions sides = new SideOptions();
        sides.actual = options.actual;
        return sides;
    }

    private Review over(SchemaSource source, List<Path> files, ReviewSettings settings) throws SQLException {
        try (Workbench workbench = Workbench.of(connection, configuration, terminal, List.of(source), true)) {
            LoadedSchema base = workbench.load(source);
            SortedMap<ObjectKey, Long> rows = workbench.facts(source, base).rows();
            return workbench
                    .plumbline()
                    .review(
                            ReviewUnits.of(files, workbench.engine().dialect(), reading(workbench.engine())),
                            Optional.of(base),
                            rows,
                            settings);
        }
    }

    private Review overNothing(List<Path> files, ReviewSettings settings) {
        Engine engine = MigrationBench.engine(connection, configuration);
        try (ScratchDatabases scratch = ScratchChoice.of(engine, connection, configuration, Optional.empty())) {
            return Plumbline.of(engine, scratch)
                    .withSearchPath(configuration.list("search_path", connection.searchPath))
                    .review(
                            ReviewUnits.of(files, engine.dialect(), reading(engine)),
                            Optional.empty(),
                            Collections.emptySortedMap(),
                            settings);
        }
    }

    private FolderOptions reading(Engine engine) {
        return MigrationBench.reading(connection, configuration, engine.dialect());
    }

    private Optional<Path> baselineFile() {
        Optional<Path> file = options.baseline(configuration.check());
        if (options.writeBaseline && file.isEmpty()) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "--write-baseline does not know where to.",
                    "Name the file: --baseline plumbline-baseline.json");
        }
        return file;
    }

    private static Baseline read(Path file) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        return new JsonReports().readBaseline(Sources.read(file), folder, file.toString());
    }

    /** Writes what was found into the baseline, and keeps there what is about files that were not reviewed. */
    String writeBaseline(Review review) throws IOException {
        Path file = baselineFile().orElseThrow();
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        List<Finding> found = Stream.concat(review.findings().stream(), review.known().stream())
                .toList();
        Baseline fresh = Baseline.of(folder, found);
        TreeSet<Baseline.Entry> entries = new TreeSet<>(fresh.entries());
        if (Files.isRegularFile(file)) {
            Set<String> reviewed = review.files().stream().map(fresh::relative).collect(Collectors.toSet());
            read(file).entries().stream()
                    .filter(entry -> !reviewed.contains(entry.file()))
                    .forEach(entries::add);
        }
        Files.createDirectories(folder.toAbsolutePath());
        Files.writeString(file, new JsonReports().write(new Baseline(folder, entries)));
        return "wrote " + file + ": " + entries.size() + (entries.size() == 1 ? " finding" : " findings");
    }
}
