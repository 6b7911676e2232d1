// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnSettings;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.catalog.SequenceOptions;
import dev.plumbline.plan.Hazard;
import dev.plumbline.postgres.sql.AutomaticNames;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.StableText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Statements for the columns of tables and their defaults. */
public final class ColumnStatements {
    private ColumnStatements() {}

    /** Returns the definition as it stands in CREATE TABLE and ADD COLUMN. */
    static String definition(Column column, Optional<String> defaultExpression) {
        StringBuilder sql =
                new StringBuilder(Sql.name(column.key().name())).append(' ').append(column.type());
        column.compression().ifPresent(method -> sql.append(" COMPRESSION ").append(method));
        sql.append(ForeignStatements.options(column.foreignOptions()));
        column.collation().ifPresent(collation -> sql.append(" COLLATE ").append(collation));
        switch (column.value()) {
            case ColumnValue.Given given ->
                defaultExpression.ifPresent(value -> sql.append(" DEFAULT ").append(StableText.of(value)));
            case ColumnValue.Generated generated -> sql.append(' ').append(generated(generated));
            case ColumnValue.Identity identity -> sql.append(' ').append(identity(identity, column.key()));
        }
        sql.append(NotNull.inDefinition(column));
        return sql.toString();
    }

    /** Returns the column's name, type and collation, for a table that is to have a column like it. */
    public static String plain(Column column) {
        return Sql.name(column.key().name()) + " " + column.type()
                + column.collation().map(collation -> " COLLATE " + collation).orElse("");
    }

    /** Returns the same with what the values are computed from, for a table from which others are to have the column. */
    static String inherited(Column column) {
        return plain(column)
                + (column.value() instanceof ColumnValue.Generated generated ? " " + generated(generated) : "");
    }

    private static String generated(ColumnValue.Generated generated) {
        return "GENERATED ALWAYS AS (" + StableText.of(generated.expression()) + ")"
                + (generated.stored() ? " STORED" : " VIRTUAL");
    }

