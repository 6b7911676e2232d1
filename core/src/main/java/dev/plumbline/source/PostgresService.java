// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads libpq's connection service file (PostgreSQL documentation, "The Connection Service File"). */
final class PostgresService {
    private PostgresService() {}

    /**
     * Returns the parameters of a service by libpq's names. The user's file comes before the system's.
     *
     * @throws PlumblineException with {@code INVALID_ARGUMENT} where no file has the service, or one cannot be read
     */
    static Map<String, String> read(String service, Map<String, String> environment) {
        List<Path> files = files(environment);
        for (Path file : files) {
            Optional<Map<String, String>> found = Files.isRegularFile(file) ? in(file, service) : Optional.empty();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new PlumblineException(
                ErrorCode.INVALID_ARGUMENT,
                "The connection service '" + service + "' is not there: no [" + service + "] in "
                        + files.stream().map(Path::toString).collect(Collectors.joining(" or ")) + ".",
                "Check the name, and PGSERVICEFILE where the file is another one.");
    }

    private static List<Path> files(Map<String, String> environment) {
        List<Path> files = new ArrayList<>();
        String own = environment.getOrDefault("PGSERVICEFILE", "");
        files.add(own.isEmpty() ? Path.of(System.getProperty("user.home", ""), ".pg_service.conf") : Path.of(own));
        String system = environment.getOrDefault("PGSYSCONFDIR", "");
        if (!system.isEmpty()) {
            files.add(Path.of(system, "pg_service.conf"));
        }
        return files;
    }

    private static Optional<Map<String, String>> in(Path file, String service) {
        Map<String, String> parameters = new LinkedHashMap<>();
        boolean there = false;
        boolean within = false;
        for (String line : lines(file)) {
            String text = line.strip();
            if (text.startsWith("[")) {
                within = text.equals("[" + service + "]");
                there |= within;
            } else if (within && !text.isEmpty() && !text.startsWith("#")) {
                int equals = text.indexOf('=');
                if (equals <= 0 || text.startsWith("ldap")) {
                    // The line is not shown: it may be a password.
                    throw new PlumblineException(
                            ErrorCode.INVALID_ARGUMENT,
                            "The service '" + service + "' of " + file + " has a line that is no NAME=VALUE.",
                            "Plumbline reads parameters there, no LDAP addresses.");
                }
                parameters.putIfAbsent(
                        text.substring(0, equals).strip(),
                        text.substring(equals + 1).strip());
            }
        }
        return there ? Optional.of(parameters) : Optional.empty();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The service file " + file + " cannot be read: " + e.getMessage() + ".",
                    "Check PGSERVICEFILE and who may read the file.",
                    null,
                    e);
        }
    }
}
