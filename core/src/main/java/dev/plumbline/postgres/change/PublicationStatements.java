// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Publication;
import dev.plumbline.catalog.PublishedTable;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.StableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Statements for publications. */
public final class PublicationStatements {
    private PublicationStatements() {}

    static String create(Publication publication) {
        String objects = publication.allTables() ? "ALL TABLES" : objects(publication);
        return "CREATE PUBLICATION " + Sql.of(publication.key()) + (objects.isEmpty() ? "" : " FOR " + objects)
                + " WITH (" + options(publication.options()) + ")";
    }

    private static String options(SortedMap<String, String> options) {
        return options.entrySet().stream()
                .map(e -> e.getKey() + " = " + Sql.literal(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String objects(Publication publication) {
        List<String> objects = new ArrayList<>();
        if (!publication.tables().isEmpty()) {
            objects.add("TABLE "
                    + publication.tables().stream()
                            .map(PublicationStatements::table)
                            .collect(Collectors.joining(", ")));
        }
        if (!publication.schemas().isEmpty()) {
            objects.add("TABLES IN SCHEMA " + Sql.names(publication.schemas()));
        }
        return String.join(", ", objects);
    }

    /** Returns what lets a table join a publication. */
    public static String add(Publication publication, PublishedTable table) {
        return "ALTER PUBLICATION " + Sql.of(publication.key()) + " ADD TABLE " + table(table);
    }

    /** Without ONLY, the tables that inherit from it would be added too. */
    private static String table(PublishedTable table) {
        return "ONLY " + table.table()
                + (table.columns().isEmpty() ? "" : " (" + Sql.names(table.columns()) + ")")
                + table.filter()
                        .map(filter -> " WHERE (" + StableText.of(filter) + ")")
                        .orElse("");
    }

    /** FOR ALL TABLES cannot be changed (ALTER PUBLICATION). */
    static Optional<Alteration> alter(Publication from, Publication to) {
        if (from.allTables() != to.allTables()) {
            return Optional.empty();
        }
        String alter = "ALTER PUBLICATION " + Sql.of(to.key());
        Alteration alteration = Alteration.of();
        boolean otherObjects =
                !from.tables().equals(to.tables()) || !from.schemas().equals(to.schemas());
        if (otherObjects && objects(to).isEmpty()) {
            if (!from.tables().isEmpty()) {
                alteration.add(alter + " DROP TABLE ONLY "
                        + from.tables().stream().map(PublishedTable::table).collect(Collectors.joining(", ONLY ")));
            }
            if (!from.schemas().isEmpty()) {
                alteration.add(alter + " DROP TABLES IN SCHEMA " + Sql.names(from.schemas()));
            }
        } else if (otherObjects) {
            alteration.add(alter + " SET " + objects(to));
        }
        if (!from.options().equals(to.options())) {
            alteration.add(alter + " SET (" + options(complete(to.options(), from.options())) + ")");
        }
        return Optional.of(alteration);
    }

    /** What is no longer said is set back to what holds unsaid (CREATE PUBLICATION). */
    private static SortedMap<String, String> complete(SortedMap<String, String> to, SortedMap<String, String> from) {
        SortedMap<String, String> complete = new java.util.TreeMap<>(to);
        if (from.containsKey("publish_via_partition_root")) {
            complete.putIfAbsent("publish_via_partition_root", "false");
        }
        if (from.containsKey("publish_generated_columns")) {
            complete.putIfAbsent("publish_generated_columns", "none");
        }
        return complete;
    }
}
