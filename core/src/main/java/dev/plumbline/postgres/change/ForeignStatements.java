// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.ForeignDataWrapper;
import dev.plumbline.catalog.ForeignServer;
import dev.plumbline.catalog.ForeignTable;
import dev.plumbline.catalog.UserMapping;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Statements for the way to foreign servers. */
final class ForeignStatements {
    private ForeignStatements() {}

    /** Returns the clause for new objects, beginning with a blank; nothing without options. */
    static String options(SortedMap<String, String> options) {
        return options.isEmpty()
                ? ""
                : " OPTIONS ("
                        + options.entrySet().stream()
                                .map(e -> Sql.name(e.getKey()) + " " + Sql.literal(e.getValue()))
                                .collect(Collectors.joining(", "))
                        + ")";
    }

    /** Returns the clause that takes options from one state to another, beginning with a blank; or nothing. */
    static String change(SortedMap<String, String> from, SortedMap<String, String> to) {
        List<String> changes = new ArrayList<>();
        from.keySet().stream()
                .filter(name -> !to.containsKey(name))
                .forEach(name -> changes.add("DROP " + Sql.name(name)));
        to.forEach((name, value) -> {
            if (!value.equals(from.get(name))) {
                changes.add((from.containsKey(name) ? "SET " : "ADD ") + Sql.name(name) + " " + Sql.literal(value));
            }
        });
        return changes.isEmpty() ? "" : " OPTIONS (" + String.join(", ", changes) + ")";
    }

    static String create(ForeignDataWrapper wrapper) {
        return "CREATE FOREIGN DATA WRAPPER " + Sql.of(wrapper.key())
                + wrapper.handler().map(function -> " HANDLER " + function).orElse("")
                + wrapper.validator().map(function -> " VALIDATOR " + function).orElse("")
                + options(wrapper.options());
    }

    static Optional<Alteration> alter(ForeignDataWrapper from, ForeignDataWrapper to) {
        String handler = from.handler().equals(to.handler())
                ? ""
                : to.handler().map(function -> " HANDLER " + function).orElse(" NO HANDLER");
        String validator = from.validator().equals(to.validator())
                ? ""
                : to.validator().map(function -> " VALIDATOR " + function).orElse(" NO VALIDATOR");
        return Optional.of(Alteration.of("ALTER FOREIGN DATA WRAPPER " + Sql.of(to.key()) + handler + validator
                + change(from.options(), to.options())));
    }

    static String create(ForeignServer server) {
        return "CREATE SERVER " + Sql.of(server.key())
                + server.type().map(type -> " TYPE " + Sql.literal(type)).orElse("")
                + server.version()
                        .map(version -> " VERSION " + Sql.literal(version))
                        .orElse("")
                + " FOREIGN DATA WRAPPER " + Sql.name(server.wrapper()) + options(server.options());
    }

    /** A server keeps its wrapper and its type for good (ALTER SERVER). */
    static Optional<Alteration> alter(ForeignServer from, ForeignServer to) {
        if (!from.wrapper().equals(to.wrapper()) || !from.type().equals(to.type())) {
            return Optional.empty();
        }
        String version = from.version().equals(to.version())
                ? ""
                : " VERSION " + to.version().map(Sql::literal).orElse("NULL");
        return Optional.of(
                Alteration.of("ALTER SERVER " + Sql.of(to.key()) + version + change(from.options(), to.options())));
    }

    static String create(UserMapping mapping) {
        return "CREATE USER MAPPING " + Sql.of(mapping.key()) + options(mapping.options());
    }

    static Optional<Alteration> alter(UserMapping from, UserMapping to) {
        return Optional.of(
                Alteration.of("ALTER USER MAPPING " + Sql.of(to.key()) + change(from.options(), to.options())));
    }

    /** Returns whether a foreign table can be altered: it keeps its server for good, and its place as a partition. */
    static boolean isAltered(ForeignTable from, ForeignTable to) {
        return from.server().equals(to.server()) && from.partitionOf().equals(to.partitionOf());
    }

    /** What it inherits from is changed by {@link Passages}. */
    static Optional<Alteration> alter(ForeignTable from, ForeignTable to) {
        if (!isAltered(from, to)) {
            return Optional.empty();
        }
        String alter = "ALTER FOREIGN TABLE " + Sql.of(to.key());
        Alteration alteration = Alteration.of();
        String options = change(from.options(), to.options());
        if (!options.isEmpty()) {
            alteration.add(alter + options);
        }
        return Optional.of(alteration);
    }
}
