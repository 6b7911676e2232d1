// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A folder below {@code scenarios/postgres}.
 *
 * <pre>
 * actual.sql          the schema as it is
 * desired.sql         the schema as it should be, with hints
 * rows.sql            rows of the actual database, if any
 * check.sql           queries that find nothing once the plan was applied; behind "-- after the reverse" once it was undone
 * plan.sql            the golden plan on the newest server; -Dgolden=update writes it
 * plan.14.sql         the golden plan on an older one, where the way differs
 * options.properties  since: the oldest version that knows what is tested; reverse=blocked: rows stand in its way;
 *                     owners=compared: the plan changes owners; owners=kept: it gives back what it makes again;
 *                     names=kept: what the desired side leaves to the server has other names on the actual one, and keeps them;
 *                     counts=differ: rows go, declared; gentle=14: from that version on no step reads or copies a table
 *                     that was there under a lock which keeps others waiting
 * </pre>
 *
 * @param folder where it is
 * @param name area and case, such as {@code enums/value-added}
 */
record Scenario(Path folder, String name) {
    private static final String AFTER_THE_REVERSE = "-- after the reverse";

    /** Returns all of them in order. */
    static List<Scenario> all() {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith("desired.sql"))
                    .map(file -> Objects.requireNonNull(file.getParent()))
                    .sorted()
                    .map(folder -> new Scenario(
                            folder, root.relativize(folder).toString().replace('\\', '/')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(Objects.requireNonNull(Scenario.class.getResource("/scenarios/postgres"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    String actual() {
        return read("actual.sql");
    }

    Path desiredFile() {
        return folder.resolve("desired.sql");
    }

    String desired() {
        return read("desired.sql");
    }

    String rows() {
        return read("rows.sql");
    }

    /** Returns the queries that must find nothing after the plan. */
    List<String> checks() {
        return queries(read("check.sql").split(AFTER_THE_REVERSE, -1)[0]);
    }

    /** Returns the queries that must find nothing after the way back. */
    List<String> checksAfterReverse() {
        String[] parts = read("check.sql").split(AFTER_THE_REVERSE, -1);
        return parts.length > 1 ? queries(parts[1]) : List.of();
    }

    private static List<String> queries(String script) {
        return Stream.of(script.split(";\\s*(\n|$)", -1))
                .filter(sql -> !sql.isBlank())
                .toList();
    }

    boolean fits(int majorVersion) {
        return majorVersion >= Integer.parseInt(option("since", "14"));
    }

    boolean isReverseBlocked() {
        return option("reverse", "").equals("blocked");
    }

    /** Returns whether owners are compared by the plan itself. */
    boolean comparesOwners() {
        return option("owners", "").equals("compared");
    }

    /** Returns whether both databases must have the same owners in the end. */
    boolean mindsOwners() {
        return !option("owners", "").isEmpty();
    }

    /** Returns whether parts of indexes have names that a database made from the desired side does not have. */
    boolean keepsNames() {
        return option("names", "").equals("kept");
    }

    boolean countsDiffer() {
        return option("counts", "").equals("differ");
    }

    boolean isGentle(int majorVersion) {
        return majorVersion >= Integer.parseInt(option("gentle", "99"));
    }

    /** Returns whether there is a golden plan for a version that is not the newest. */
    boolean hasPlan(int version) {
        return Files.exists(folder.resolve(plan(version)));
    }

    static String plan(int version) {
        return "plan." + version + ".sql";
    }

    private String option(String name, String otherwise) {
        Path file = folder.resolve("options.properties");
        Properties options = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                options.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return options.getProperty(name, otherwise);
    }

    private String read(String file) {
        Path path = folder.resolve(file);
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
