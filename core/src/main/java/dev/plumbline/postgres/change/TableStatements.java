// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Heir;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.catalog.SequenceOptions;
import dev.plumbline.catalog.Table;
import dev.plumbline.plan.Hazard;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Statements for tables as such, and for sequences. */
public final class TableStatements {
    private TableStatements() {}

    /**
     * Returns the statements that create a table with those of its parts that can be made with it.
     *
     * @param columns its own columns in order; those of a partition come from its parent
     * @param ofInherited constraints of columns that come from a parent
     */
    public static List<String> create(
            Table table,
            List<Column> columns,
            Map<ObjectKey, ColumnDefault> defaults,
            List<Constraint> constraints,
            List<String> ofInherited) {
        List<String> parts = new ArrayList<>();
        for (Column column : columns) {
            parts.add(ColumnStatements.definition(
                    column, Optional.ofNullable(defaults.get(column.key())).map(ColumnDefault::expression)));
        }
        constraints.forEach(constraint -> parts.add(ConstraintStatements.definition(constraint)));
        parts.addAll(ofInherited);
        StringBuilder sql = new StringBuilder(table.unlogged() ? "CREATE UNLOGGED TABLE " : "CREATE TABLE ");
        sql.append(Sql.of(table.key()));
        Optional<PartitionOf> partition = table.partitionOf();
        partition.ifPresent(of -> sql.append(" PARTITION OF ").append(Sql.of(of.parent())));
        if (partition.isEmpty() || !parts.isEmpty()) {
            sql.append(parts.isEmpty() ? " ()" : " (\n    " + String.join(",\n    ", parts) + "\n)");
        }
        partition.ifPresent(of -> sql.append(' ').append(of.bound()));
        if (!table.inherits().isEmpty()) {
            sql.append(" INHERITS (")
                    .append(table.inherits().stream().map(Sql::of).collect(Collectors.joining(", ")))
                    .append(')');
        }
        table.partitioning().ifPresent(by -> sql.append(" PARTITION BY ").append(by.key()));
        table.accessMethod()
                .filter(method -> !method.equals("heap"))
                .ifPresent(method -> sql.append(" USING ").append(Sql.name(method)));
        if (!table.options().isEmpty()) {
            sql.append(" WITH (").append(Sql.options(table.options())).append(')');
        }
        table.tablespace().ifPresent(space -> sql.append(" TABLESPACE ").append(Sql.name(space)));
        return List.of(sql.toString());
    }

    /**
     * Returns what is said of a table once its parts are there: its replica identity may name an index, and row-level
     * security that is switched on before the policies exist hides every row.
     *
     * @param from the table as it is; absent when it is new
     * @param first the storage parameters that it has by then
     */
    public static List<String> completion(Optional<Table> from, Table to, SortedMap<String, String> first) {
        List<String> statements = new ArrayList<>();
        String alter = "ALTER TABLE " + Sql.of(to.key());
        if (from.map(Table::rowSecurity).orElse(false) != to.rowSecurity()) {
            statements.add(alter + (to.rowSecurity() ? " ENABLE ROW LEVEL SECURITY" : " DISABLE ROW LEVEL SECURITY"));
        }
        if (from.map(Table::forceRowSecurity).orElse(false) != to.forceRowSecurity()) {
            statements.add(
                    alter + (to.forceRowSecurity() ? " FORCE ROW LEVEL SECURITY" : " NO FORCE ROW LEVEL SECURITY"));
        }
        if (!from.map(Table::replicaIdentity).orElse("DEFAULT").equals(to.replicaIdentity())) {
            statements.add(alter + " REPLICA IDENTITY " + to.replicaIdentity());
        }
        statements.addAll(Sql.changeOptions(alter, first, to.options()));
        return statements;
    }

    /** Returns how a table leaves the parents that it is to have no more, and a partition its old bounds. */
    static List<String> leave(Heir from, Heir to, ParentChange parents) {
        List<String> statements = new ArrayList<>();
        parents.left()
                .forEach(parent -> statements.add("ALTER TABLE " + Sql.of(to.key()) + " NO INHERIT " + Sql.of(parent)));
        if (!from.partitionOf().equals(to.partitionOf())) {
            from.partitionOf().ifPresent(of -> statements.add(detach(to.key(), of)));
        }
        return statements;
    }

    /** Returns what makes a partition a table of its own, in one go. */
    public static String detach(ObjectKey table, PartitionOf of) {
        return "ALTER TABLE " + Sql.of(of.parent()) + " DETACH PARTITION " + Sql.of(table);
    }

    /** Returns what makes a table a partition. */
    public static String attach(ObjectKey table, PartitionOf of) {
        return "ALTER TABLE " + Sql.of(of.parent()) + " ATTACH PARTITION " + Sql.of(table) + " " + of.bound();
    }

    /**
     * Returns how one table becomes the other in place once it has left its old parents; absent where it must be
     * recreated.
     *
     * @param first the storage parameters to set now; the rest is set in the {@link #completion}
     */
    static Optional<Alteration> alter(Table from, Table to, SortedMap<String, String> first, int majorVersion) {
        boolean methodChanges = !from.accessMethod().equals(to.accessMethod());
        if (!from.partitioning().equals(to.partitioning()) || (methodChanges && majorVersion < 15)) {
            return Optional.empty();
        }
        String alter = "ALTER TABLE " + Sql.of(to.key());
        Alteration alteration = Alteration.of();
        if (!from.partitionOf().equals(to.partitionOf())) {
            to.partitionOf()
                    .ifPresent(of -> alteration
                            .add(attach(to.key(), of))
                            .hazard(Hazard.DATA_DEPENDENT)
                            .takesLong());
        }
        if (from.unlogged() != to.unlogged()) {
            alteration
                    .add(alter + (to.unlogged() ? " SET UNLOGGED" : " SET LOGGED"))
                    .writesTableAnew()
                    .takesLong();
        }
        if (methodChanges) {
            alteration
                    .add(alter + " SET ACCESS METHOD "
                            + to.accessMethod().map(Sql::name).orElse("DEFAULT"))
                    .writesTableAnew()
                    .takesLong();
        }
        if (!from.tablespace().equals(to.tablespace())) {
            alteration
                    .add(alter + " SET TABLESPACE "
                            + to.tablespace().map(Sql::name).orElse("pg_default"))
                    .takesLong();
        }
        alteration.add(Sql.changeOptions(alter, from.options(), first));
        return Optional.of(alteration);
    }

