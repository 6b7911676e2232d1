// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.CompositeType;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.RangeType;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.TypedName;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.sql.AutomaticNames;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Replaces types that have no ALTER for the change: a label of an enum that goes, a domain over another base type, an
 * attribute of a composite type that columns use. Types that are made of such a type are bound to it and are replaced
 * with it. The old types step aside, new ones take their names, every column is converted, the old types are dropped.
 */
public final class TypeSwap {
    private static final int NOT_NULL_OF_DOMAINS = 17;

    private final SortedSet<ObjectKey> types = new TreeSet<>();
    private final SortedSet<ObjectKey> columns = new TreeSet<>();

    /** Creates the swap of one type with all that are made of it and stay. */
    TypeSwap(ObjectKey type, Catalog actual, Catalog desired) {
        collect(type, actual, desired);
    }

    private void collect(ObjectKey type, Catalog actual, Catalog desired) {
        if (!types.add(type)) {
            return;
        }
        for (ObjectKey dependent : actual.dependents(type)) {
            if (isType(dependent.kind()) && desired.contains(dependent)) {
                collect(dependent, actual, desired);
            }
        }
    }

    /** Returns whether columns can be of an object of a kind. */
    public static boolean isType(ObjectKind kind) {
        return switch (kind) {
            case ENUM, DOMAIN, COMPOSITE, RANGE -> true;
            default -> false;
        };
    }

    /** A new type comes with its checks and its owner; whatever else is said of it comes later. */
    static boolean isMadeAlong(ObjectKind part) {
        return part == ObjectKind.CONSTRAINT || part == ObjectKind.OWNER;
    }

    /** Takes in another swap if the two share a type; they must be carried out together. */
    boolean merge(TypeSwap other) {
        if (other.types.stream().noneMatch(types::contains)) {
            return false;
        }
        types.addAll(other.types);
        return true;
    }

    /** Returns the types that are replaced. */
    public SortedSet<ObjectKey> types() {
        return types;
    }

    /** Says that a column of one of the types is converted. */
    void converts(ObjectKey column) {
        columns.add(column);
    }

    /** Returns the columns that are converted. */
    public SortedSet<ObjectKey> columns() {
        return columns;
    }

    /** Returns the action that does it all. */
    public Action action(Statements statements, Gap gap) {
        Catalog actual = gap.actual();
        Catalog desired = gap.desired();
        CreationPrivileges privileges = new CreationPrivileges(actual, desired);
        List<ObjectKey> order = inOrder(desired);
        ObjectKey first = order.getFirst();
        SortedSet<ObjectKey> parts = new TreeSet<>();
        types.forEach(type -> desired.children(type).stream()
                .filter(part -> isMadeAlong(part.kind()))
                .forEach(parts::add));
        SortedSet<ObjectKey> gone = new TreeSet<>(types);
        types.forEach(type -> gone.addAll(actual.descendants(type)));
        Action.Builder action = Action.of(Verb.ALTER, first)
                .because("PostgreSQL cannot change the " + first.kind().label()
                        + " in place: a new one takes its name and its columns")
                .achieves(types)
                .achieves(parts)
                .achieves(columns)
                .releases(gone)
                .releases(columns)
                .takesLong()
                .hazard(Hazard.DATA_DEPENDENT);
        if (types.stream().anyMatch(type -> losesAttribute(type, actual, desired))) {
            action.hazard(Hazard.DATA_LOSS);
        }
        types.forEach(type -> action.follows(TypedTables.freed(type, gap)).awaits(TypedTables.gone(type, gap)));
        return action.sql(
                        desired.object(first) instanceof RangeType
                                ? throughText(first, statements, actual, desired, privileges)
                                : replaced(order, statements, actual, desired, privileges))
                .build();
    }

    private static boolean losesAttribute(ObjectKey type, Catalog actual, Catalog desired) {
        return actual.object(type) instanceof CompositeType from
                && desired.object(type) instanceof CompositeType to
                && from.attributes().stream()
                        .anyMatch(attribute -> to.attributes().stream()
                                .noneMatch(other -> other.name().equals(attribute.name())));
    }

    /** A type comes after those that it is made of. */
    private List<ObjectKey> inOrder(Catalog desired) {
        List<ObjectKey> order = new ArrayList<>();
        types.forEach(type -> place(type, desired, order));
        return order;
    }

    private void place(ObjectKey type, Catalog desired, List<ObjectKey> order) {
        if (order.contains(type)) {
            return;
        }
        desired.dependencies(type).stream().filter(types::contains).forEach(below -> place(below, desired, order));
        order.add(type);
    }

    /** The functions that make values of a range type bear its name, and keep it: the old type must go first. */
    private List<String> throughText(
            ObjectKey range, Statements statements, Catalog actual, Catalog desired, CreationPrivileges privileges) {
        List<String> sql = new ArrayList<>();
        InheritedTypes families = new InheritedTypes(actual, desired, columns);
        List<Column> own = own(families);
        own.forEach(column -> sql.addAll(together(column, families)));
        own.forEach(column -> families.change(
                        column, " ALTER COLUMN " + name(column) + " TYPE text USING " + name(column) + "::text")
                .ifPresent(sql::add));
        sql.add("DROP TYPE " + Sql.of(range));
        sql.addAll(statements.create(desired.object(range)));
        sql.addAll(privileges.afterwards(range));
        own.forEach(column -> sql.addAll(typeAgain(column, name(column) + "::" + column.type(), families)));
        own.forEach(column -> sql.addAll(families.apart(column)));
        return sql;
    }

