// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.error.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@code plumbline.toml} says: the options' names as keys, {@code [env.NAME]} over the top level. */
final class Configuration {
    /** The file that is read where none is named. */
    static final String FILE = "plumbline.toml";

    /** One that says nothing. */
    static final Configuration NONE =
            new Configuration(Map.of(), Path.of(""), AlignmentSettings.NONE, CheckSettings.NONE, ReadingSettings.NONE);

    private static final String ALIGNMENT = "alignment";
    private static final String CHECK = "check";
    private static final String PLACEHOLDERS = "placeholders";
    private static final String CONTEXTS = "contexts";
    private static final String FORMAT = "migrations_format";
    private static final String OWNERS = "owners";

    /** What may be written before the name of a file or folder. */
    private static final List<String> FILE_FORMS = List.of("migrations:", "snapshot:", "sqlite:", "jdbc:sqlite:");

    private static final Set<String> LISTS = Set.of("schemas", "search_path", "namespaces", CONTEXTS);

    /** What is a table of its own, and read by whoever knows its keys. */
    private static final Set<String> TABLES = Set.of(ALIGNMENT, CHECK, PLACEHOLDERS);

    private static final List<String> KEYS = List.of(
            "url",
            "desired",
            "schemas",
            "search_path",
            "scratch_url",
            "migrations",
            FORMAT,
            CONTEXTS,
            PLACEHOLDERS,
            "history",
            "auth_token",
            "admin_url",
            "admin_key",
            "namespaces",
            "trash",
            OWNERS);

    private final Map<String, List<String>> values;
    private final Path folder;
    private final AlignmentSettings alignment;
    private final CheckSettings check;
    private final ReadingSettings reading;

    private Configuration(
            Map<String, List<String>> values,
            Path folder,
            AlignmentSettings alignment,
            CheckSettings check,
            ReadingSettings reading) {
        this.values = values;
        this.folder = folder;
        this.alignment = alignment;
        this.check = check;
        this.reading = reading;
    }

    /**
     * Returns the configuration; an empty one where no file is named and the usual one is not there.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_FOUND} or {@code INVALID_FILE}
     */
    static Configuration load(@Nullable Path named, @Nullable String environmentName, Map<String, String> variables) {
        Path file = named == null ? Path.of(FILE) : named;
        if (!Files.isRegularFile(file)) {
            if (named != null || environmentName != null) {
                throw new PlumblineException(
                        ErrorCode.SOURCE_NOT_FOUND,
                        "There is no configuration file " + file + ".",
                        "plumbline init writes one.");
            }
            return NONE;
        }
        Path parent = file.toAbsolutePath().getParent();
        boolean here = Path.of("").toAbsolutePath().equals(parent);
        Path folder = here || parent == null ? Path.of("") : parent;
        JsonNode root = parse(file);
        Map<String, List<String>> values = new TreeMap<>();
        collect(root, file, variables, values);
        requireKnownKeys(root.path("env"), file);
        AlignmentSettings alignment = AlignmentSettings.read(root.path(ALIGNMENT), file, folder, variables);
        CheckSettings check = CheckSettings.read(root.path(CHECK), file, folder);
        Map<String, String> placeholders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        placeholders.putAll(ReadingSettings.placeholders(root.path(PLACEHOLDERS), file, variables));
        if (environmentName != null) {
            JsonNode environment = root.path("env").path(environmentName);
            if (!environment.isObject()) {
                List<String> names = new ArrayList<>();
                root.path("env").fieldNames().forEachRemaining(names::add);
                throw invalid(
                        file + " has no table [env." + environmentName + "].",
                        names.isEmpty()
                                ? "It has no environments at all."
                                : "It has " + String.join(", ", names) + ".");
            }
            collect(environment, file, variables, values);
            check = check.under(CheckSettings.read(environment.path(CHECK), file, folder));
            alignment = alignment.under(AlignmentSettings.read(environment.path(ALIGNMENT), file, folder, variables));
            placeholders.putAll(ReadingSettings.placeholders(environment.path(PLACEHOLDERS), file, variables));
        }
        ReadingSettings reading = new ReadingSettings(
                placeholders,
                Optional.ofNullable(values.get(CONTEXTS)),
                Optional.ofNullable(values.get(FORMAT)).map(text -> ReadingSettings.format(text.getFirst(), file)));
        return new Configuration(values, folder, alignment, check, reading);
    }