    /** Returns what makes a table inherit from what it did not before; it must have the columns of the other by then. */
    static List<String> inherit(Heir to, ParentChange parents) {
        return parents.joined().stream()
                .map(parent -> "ALTER TABLE " + Sql.of(to.key()) + " INHERIT " + Sql.of(parent))
                .toList();
    }

    /** Returns what makes a sequence; who owns it is said by {@link #ownedBy}. */
    public static String create(Sequence sequence) {
        return "CREATE " + (sequence.unlogged() ? "UNLOGGED " : "") + "SEQUENCE " + Sql.of(sequence.key()) + " AS "
                + sequence.options().dataType() + options(Optional.empty(), sequence.options())
                + sequence.ownedBy()
                        .map(column -> " OWNED BY " + column(column))
                        .orElse("");
    }

    /** Returns what makes a column the owner of a sequence, or none. */
    static String ownedBy(Sequence sequence) {
        return "ALTER SEQUENCE " + Sql.of(sequence.key()) + " OWNED BY "
                + sequence.ownedBy().map(TableStatements::column).orElse("NONE");
    }

    /**
     * Returns how a sequence is altered.
     *
     * @param first what comes before everything else
     */
    static Optional<Alteration> alter(Sequence from, Sequence to, List<String> first) {
        Alteration alteration = Alteration.of().add(first);
        String alter = "ALTER SEQUENCE " + Sql.of(to.key());
        if (from.unlogged() != to.unlogged()) {
            alteration.add(persistence(Sql.of(to.key()), to.unlogged()));
        }
        alteration.add(SequenceRange.enter(Sql.of(to.key()), from.options(), to.options()));
        String options = options(Optional.of(from.options()), to.options());
        String type = from.options().dataType().equals(to.options().dataType())
                ? ""
                : " AS " + to.options().dataType();
        String owner = from.ownedBy().equals(to.ownedBy())
                ? ""
                : " OWNED BY " + to.ownedBy().map(TableStatements::column).orElse("NONE");
        if (!(type + options + owner).isEmpty()) {
            alteration.add(alter + type + options + owner);
        }
        return Optional.of(alteration);
    }

    /** Returns what makes a sequence logged or not, whatever its table is (PostgreSQL documentation, ALTER SEQUENCE). */
    static String persistence(String sequence, boolean unlogged) {
        return "ALTER SEQUENCE " + sequence + (unlogged ? " SET UNLOGGED" : " SET LOGGED");
    }

    private static String column(ObjectKey column) {
        return Sql.name(column.path().get(0)) + "." + Sql.name(column.path().get(1)) + "." + Sql.name(column.name());
    }

    /** Returns the options that differ from those before, or from what CREATE SEQUENCE would choose. */
    public static String options(Optional<SequenceOptions> from, SequenceOptions to) {
        SequenceOptions usual = from.orElseGet(() -> usual(to));
        StringBuilder sql = new StringBuilder();
        if (to.increment() != usual.increment()) {
            sql.append(" INCREMENT BY ").append(to.increment());
        }
        if (to.minimum() != usual.minimum()) {
            sql.append(" MINVALUE ").append(to.minimum());
        }
        if (to.maximum() != usual.maximum()) {
            sql.append(" MAXVALUE ").append(to.maximum());
        }
        if (to.start() != usual.start()) {
            sql.append(" START WITH ").append(to.start());
        }
        if (to.cache() != usual.cache()) {
            sql.append(" CACHE ").append(to.cache());
        }
        if (to.cycle() != usual.cycle()) {
            sql.append(to.cycle() ? " CYCLE" : " NO CYCLE");
        }
        return sql.toString();
    }

    /** The defaults of CREATE SEQUENCE for a type and direction (PostgreSQL documentation, CREATE SEQUENCE). */
    private static SequenceOptions usual(SequenceOptions of) {
        long largest = switch (of.dataType()) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
        boolean ascending = of.increment() > 0;
        long minimum = ascending ? 1 : -largest - 1;
        long maximum = ascending ? largest : -1;
        long start = ascending ? of.minimum() : of.maximum();
        return new SequenceOptions(of.dataType(), start, 1, minimum, maximum, 1, false);
    }

    /** What would be locked bit by bit is locked at once: nobody can come in between and wait for something else. */
    public static String lock(ObjectKey table) {
        return lock(List.of(table), "ACCESS EXCLUSIVE");
    }

    /** Returns what locks several tables one after the other, in that order. */
    public static String lock(Collection<ObjectKey> tables, String mode) {
        return "LOCK TABLE " + tables.stream().map(Sql::of).collect(Collectors.joining(", ")) + " IN " + mode + " MODE";
    }

    /** Returns a partition's own values, ready for its parent's default to differ from them. */
    public static SortedMap<ObjectKey, ColumnDefault> byColumn(List<ColumnDefault> defaults) {
        SortedMap<ObjectKey, ColumnDefault> byColumn = new TreeMap<>();
        defaults.forEach(value -> byColumn.put(value.column(), value));
        return byColumn;
    }
}
