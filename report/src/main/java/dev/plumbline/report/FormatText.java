// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.migration.NextMigration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The scripts of one migration, laid out as a format wants them. Each tool's marks are those of its documentation:
 * dbmate's README ("Migration Options"), goose ("SQL migrations"), Flyway ("Script configuration"), Diesel's guide,
 * Liquibase ("SQL format").
 *
 * @param up what applies it
 * @param down what undoes it
 * @param verify what checks it; only the native format has a place for it, and Diesel's folders leave room for one
 * @param ownTransactions whether the scripts begin and end transactions themselves
 * @param bodies statements that have semicolons in them, which goose must be told
 */
record FormatText(String up, String down, String verify, boolean ownTransactions, List<String> bodies) {
    FormatText {
        bodies = List.copyOf(bodies);
    }

    SequencedMap<Path, String> files(NextMigration next, String name) {
        SequencedMap<Path, String> files = new LinkedHashMap<>();
        Path folder = next.folder();
        String stem = next.stem(name);
        switch (next.format()) {
            case UP_DOWN_FILES, JAVA -> {
                files.put(folder.resolve(stem + ".up.sql"), up);
                files.put(folder.resolve(stem + ".down.sql"), down);
                files.put(folder.resolve(stem + ".verify.sql"), verify);
            }
            case DIESEL -> {
                Path own = folder.resolve(stem);
                files.put(own.resolve("up.sql"), up);
                files.put(own.resolve("down.sql"), down);
                files.put(own.resolve("verify.sql"), verify);
                if (ownTransactions) {
                    files.put(own.resolve("metadata.toml"), "run_in_transaction = false\n");
                }
            }
            case FLYWAY -> {
                flyway(folder.resolve(stem + ".sql"), up, files);
                flyway(folder.resolve("U" + stem.substring(next.prefix().length()) + ".sql"), down, files);
            }
            case DBMATE -> {
                String option = ownTransactions ? " transaction:false" : "";
                files.put(
                        folder.resolve(stem + ".sql"),
                        "-- migrate:up" + option + "\n" + up + "\n-- migrate:down" + option + "\n" + down);
            }
            case GOOSE ->
                files.put(
                        folder.resolve(stem + ".sql"),
                        (ownTransactions ? "-- +goose NO TRANSACTION\n" : "") + "-- +goose Up\n" + goose(up)
                                + "\n-- +goose Down\n" + goose(down));
            case LIQUIBASE_SQL ->
                files.put(
                        folder.resolve(stem + ".sql"),
                        "--liquibase formatted sql\n\n--changeset "
                                + System.getProperty("user.name", "plumbline").replaceAll("[^\\p{L}\\p{N}._-]", "_")
                                + ":" + stem + (ownTransactions ? " runInTransaction:false" : "")
                                + (bodies.isEmpty() ? "" : " splitStatements:false") + "\n" + up + "\n"
                                + down.lines()
                                        .map(line -> "--rollback " + line + "\n")
                                        .collect(Collectors.joining()));
            case NUMBERED_FILES -> files.put(folder.resolve(stem + ".sql"), up);
        }
        return files;
    }

    /** Flyway would put values for what looks like a placeholder, and is told about transactions in a file beside it. */
    private void flyway(Path file, String script, SequencedMap<Path, String> files) {
        files.put(file, script);
        boolean placeholders = script.toLowerCase(Locale.ROOT).contains("${");
        String config = (ownTransactions ? "executeInTransaction=false\n" : "")
                + (placeholders ? "placeholderReplacement=false\n" : "");
        if (!config.isEmpty()) {
            files.put(file.resolveSibling(file.getFileName() + ".conf"), config);
        }
    }

    private String goose(String script) {
        String marked = script;
        for (String body : bodies) {
            String statement = body + ";\n";
            marked = marked.replace(statement, "-- +goose StatementBegin\n" + statement + "-- +goose StatementEnd\n");
        }
        return marked;
    }
}