    private static JsonNode parse(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw invalid("The configuration " + file + " cannot be read: " + e.getMessage() + ".", "Check the file.");
        }
        try {
            return new TomlMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            int column =
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
            String lineText = text.lines().skip(line - 1L).findFirst().orElse("");
            throw new PlumblineException(
                    ErrorCode.INVALID_FILE,
                    "The configuration is not TOML: " + e.getOriginalMessage() + ".",
                    "Texts stand in quotes: url = \"postgres://...\".",
                    new SourcePosition(file.toString(), line, column, lineText),
                    e);
        }
    }

    private static void collect(
            JsonNode table, Path file, Map<String, String> variables, Map<String, List<String>> into) {
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            if (key.equals(PLACEHOLDERS) || ((key.equals("env") || TABLES.contains(key)) && value.isObject())) {
                continue;
            }
            requireKnown(key, file);
            List<String> texts = new ArrayList<>();
            if (value.isArray() && LISTS.contains(key)) {
                value.forEach(item -> texts.add(Variables.expand(text(item, key, file), variables, file)));
            } else {
                texts.add(Variables.expand(text(value, key, file), variables, file));
            }
            into.put(key, List.copyOf(texts));
        }
    }

    private static void requireKnown(String key, Path file) {
        if (!KEYS.contains(key)) {
            throw invalid(file + " has the unknown key '" + key + "'.", Nearest.wayOut(key, KEYS));
        }
    }

    /** Those that are not asked for are looked at too: a slip would show on the day when one is needed. */
    private static void requireKnownKeys(JsonNode environments, Path file) {
        for (JsonNode environment : environments) {
            environment.fieldNames().forEachRemaining(key -> {
                if (!TABLES.contains(key)) {
                    requireKnown(key, file);
                }
            });
        }
    }

    private static String text(JsonNode value, String key, Path file) {
        if (key.equals(OWNERS)) {
            if (!value.isBoolean()) {
                throw invalid(
                        "The value of '" + key + "' in " + file + " is neither true nor false.",
                        "Write owners = true.");
            }
            return value.asText();
        }
        if (value.isArray()) {
            throw invalid(
                    "The value of '" + key + "' in " + file + " is a list.",
                    "It takes one text; a folder may hold many files.");
        }
        if (!value.isTextual()) {
            throw invalid("The value of '" + key + "' in " + file + " is no text.", "Write it in quotes.");
        }
        return value.textValue();
    }

    /** Returns what is said of classes and the tables whose rows they hold. */
    AlignmentSettings alignment() {
        return alignment;
    }

    /** Returns what is said of the review of migrations. */
    CheckSettings check() {
        return check;
    }

    /** Returns how folders of migrations are read. */
    ReadingSettings reading() {
        return reading;
    }

    static PlumblineException invalid(String fact, String wayOut) {
        return new PlumblineException(ErrorCode.INVALID_FILE, fact, wayOut);
    }

    /** Returns a value, the option's where it was given. */
    Optional<String> value(String key, @Nullable String option) {
        if (option != null) {
            return Optional.of(option);
        }
        return Optional.ofNullable(values.get(key))
                .flatMap(list -> list.stream().findFirst());
    }

    /** Returns whether an option was given, or is switched on in the file. */
    boolean isSet(String key, boolean option) {
        return option || value(key, null).filter("true"::equals).isPresent();
    }

    /** Returns the name of a source; a relative path in the file is relative to the file. */
    Optional<String> source(String key, @Nullable String option) {
        if (option != null) {
            return Optional.of(option);
        }
        return value(key, null).map(this::located);
    }

    private String located(String text) {
        String form = FILE_FORMS.stream().filter(text::startsWith).findFirst().orElse("");
        String name = text.substring(form.length());
        boolean isFile = !name.isBlank()
                && (form.isEmpty() ? !name.contains(":") : !name.matches("(?s)//.*|:memory:.*|file:.*"));
        return folder.toString().isEmpty() || !isFile ? text : form + folder.resolve(name);
    }

    /** Returns a list, the option's where it was given; empty where there is none. */
    List<String> list(String key, @Nullable List<String> option) {
        return option != null ? option : values.getOrDefault(key, List.of());
    }
}
