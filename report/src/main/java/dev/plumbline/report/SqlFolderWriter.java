// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A catalog as a tidy folder of SQL: a file for each table with all that hangs on it, for each function with its
 * overloads, each type, each view. The statements are the steps that a planner gives from an empty database to the
 * catalog, so that the folder makes the same catalog again.
 */
public final class SqlFolderWriter {
    private SqlFolderWriter() {}

    /**
     * Writes the folder and returns how many files it has now.
     *
     * @param steps the way from an empty database to the catalog, in order
     * @throws PlumblineException with {@code INVALID_ARGUMENT} when there are SQL files in the folder already: mixing two
     *     schemas would declare neither
     */
    public static int write(Catalog catalog, List<Step> steps, Path folder) throws IOException {
        if (hasSql(folder)) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The folder " + folder + " holds SQL files already, so nothing was written.",
                    "Name another folder, or move those files away.");
        }
        SortedMap<String, String> files = files(catalog, steps);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(folder));
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        }
        return files.size();
    }

    private static boolean hasSql(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var paths = Files.walk(folder)) {
            return paths.anyMatch(path -> path.toString().endsWith(".sql"));
        }
    }

    /** Returns the files by their paths in the folder, with {@code /} between names. */
    public static SortedMap<String, String> files(Catalog catalog, List<Step> steps) {
        FileNames names = new FileNames();
        SortedMap<String, List<String>> byFile = new TreeMap<>();
        for (Step step : steps) {
            byFile.computeIfAbsent(file(root(step.object(), catalog), names), k -> new ArrayList<>())
                    .addAll(step.statements());
        }
        SortedMap<String, String> files = new TreeMap<>();
        byFile.forEach((file, statements) -> files.put(file, text(statements)));
        return files;
    }

    /** Returns all statements in order, as one script that any client of the database can run. */
    public static String script(Catalog catalog, List<Step> steps) {
        return ScriptSettings.of(catalog.product(), steps)
                + text(steps.stream()
                        .flatMap(step -> step.statements().stream())
                        .toList());
    }

    private static String text(List<String> statements) {
        StringBuilder text = new StringBuilder();
        for (String statement : statements) {
            text.append(text.isEmpty() ? "" : "\n").append(statement.strip()).append(";\n");
        }
        return text.toString();
    }

    /** Returns the object in whose file a statement about this one belongs. */
    private static ObjectKey root(ObjectKey key, Catalog catalog) {
        ObjectKey root = key;
        Optional<ObjectKey> above = above(key, catalog);
        while (above.isPresent()) {
            root = above.get();
            above = above(root, catalog);
        }
        return root;
    }

    private static Optional<ObjectKey> above(ObjectKey key, Catalog catalog) {
        Optional<SchemaObject> object = catalog.find(key);
        Optional<ObjectKey> owner =
                object.flatMap(found -> found instanceof Sequence sequence ? sequence.ownedBy() : Optional.empty());
        return owner.or(() -> object.flatMap(SchemaObject::parent)).filter(catalog::contains);
    }

    private static String file(ObjectKey root, FileNames names) {
        return switch (root.kind()) {
            case SCHEMA -> FileNames.escape(root.name()) + "/schema.sql";
            case SETTING -> "settings.sql";
            case EXTENSION -> names.path("extensions", root.name());
            case PUBLICATION -> names.path("publications", root.name());
            case CAST -> "casts.sql";
            case LANGUAGE, ACCESS_METHOD, TRANSFORM -> "languages-and-methods.sql";
            case OPERATOR_CLASS, OPERATOR_FAMILY -> FileNames.escape(root.schema()) + "/operators.sql";
            case FOREIGN_DATA_WRAPPER, SERVER, USER_MAPPING -> "foreign-servers.sql";
            case CONVERSION -> in(root, "conversions", names);
            case OPERATOR -> FileNames.escape(root.schema()) + "/operators.sql";
            case TEXT_SEARCH_PARSER, TEXT_SEARCH_TEMPLATE, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION ->
                in(root, "text-search", names);
            case FOREIGN_TABLE -> in(root, "foreign-tables", names);
            case EVENT_TRIGGER -> names.path("event-triggers", root.name());
            case DEFAULT_PRIVILEGE -> "default-privileges.sql";
            case TABLE, COLUMN, DEFAULT, INDEX, CONSTRAINT, STATISTICS, RULE, TRIGGER, POLICY, OWNER, COMMENT, GRANT ->
                in(root, "tables", names);
            case VIRTUAL_TABLE -> in(root, "virtual-tables", names);
            case ENUM, DOMAIN, COMPOSITE, RANGE -> in(root, "types", names);
            case COLLATION -> in(root, "collations", names);
            case SEQUENCE -> in(root, "sequences", names);
            case VIEW, MATERIALIZED_VIEW -> in(root, "views", names);
            case FUNCTION, PROCEDURE, AGGREGATE -> routine(root, names);
        };
    }

    private static String in(ObjectKey root, String folder, FileNames names) {
        return names.path(FileNames.escape(root.schema()) + "/" + folder, root.name());
    }

    /** Overloads share a file: readers look for them together. */
    private static String routine(ObjectKey root, FileNames names) {
        int arguments = root.name().indexOf('(', 1);
        String name = arguments < 0 ? root.name() : root.name().substring(0, arguments);
        return names.path(FileNames.escape(root.schema()) + "/functions", name);
    }
}
