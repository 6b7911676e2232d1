// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Attachable;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Statistics;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.StableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Statements for constraints, indexes and statistics objects. */
public final class ConstraintStatements {
    private ConstraintStatements() {}

    /** Returns the constraint as it stands in CREATE TABLE. */
    public static String definition(Constraint constraint) {
        String options =
                (constraint.indexOptions().isEmpty() ? "" : " WITH (" + Sql.options(constraint.indexOptions()) + ")")
                        + constraint
                                .tablespace()
                                .map(space -> " USING INDEX TABLESPACE " + Sql.name(space))
                                .orElse("");
        String definition = StableText.of(constraint.definition());
        // Index options stand before WHERE and DEFERRABLE, after the columns.
        int behind = options.isEmpty() ? -1 : optionsEnd(constraint, definition);
        String whole = behind < 0
                ? definition + options
                : definition.substring(0, behind) + options + definition.substring(behind);
        return "CONSTRAINT " + Sql.name(constraint.key().name()) + " " + whole;
    }

    private static int optionsEnd(Constraint constraint, String definition) {
        int where = constraint.type() == ConstraintType.EXCLUSION ? definition.indexOf(" WHERE (") : -1;
        return where < 0 ? definition.indexOf(" DEFERRABLE") : where;
    }

    /** Returns what adds a constraint to a table or domain that is there, with what is said of it apart. */
    public static List<String> add(Constraint constraint) {
        // One that some partitions lack; each partition's own key may be attached to it later.
        return constraint.valid() ? add(constraint, alterOwner(constraint)) : onOnly(constraint);
    }

    /** Returns what makes the key of a partitioned table without those of its partitions. */
    public static List<String> onOnly(Constraint constraint) {
        return add(constraint, "ALTER TABLE ONLY " + Sql.of(constraint.on()));
    }

    private static List<String> add(Constraint constraint, String alter) {
        List<String> statements = new ArrayList<>();
        statements.add(alter + " ADD " + definition(constraint) + (constraint.validated() ? "" : " NOT VALID"));
        if (constraint.clustered()) {
            statements.add(cluster(constraint.on(), constraint.key().name()));
        }
        statements.addAll(attach(constraint));
        return statements;
    }

    /** Returns what drops a constraint. */
    public static String drop(Constraint constraint, boolean ifExists) {
        return alterOwner(constraint) + " DROP CONSTRAINT " + (ifExists ? "IF EXISTS " : "")
                + Sql.name(constraint.key().name());
    }

    private static String alterOwner(Constraint constraint) {
        return (constraint.on().kind() == ObjectKind.DOMAIN ? "ALTER DOMAIN " : "ALTER TABLE ")
                + Sql.of(constraint.on());
    }

    private static String cluster(ObjectKey table, String index) {
        return "ALTER TABLE " + Sql.of(table) + " CLUSTER ON " + Sql.name(index);
    }

    static Optional<Alteration> alter(Constraint from, Constraint to, boolean tableClustered) {
        Set<String> differing = differing(from, to);
        if (!Set.of("validated", "clustered", "indexOptions", "tablespace", "attachedTo")
                        .containsAll(differing)
                || (from.validated() && !to.validated())) {
            return Optional.empty();
        }
        Alteration alteration = Alteration.of();
        if (!from.validated() && to.validated()) {
            alteration.add(validate(to)).takesLong().inOwnTransaction();
        }
        if (differing.contains("clustered") && (to.clustered() || !tableClustered)) {
            alteration.add(clustered(to.on(), to.key().name(), to.clustered()));
        }
        alteration.add(
                storage(index(to.key()), from.indexOptions(), to.indexOptions(), from.tablespace(), to.tablespace()));
        if (differing.contains("attachedTo")) {
            alteration.add(attach(to));
        }
        return Optional.of(alteration);
    }

    /** Returns what has the server prove a NOT VALID constraint over all rows. */
    public static String validate(Constraint constraint) {
        return alterOwner(constraint) + " VALIDATE CONSTRAINT "
                + Sql.name(constraint.key().name());
    }

    private static String clustered(ObjectKey table, String index, boolean on) {
        return on ? cluster(table, index) : "ALTER TABLE " + Sql.of(table) + " SET WITHOUT CLUSTER";
    }

    /** Returns what makes an index of a table without parts, with what is said of it apart; never concurrently. */
    public static List<String> create(Index index) {
        return create(index, statistics(index));
    }

    /** Returns what makes an index, with what is said of it apart, the statements for its statistics targets among that. */
    static List<String> create(Index index, List<String> targets) {
        List<String> statements = new ArrayList<>(List.of(definition(index)));
        statements.addAll(targets);
        if (index.clustered()) {
            statements.add(cluster(index.on(), index.key().name()));
        }
        statements.addAll(attach(index));
        return statements;
    }

