// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a folder of migrations does not say itself.
 *
 * @param format the format to read it as; empty to have it detected
 * @param placeholders what stands for {@code ${name}} in Flyway's scripts, by name; upper and lower case are alike.
 *     {@code flyway:defaultSchema}, {@code flyway:user}, {@code flyway:database} and {@code flyway:table} are known to
 *     the caller alone, because they need the database; {@code flyway:filename}, {@code flyway:timestamp} and {@code
 *     flyway:workingDirectory} are filled in where they are not given
 * @param environment what stands for the variables between goose's {@code ENVSUB ON} and {@code ENVSUB OFF}
 * @param contexts the names for which contexts and labels of Liquibase are decided; without them, a
 *     change set that has some is refused, because a test context must not reach production by default
 * @param javaMigrations migrations in Java, which take their places among the files by their versions
 */
public record FolderOptions(
        Optional<MigrationFormat> format,
        Map<String, String> placeholders,
        Map<String, String> environment,
        Optional<List<String>> contexts,
        List<JavaMigration> javaMigrations) {
    /** Nothing is given but the environment of the process. */
    public static final FolderOptions DEFAULT =
            new FolderOptions(Optional.empty(), Map.of(), System.getenv(), Optional.empty(), List.of());

    public FolderOptions {
        Map<String, String> alike = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        alike.putAll(placeholders);
        placeholders = Collections.unmodifiableMap(alike);
        environment = Map.copyOf(environment);
        contexts = contexts.map(List::copyOf);
        javaMigrations = List.copyOf(javaMigrations);
    }

    /** Returns the same with a format, which is then not detected. */
    public FolderOptions withFormat(MigrationFormat forced) {
        return new FolderOptions(Optional.of(forced), placeholders, environment, contexts, javaMigrations);
    }

    /** Returns the same with these placeholders too; they win over those of the same name. */
    public FolderOptions withPlaceholders(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(placeholders);
        all.putAll(more);
        return new FolderOptions(format, all, environment, contexts, javaMigrations);
    }

    /**
     * Returns the same with Flyway's placeholders about the database, where they are not given.
     *
     * @param schema its default schema
     * @param user who runs the scripts; empty where that is not known
     */
    public FolderOptions withFlywayFacts(String schema, String user, String database) {
        return new FolderOptions(format, Map.of(), environment, contexts, javaMigrations)
                .withPlaceholders(Map.of(
                        "flyway:defaultSchema", schema,
                        "flyway:user", user,
                        "flyway:database", database,
                        "flyway:table", "flyway_schema_history"))
                .withPlaceholders(placeholders);
    }

    /** Returns the same with this environment instead. */
    public FolderOptions withEnvironment(Map<String, String> variables) {
        return new FolderOptions(format, placeholders, variables, contexts, javaMigrations);
    }

    /** Returns the same with these contexts and labels of Liquibase. */
    public FolderOptions withContexts(List<String> names) {
        return new FolderOptions(format, placeholders, environment, Optional.of(names), javaMigrations);
    }

    /** Returns the same with these Java migrations instead. */
    public FolderOptions withJavaMigrations(List<JavaMigration> migrations) {
        return new FolderOptions(format, placeholders, environment, contexts, migrations);
    }
}