    private static List<String> together(Column column, InheritedTypes families) {
        return families.together(
                families.actual().find(column.key(), Column.class).orElse(column));
    }

    private static List<String> typeAgain(Column column, String values, InheritedTypes families) {
        List<String> sql = new ArrayList<>();
        families.change(column, ColumnStatements.typeClause(column, values)).ifPresent(sql::add);
        sql.addAll(ColumnStatements.settingsAgain(column));
        return sql;
    }

    /** The others change with the tables that they are inherited from. */
    private List<Column> own(InheritedTypes families) {
        return columns.stream()
                .flatMap(key -> families.desired().find(key, Column.class).stream())
                .filter(column -> !families.isOfParents(column))
                .toList();
    }

    private static String name(Column column) {
        return Sql.name(column.key().name());
    }

    private List<String> replaced(
            List<ObjectKey> order,
            Statements statements,
            Catalog actual,
            Catalog desired,
            CreationPrivileges privileges) {
        List<String> sql = new ArrayList<>();
        InheritedTypes families = new InheritedTypes(actual, desired, columns);
        List<Column> own = own(families);
        // Before the types step aside: what is made of them follows them.
        own.forEach(column -> sql.addAll(together(column, families)));
        for (ObjectKey type : order) {
            sql.add("ALTER " + Sql.kind(type.kind()) + " " + Sql.of(type) + " RENAME TO "
                    + Sql.name(TypeStatements.waitingName(type)));
        }
        List<String> after = new ArrayList<>();
        for (ObjectKey type : order) {
            SchemaObject object = desired.object(type);
            sql.addAll(
                    object instanceof DomainType domain
                            ? underItsName(domain, statements, desired)
                            : statements.create(object));
            sql.addAll(privileges.afterwards(type));
            if (object instanceof CompositeType to && actual.object(type) instanceof CompositeType from) {
                sql.addAll(cast(from, to, desired));
                after.add("DROP CAST (" + waiting(type) + " AS " + Sql.of(type) + ")");
                after.add("DROP FUNCTION " + converter(type) + "(" + waiting(type) + ")");
            }
        }
        for (Column column : own) {
            sql.addAll(typeAgain(
                    column,
                    converted(name(column), column.type(), desired.dependencies(column.key()), desired),
                    families));
        }
        own.forEach(column -> sql.addAll(families.apart(column)));
        sql.addAll(after);
        for (ObjectKey type : order.reversed()) {
            sql.add("DROP " + Sql.kind(type.kind()) + " " + waiting(type));
        }
        return sql;
    }

    /** The NOT NULL of the old domain has its name still (a constraint since 17), which the server would not choose again. */
    private static List<String> underItsName(DomainType domain, Statements statements, Catalog desired) {
        List<String> sql = new ArrayList<>(statements.create(domain));
        if (domain.notNull() && desired.product().majorVersion() >= NOT_NULL_OF_DOMAINS) {
            String plain = TypeStatements.create(domain);
            sql.set(0, TypeStatements.createWithName(domain) + sql.getFirst().substring(plain.length()));
        }
        return sql;
    }

    /** Composite values are converted by a cast, arrays of them too: their text has as many fields as the old type had. */
    private String converted(String value, String type, Collection<ObjectKey> needs, Catalog desired) {
        boolean composite =
                needs.stream().filter(types::contains).anyMatch(need -> desired.object(need) instanceof CompositeType);
        String array = type.endsWith("[]") ? "[]" : "";
        return value + (composite ? "" : "::text" + array) + "::" + type;
    }

    private static String waiting(ObjectKey type) {
        return Sql.name(type.schema()) + "." + Sql.name(TypeStatements.waitingName(type));
    }

    private static String converter(ObjectKey type) {
        return Sql.name(type.schema()) + "." + Sql.name(AutomaticNames.marked(type.name(), "__plumbline_new"));
    }

    private List<String> cast(CompositeType from, CompositeType to, Catalog desired) {
        List<String> fields = new ArrayList<>();
        for (TypedName attribute : to.attributes()) {
            fields.add(from.attributes().stream()
                    .filter(other -> other.name().equals(attribute.name()))
                    .findFirst()
                    .map(before -> field(before, attribute, to.key(), desired))
                    .orElse("NULL::" + attribute.type()));
        }
        String name = Sql.of(to.key());
        String function = converter(to.key());
        // A row of nulls is no null: num_nulls counts the value itself.
        return List.of(
                "CREATE FUNCTION " + function + "(" + waiting(to.key()) + ") RETURNS " + name
                        + " LANGUAGE sql IMMUTABLE AS $plumbline$SELECT CASE WHEN pg_catalog.num_nulls($1) = 1 THEN NULL"
                        + " ELSE ROW(" + String.join(", ", fields) + ")::" + name + " END$plumbline$",
                "CREATE CAST (" + waiting(to.key()) + " AS " + name + ") WITH FUNCTION " + function + "("
                        + waiting(to.key()) + ")");
    }

    private String field(TypedName before, TypedName after, ObjectKey type, Catalog desired) {
        String value = "($1)." + Sql.name(after.name());
        List<ObjectKey> swapped = desired.dependencies(type).stream()
                .filter(types::contains)
                .filter(need -> after.type().replace("[]", "").equals(Sql.of(need)))
                .toList();
        if (!swapped.isEmpty()) {
            return converted(value, after.type(), swapped, desired);
        }
        return before.type().equals(after.type()) ? value : value + "::" + after.type();
    }
}