    /** Returns the words of an identity, from GENERATED on. */
    public static String identity(ColumnValue.Identity identity, ObjectKey column) {
        String options = (identity.name()
                                .map(name -> "SEQUENCE NAME " + sequence(identity, column))
                                .orElse("")
                        + TableStatements.options(Optional.empty(), identity.sequence()))
                .strip();
        return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + options + ")");
    }

    /** Returns the qualified name of the sequence behind an identity column: it stands in the schema of the table. */
    public static String sequence(ColumnValue.Identity identity, ObjectKey column) {
        return Sql.name(column.schema()) + "." + Sql.name(sequenceName(identity, column));
    }

    /** Returns the name of the sequence behind an identity as {@code GENERATED} has it. */
    public static String sequenceName(ColumnValue.Identity identity, ObjectKey column) {
        return identity.name()
                .orElseGet(() -> AutomaticNames.sequence(column.path().get(1), column.name()));
    }

    /** Returns what a definition has no words for: storage, statistics target, attribute options, a sequence's persistence. */
    public static List<String> attributes(Column column) {
        return attributes(column, Optional.empty(), column.compression());
    }

    /**
     * Returns the same for a column that is one with those of parents by then, and has what is said of those; its definition must not
     * say how it is compressed ("column has a compression method conflict", {@code MergeChildAttribute} in {@code tablecmds.c}).
     */
    public static List<String> attributesBeside(Column taken, Column column) {
        return attributes(column, taken.storage(), taken.compression());
    }

    private static List<String> attributes(Column column, Optional<String> storage, Optional<String> compression) {
        ColumnSettings said = new ColumnSettings(storage, compression, Optional.empty(), Collections.emptySortedMap());
        List<String> statements = new ArrayList<>(settings(alter(column.key()), said, settings(column), column.type()));
        statements.addAll(NotNull.afterwards(column));
        if (column.value() instanceof ColumnValue.Identity identity) {
            statements.addAll(persistence(identity, column.key()));
        }
        return statements;
    }

    /** Returns what makes the new sequence of an identity logged, or not, where it would not be so with its table. */
    public static List<String> persistence(ColumnValue.Identity identity, ObjectKey column) {
        return identity.unlogged().stream()
                .map(unlogged -> persistence(identity, column, unlogged))
                .toList();
    }

    private static String persistence(ColumnValue.Identity identity, ObjectKey column, boolean unlogged) {
        return TableStatements.persistence(sequence(identity, column), unlogged);
    }

    private static List<String> attributes(Column from, Column to) {
        ColumnSettings before = typeChanges(from, to) ? withoutStorage(from) : settings(from);
        List<String> statements = new ArrayList<>(settings(alter(to.key()), before, settings(to), to.type()));
        String options = ForeignStatements.change(from.foreignOptions(), to.foreignOptions());
        if (!options.isEmpty()) {
            statements.add("ALTER FOREIGN TABLE " + Sql.of(to.key()) + " ALTER COLUMN "
                    + Sql.name(to.key().name()) + options);
        }
        return statements;
    }

    /** A change of the type gives the column the new type's own storage ({@code ATExecAlterColumnType}). */
    private static ColumnSettings withoutStorage(Column column) {
        return new ColumnSettings(Optional.empty(), Optional.empty(), column.statisticsTarget(), column.options());
    }

    private static ColumnSettings settings(Column column) {
        return new ColumnSettings(column.storage(), column.compression(), column.statisticsTarget(), column.options());
    }

    /** Returns what takes the settings of a column from one state to the other; {@code alter} names the column. */
    static List<String> settings(String alter, ColumnSettings from, ColumnSettings to, String type) {
        List<String> statements = new ArrayList<>();
        if (!from.storage().equals(to.storage())) {
            statements.add(alter + " SET STORAGE " + to.storage().orElseGet(() -> usualStorage(type)));
        }
        if (!from.compression().equals(to.compression())) {
            statements.add(alter + " SET COMPRESSION " + to.compression().orElse("default"));
        }
        if (!from.statisticsTarget().equals(to.statisticsTarget())) {
            statements.add(alter + " SET STATISTICS " + to.statisticsTarget().orElse(-1));
        }
        statements.addAll(Sql.changeOptions(alter, from.options(), to.options()));
        return statements;
    }

    /** Returns what stores and compresses new values of a column in another way, those of its own table alone. */
    public static List<String> stored(Column from, Column to) {
        String alter = "ALTER TABLE ONLY " + Sql.of(to.table()) + " ALTER COLUMN "
                + Sql.name(to.key().name());
        return settings(alter, settings(from), settings(to), to.type());
    }

    /** SET STORAGE DEFAULT came with 16; until then the type's own strategy is named ({@code pg_type.typstorage}). */
    private static String usualStorage(String type) {
        boolean main = type.startsWith("numeric") || type.equals("inet") || type.equals("cidr");
        return main ? "MAIN" : "EXTENDED";
    }

    /** Returns the beginning of a statement that alters a column, and the columns of the same name that inherit it. */
    public static String alter(ObjectKey column) {
        return alter(column, false);
    }

    private static String alter(ObjectKey column, boolean only) {
        return "ALTER TABLE " + (only ? "ONLY " : "") + Sql.of(column) + " ALTER COLUMN " + Sql.name(column.name());
    }

    /** Returns what adds a column to a table that is there. */
    public static List<String> add(Column column, Optional<String> defaultExpression) {
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TABLE " + Sql.of(column.key()) + " ADD COLUMN " + definition(column, defaultExpression));
        statements.addAll(attributes(column));
        return statements;
    }

    /** Returns what drops a column; with ONLY, those who inherit it keep it as their own. */
    public static String drop(ObjectKey column, boolean only) {
        return "ALTER TABLE " + (only ? "ONLY " : "") + Sql.of(column) + " DROP COLUMN " + Sql.name(column.name());
    }

    /**
     * Returns how a column becomes another one in place; absent where it must be dropped and added again, which for a
     * generated column loses nothing.
     */
    public static Optional<Alteration> alter(
            Column from, Column to, Casts casts, InheritedTypes types, int majorVersion) {
        Alteration alteration = Alteration.of();
        // An identity column must have a whole number's type and NOT NULL before it becomes one, and until it is none
        // any more.
        boolean becomesIdentity = to.value() instanceof ColumnValue.Identity;
        if (becomesIdentity) {
            typeAndNotNull(from, to, casts, types, alteration);
        }
        if (!value(from, to, majorVersion, alteration)
                || (typeChanges(from, to) && (isGenerated(from) || isGenerated(to)))) {
            return Optional.empty();
        }
        if (!becomesIdentity) {
            typeAndNotNull(from, to, casts, types, alteration);
        }
        alteration.add(attributes(from, to));
        return Optional.of(alteration);
    }

    /** The values of the new type may be null where those of the old were not: then NOT NULL goes first. */
    private static void typeAndNotNull(
            Column from, Column to, Casts casts, InheritedTypes types, Alteration alteration) {
        if (from.notNull() && !to.notNull()) {
            NotNull.alter(from, to, alteration);
            changeType(from, to, casts, types, alteration);
        } else {
            changeType(from, to, casts, types, alteration);
            NotNull.alter(from, to, alteration);
        }
    }

    /** Returns whether its values take another type or collation. */
    public static boolean typeChanges(Column from, Column to) {
        return !from.type().equals(to.type()) || !from.collation().equals(to.collation());
    }

    private static boolean isGenerated(Column column) {
        return column.value() instanceof ColumnValue.Generated;
    }

    /** Adds the change of the type, in which every value is converted. */
    private static void changeType(Column from, Column to, Casts casts, InheritedTypes types, Alteration alteration) {
        if (!typeChanges(from, to)) {
            return;
        }
        if (!types.isOfParents(to)) {
            String values = casts.convert(Sql.name(to.key().name()), from.type(), to.type());
            String clause = typeClause(to, values);
            alteration.add(types.statements(
                    from, types.isNamedOtherwiseBelow(from, to) ? NotNull.apart(from, clause) : clause));
        }
        alteration.disrupts().hazard(Hazard.DATA_DEPENDENT).takesLong();
    }

    /** Returns what gives a column its type and collation, with the expression of its new values: the words behind the table's name. */
    static String typeClause(Column to, String values) {
        // A foreign table has no values here to convert, and USING is refused.
        String using = to.table().kind() == ObjectKind.FOREIGN_TABLE ? "" : " USING " + values;
        return " ALTER COLUMN " + Sql.name(to.key().name()) + " TYPE " + to.type()
                + to.collation().map(c -> " COLLATE " + c).orElse("") + using;
    }

    /**
     * Returns what gives a column its type, once more or at last, with the storage that this takes from it.
     *
     * @param values the expression of its values
     */
    public static List<String> typeAgain(Column column, String values) {
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TABLE " + Sql.of(column.key()) + typeClause(column, values));
        statements.addAll(settingsAgain(column));
        return statements;
    }

    /** Returns what gives a column the settings again that went with its type. */
    static List<String> settingsAgain(Column column) {
        return settings(alter(column.key()), withoutStorage(column), settings(column), column.type());
    }

    /** Adds what the source of the value needs; returns false when only a new column will do. */
    private static boolean value(Column from, Column to, int majorVersion, Alteration alteration) {
        if (from.value().equals(to.value())) {
            return true;
        }
        String alter = alter(to.key());
        return switch (to.value()) {
            case ColumnValue.Generated now -> {
                boolean newExpression = from.value() instanceof ColumnValue.Generated before
                        && before.stored() == now.stored()
                        && majorVersion >= 17;
                if (newExpression) {
                    alteration
                            .add(alter + " SET EXPRESSION AS (" + StableText.of(now.expression()) + ")")
                            .takesLong();
                }
                yield newExpression;
            }
            case ColumnValue.Given now ->
                switch (from.value()) {
                    case ColumnValue.Generated before -> {
                        if (before.stored()) {
                            alteration.add(alter + " DROP EXPRESSION");
                        }
                        yield before.stored();
                    }
                    case ColumnValue.Identity before -> {
                        alteration.add(alter + " DROP IDENTITY");
                        yield true;
                    }
                    case ColumnValue.Given before -> true;
                };
            case ColumnValue.Identity now ->
                switch (from.value()) {
                    case ColumnValue.Generated before -> false;
                    case ColumnValue.Given before -> {
                        alteration
                                .add(alter + " ADD " + identity(now, to.key()))
                                .add(persistence(now, to.key()))
                                .add(goOn(to.key(), now.sequence()));
                        yield true;
                    }
                    case ColumnValue.Identity before -> {
                        changeIdentity(before, now, to.key(), alteration);
                        yield true;
                    }
                };
        };
    }

    private static void changeIdentity(
            ColumnValue.Identity from, ColumnValue.Identity to, ObjectKey column, Alteration alteration) {
        String alter = alter(column);
        if (!from.unlogged().equals(to.unlogged())) {
            // It is as its table where nothing is said, and is not where something is.
            boolean unlogged = to.unlogged()
                    .orElseGet(() -> from.unlogged().filter(other -> !other).isPresent());
            alteration.add(persistence(from, column, unlogged));
        }
        SequenceOptions typed =
                SequenceRange.retyped(from.sequence(), to.sequence().dataType());
        alteration.add(SequenceRange.enter(sequence(from, column), typed, to.sequence()));
        if (from.always() != to.always()) {
            alteration.add(alter + " SET GENERATED " + (to.always() ? "ALWAYS" : "BY DEFAULT"));
        }
        String options = TableStatements.options(Optional.of(from.sequence()), to.sequence());
        if (!options.isEmpty()) {
            alteration.add(
                    alter + options.replaceAll(" (INCREMENT|MINVALUE|MAXVALUE|START|CACHE|CYCLE|NO CYCLE)", " SET $1"));
        }
        if (!from.name().equals(to.name())) {
            alteration.add(
                    "ALTER SEQUENCE " + sequence(from, column) + " RENAME TO " + Sql.name(sequenceName(to, column)));
        }
    }

    /** A new sequence goes on behind the values that are there, or it would hand them out again. */
    public static String goOn(ObjectKey column, SequenceOptions sequence) {
        String ofColumn = "pg_catalog.pg_get_serial_sequence(" + Sql.literal(Sql.of(column)) + ", "
                + Sql.literal(column.name()) + ")";
        return goOn(ofColumn, column, sequence);
    }

    private static String goOn(String sequence, ObjectKey column, SequenceOptions options) {
        String name = Sql.name(column.name());
        String next = options.increment() > 0
                ? "GREATEST(" + options.start() + ", pg_catalog.max(" + name + ") + " + options.increment() + ")"
                : "LEAST(" + options.start() + ", pg_catalog.min(" + name + ") - " + -options.increment() + ")";
        return "SELECT pg_catalog.setval(" + sequence + ", " + next + ", false) FROM " + Sql.of(column);
    }

    /** Returns what sets a sequence that a column is to own behind the column's values. */
    public static String goOn(Sequence sequence, ObjectKey column) {
        return goOn(Sql.literal(Sql.of(sequence.key())) + "::pg_catalog.regclass", column, sequence.options());
    }

    /** Returns what sets a default; with ONLY, those who inherit the column keep their own, or none. */
    public static String set(ColumnDefault value, boolean only) {
        return alter(value.column(), only) + " SET DEFAULT " + StableText.of(value.expression());
    }

    /**
     * Returns what takes the default off a column.
     *
     * @param only whether columns that inherit it keep theirs
     */
    public static String dropDefault(ObjectKey column, boolean only) {
        return alter(column, only) + " DROP DEFAULT";
    }
}