    private static List<String> attach(Attachable index) {
        return index.attachedTo().stream()
                .map(whole -> attach(whole, index.key()))
                .toList();
    }

    /**
     * Returns what makes the index of a partition a part of that of the partitioned table, each the index of a constraint or one of its
     * own; nothing happens where it is.
     */
    public static String attach(ObjectKey whole, ObjectKey part) {
        return "ALTER INDEX " + Sql.of(index(whole)) + " ATTACH PARTITION " + Sql.of(index(part));
    }

    /** The index behind a constraint has its name. */
    private static ObjectKey index(ObjectKey key) {
        return key.kind() == ObjectKind.CONSTRAINT ? ObjectKey.of(ObjectKind.INDEX, key.schema(), key.name()) : key;
    }

    /** Storage parameters and tablespace stand before the predicate (CREATE INDEX). */
    private static String definition(Index index) {
        return definition(index, !index.valid());
    }

    /** Returns what makes the index of a partitioned table without those of its partitions. */
    public static String onOnly(Index index) {
        return definition(index, true);
    }

    private static String definition(Index index, boolean only) {
        String definition = StableText.of(index.definition());
        if (only) {
            // One that some partitions lack; each partition's own index may be attached to it later.
            String head = (index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
                    + Sql.name(index.key().name()) + " ON ";
            definition = head + "ONLY " + definition.substring(head.length());
        }
        String where =
                index.predicate().map(text -> " WHERE " + StableText.of(text)).orElse("");
        int behind =
                definition.endsWith(where) ? definition.length() - where.length() : definition.lastIndexOf(" WHERE ");
        String options = index.options().isEmpty() ? "" : " WITH (" + Sql.options(index.options()) + ")";
        String tablespace = index.tablespace()
                .map(space -> " TABLESPACE " + Sql.name(space))
                .orElse("");
        return definition.substring(0, behind) + options + tablespace + definition.substring(behind);
    }

    /** Returns what changes the storage of an index; what is written from then on obeys the new parameters. */
    private static List<String> storage(
            ObjectKey index,
            SortedMap<String, String> from,
            SortedMap<String, String> to,
            Optional<String> fromSpace,
            Optional<String> toSpace) {
        String alter = "ALTER INDEX " + Sql.of(index);
        List<String> statements = new ArrayList<>(Sql.changeOptions(alter, from, to));
        if (!fromSpace.equals(toSpace)) {
            statements.add(alter + " SET TABLESPACE " + toSpace.map(Sql::name).orElse("pg_default"));
        }
        return statements;
    }

    /** Returns what sets the statistics targets of an index. */
    public static List<String> statistics(Index index) {
        return index.statistics().entrySet().stream()
                .map(e -> "ALTER INDEX " + Sql.of(index.key()) + " ALTER COLUMN " + e.getKey() + " SET STATISTICS "
                        + e.getValue())
                .toList();
    }

    static Optional<Alteration> alter(Index from, Index to, boolean tableClustered, List<String> targets) {
        Set<String> differing = differing(from, to);
        if (!Set.of("clustered", "statistics", "options", "tablespace", "attachedTo")
                .containsAll(differing)) {
            return Optional.empty();
        }
        Alteration alteration = Alteration.of();
        alteration.add(storage(to.key(), from.options(), to.options(), from.tablespace(), to.tablespace()));
        if (!from.tablespace().equals(to.tablespace())) {
            alteration.takesLong();
        }
        alteration.add(targets);
        if (differing.contains("clustered") && (to.clustered() || !tableClustered)) {
            alteration.add(clustered(to.on(), to.key().name(), to.clustered()));
        }
        if (differing.contains("attachedTo")) {
            alteration.add(attach(to));
        }
        return Optional.of(alteration);
    }

    /** Returns what makes a statistics object. */
    public static List<String> create(Statistics statistics) {
        List<String> statements = new ArrayList<>(List.of(StableText.of(statistics.definition())));
        statements.addAll(target(statistics));
        return statements;
    }

    /** Returns what sets the target of a statistics object, where it has one. */
    public static List<String> target(Statistics statistics) {
        return statistics.target().stream()
                .map(target -> target(statistics.key(), target))
                .toList();
    }

    static Optional<Alteration> alter(Statistics from, Statistics to) {
        return differing(from, to).equals(Set.of("target"))
                ? Optional.of(Alteration.of(target(to.key(), to.target().orElse(-1))))
                : Optional.empty();
    }

    private static String target(ObjectKey key, int target) {
        return "ALTER STATISTICS " + Sql.of(key) + " SET STATISTICS " + target;
    }

    private static Set<String> differing(
            dev.plumbline.catalog.SchemaObject from, dev.plumbline.catalog.SchemaObject to) {
        return GapFinder.differences(from, to).stream()
                .map(difference -> difference.component())
                .collect(Collectors.toSet());
    }
}
