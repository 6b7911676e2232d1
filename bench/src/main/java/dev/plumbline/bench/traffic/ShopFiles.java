// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The SQL files beside this class. */
final class ShopFiles {
    private static final String MARK = "-- change ";

    private ShopFiles() {}

    /**
     * A change of the shop.
     *
     * @param name one word
     * @param title what it is, for people
     * @param script the plain statements
     */
    record Change(String name, String title, String script) {
        List<String> statements() {
            return ShopFiles.statements(script);
        }
    }

    /** Returns the statements that make the shop. */
    static String base() {
        return read("base.sql");
    }

    /** Returns the statements that fill it. */
    static List<String> rows(int orders) {
        return statements(read("fill.sql").replace(":rows", Integer.toString(orders)));
    }

    /** Returns what the application does, in this order, with its parameters by name. */
    static List<String> application() {
        return statements(read("application.sql"));
    }

    /** Returns the changes in the order of the file. */
    static List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (String part : read("changes.sql").split("(?m)^" + MARK, -1)) {
            int colon = part.indexOf(": ");
            int end = part.indexOf('\n');
            if (colon > 0 && colon < end && !part.startsWith("--")) {
                changes.add(new Change(
                        part.substring(0, colon),
                        part.substring(colon + 2, end),
                        part.substring(end).strip()));
            }
        }
        return changes;
    }

    /** A statement of these files ends with its line, and a comment is a line of its own. */
    private static List<String> statements(String script) {
        String text = script.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        return Arrays.stream(text.split(";\\s*(\n|$)", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String read(String name) {
        try (InputStream file = ShopFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
