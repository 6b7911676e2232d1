// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A database as it is and as it should be.
 *
 * @param suite the suite's name, such as {@code sqldef/postgres}
 * @param name the name of the pair in its suite
 * @param folder holds {@code old.sql}, {@code new.sql}, perhaps {@code setup.sql}
 * @param roles roles that must be there before
 */
record SchemaPair(String suite, String name, Path folder, SortedSet<String> roles) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the pairs of a suite, sorted by name. */
    static List<SchemaPair> ofSuite(String suite, Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(pair -> new SchemaPair(suite, pair.getFileName().toString(), pair, roles(pair)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedSet<String> roles(Path folder) {
        SortedSet<String> roles = new TreeSet<>();
        Path meta = folder.resolve("meta.json");
        if (Files.exists(meta)) {
            try {
                JsonNode root = JSON.readTree(meta.toFile());
                root.path("roles").forEach(role -> roles.add(role.asText()));
                root.path("managed_roles").forEach(role -> roles.add(role.asText()));
                if (root.hasNonNull("user")) {
                    roles.add(root.get("user").asText());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        roles.removeIf(role -> role.equalsIgnoreCase("public") || role.isBlank());
        return roles;
    }

    /** Returns the files that make one side, in order. */
    List<Path> side(String file) {
        List<Path> files = new ArrayList<>();
        Optional.of(folder.resolve("setup.sql")).filter(Files::exists).ifPresent(files::add);
        files.add(folder.resolve(file));
        return files;
    }
}
