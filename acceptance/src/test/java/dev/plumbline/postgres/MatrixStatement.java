// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.acceptance.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A statement of the lock matrix, as {@code lockmatrix/statements.sql} has it.
 *
 * @param group the heading that it stands under
 * @param note what the page says beside it; empty for nothing
 * @param setting a setting for it, as SET takes it; empty for none
 * @param from the first major version that knows it
 * @param outside whether it stands outside transactions
 * @param rows what an empty database does not show of it, and a seeded one does; empty for nothing
 * @param why the reason of a difference between versions; empty where there is none
 */
record MatrixStatement(
        String group, String sql, String note, String setting, int from, boolean outside, String rows, String why) {
    private static final int OLDEST = 14;
    private static final Path FOLDER = Places.root().resolve("acceptance/src/test/resources/lockmatrix");

    /** Returns what tells it from all others. */
    String key() {
        return note.isEmpty() ? sql : sql + " -- " + note;
    }

    /** Returns the text of a file that belongs to the matrix. */
    static String file(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path path(String name) {
        return FOLDER.resolve(name);
    }

    /** Returns all of them, in the order of the page. */
    static List<MatrixStatement> all() {
        List<MatrixStatement> all = new ArrayList<>();
        Map<String, String> said = new TreeMap<>();
        String group = "";
        for (String line : file("statements.sql").lines().toList()) {
            if (line.startsWith("-- group: ")) {
                group = line.substring("-- group: ".length());
            } else if (line.startsWith("-- ") && !group.isEmpty()) {
                String[] words = line.substring(3).split(": ", 2);
                said.put(words[0], words.length == 1 ? "" : words[1]);
            } else if (!line.isBlank() && !line.startsWith("--")) {
                all.add(new MatrixStatement(
                        group,
                        line.substring(0, line.lastIndexOf(';')),
                        said.getOrDefault("note", ""),
                        said.getOrDefault("set", ""),
                        Integer.parseInt(said.getOrDefault("from", String.valueOf(OLDEST))),
                        said.containsKey("outside"),
                        said.getOrDefault("rows", ""),
                        said.getOrDefault("why", "")));
                said.clear();
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return key();
    }
}
