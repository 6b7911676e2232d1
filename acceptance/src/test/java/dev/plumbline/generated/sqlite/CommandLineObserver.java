// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SQLite's own command line as an independent observer: {@code .schema} and {@code .dump} of two databases, equal but for
 * spacing, quotes, case, comments, the order of columns, and words that only say what holds anyway.
 */
final class CommandLineObserver {
    private static final Pattern OWN_NAME =
            Pattern.compile("^\\s*create\\s+table\\s+(\"(?:[^\"]|\"\")*\"|\\[[^]]*]|`[^`]*`|\\w+)");

    private static final Pattern TABLE = Pattern.compile(
            "^\\s*(?:insert into|create\\s+table(?: if not exists)?)\\s+"
                    + "(\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|\\[[^]]*]|`[^`]*`|[\\p{L}_0-9$]+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMENT_OR_QUOTED = Pattern.compile(
            "--[^\n]*|/\\*.*?\\*/|'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|`[^`]*`|\\[[^]]*]", Pattern.DOTALL);

    private final Path folder;

    private CommandLineObserver(Path folder) {
        this.folder = folder;
    }

    /** Returns the observer, nothing where no {@code sqlite3} is installed. */
    static Optional<CommandLineObserver> in(Path folder) {
        try {
            return run(List.of("sqlite3", "--version")).startsWith("3")
                    ? Optional.of(new CommandLineObserver(folder))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    List<String> differences(Connection led, Connection fresh) throws SQLException {
        try {
            List<String> one = seen(led, "led.db");
            List<String> other = seen(fresh, "fresh.db");
            List<String> different = new ArrayList<>();
            one.stream().filter(line -> !other.contains(line)).forEach(line -> different.add("only led: " + line));
            other.stream().filter(line -> !one.contains(line)).forEach(line -> different.add("only fresh: " + line));
            return different;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> seen(Connection connection, String name) throws SQLException, IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Databases.run(connection, "backup to " + file);
        String text = run(List.of("sqlite3", file.toString(), ".schema", ".dump"));
        Set<String> own = Tables.all(connection).stream()
                .filter(table -> !table.virtual())
                .map(table -> table.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return Arrays.stream(text.split(";\n"))
                .filter(statement -> concerns(statement, own))
                .map(CommandLineObserver::words)
                .sorted()
                .toList();
    }

    /** The tables of a module hold its pages, which depend on how it came to hold what it holds. */
    private static boolean concerns(String statement, Set<String> own) {
        Matcher table = TABLE.matcher(statement);
        if (table.find()) {
            String name = table.group(1)
                    .replaceAll("^[\"`'\\[]|[\"`'\\]]$", "")
                    .replace("\"\"", "\"")
                    .replace("''", "'");
            return own.contains(name.toLowerCase(Locale.ROOT));
        }
        return !statement.contains("sqlite_s");
    }

    private static String words(String statement) {
        String plain = COMMENT_OR_QUOTED
                .matcher(statement.toLowerCase(Locale.ROOT))
                .replaceAll(
                        found -> found.group().startsWith("--") || found.group().startsWith("/*")
                                ? " "
                                : Matcher.quoteReplacement(found.group()))
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "now")
                .replaceAll("\\bon conflict abort\\b|\\bmatch simple\\b|\\bon (delete|update) no action\\b", " ")
                .replaceAll("\\bnot deferrable( initially \\w+)?|\\bif not exists\\b", " ")
                .replaceAll("\\b(generated\\s+always|for\\s+each\\s+row|(?<!create )virtual|asc)\\b", " ")
                .replaceAll("==", "=");
        Matcher table = OWN_NAME.matcher(plain);
        if (table.find()) {
            // A check need not say whose column it means.
            String name = table.group(1).replaceAll("^[\"`\\[]|[\"`\\]]$", "");
            plain = plain.replaceAll("[\"`\\[]?" + Pattern.quote(name) + "[\"`\\]]?\\.", "");
        }
        if (plain.contains(" index ")) {
            plain = plain.replaceAll("collate \\w+", " ");
        }
        return Arrays.stream(plain.split("[\\s\"'`\\[\\](),;]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
