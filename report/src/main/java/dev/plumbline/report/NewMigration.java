// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.migration.NextMigration;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a new migration, in the format that its folder has. */
public final class NewMigration {
    private final NextMigration next;
    private final String name;
    private final FormatText text;

    private NewMigration(NextMigration next, String name, FormatText text) {
        this.next = next;
        this.name = name;
        this.text = text;
    }

    /** Returns a migration that is still to be written: its files say what belongs where. */
    public static NewMigration empty(NextMigration next, String name) {
        String words = Texts.oneLine(name.replaceAll("[_-]+", " "));
        return new NewMigration(
                next,
                name,
                new FormatText(
                        "-- " + words + "\n",
                        "-- Undo: " + words + "\n-- Without a way back, delete this; 'down' then refuses.\n",
                        "-- Queries that must return no row when \"" + words + "\" is in place.\n",
                        false,
                        List.of()));
    }

    /**
     * Returns a migration made of a plan.
     *
     * @param desired the catalog that the plan reaches
     */
    public static NewMigration of(NextMigration next, String name, Plan plan, Catalog desired) {
        List<Step> both =
                Stream.concat(plan.steps().stream(), plan.reverse().stream()).toList();
        List<String> bodies = both.stream()
                .flatMap(step -> step.statements().stream())
                .map(String::strip)
                .filter(statement -> statement.contains(";"))
                .distinct()
                .toList();
        return new NewMigration(
                next,
                name,
                new FormatText(
                        MigrationWriter.up(plan),
                        MigrationWriter.down(plan),
                        VerifyWriter.of(plan, desired),
                        MigrationWriter.hasOwnTransactions(both),
                        bodies));
    }

    /** Returns a name as it can stand in the name of a file; empty when nothing of it can. */
    public static String fileName(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}-]+", "_").replaceAll("^[_-]+|[_-]+$", "");
    }

    /** Returns the files with what stands in them. */
    public SequencedMap<Path, String> files() {
        return text.files(next, name);
    }

    /**
     * Writes the files, and none over one that is there.
     *
     * @return the files, in order
     */
    public List<Path> write() throws IOException {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<Path, String> file : files().entrySet()) {
            Path parent = file.getKey().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file.getKey(), file.getValue(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            written.add(file.getKey());
        }
        return written;
    }

    /** Returns the names of the files, for people. */
    public static String names(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
