// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import dev.plumbline.generated.Clause;
import dev.plumbline.generated.Element;
import dev.plumbline.generated.PairGenerator;
import dev.plumbline.generated.Row;
import dev.plumbline.generated.SchemaPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes a schema with rows, and another by a handful of changes to it. */
final class SqlitePairGenerator implements PairGenerator {
    private static final String LOG = "CREATE TABLE log (what, n)";
    private static final int MOST_CHANGES = 7;

    @Override
    public SchemaPair pair(long seed) {
        // Neighbouring seeds begin alike.
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        TableMaker tables = new TableMaker(random);
        SchemaModel actual = schema(random, tables);
        List<Row> rows = new ArrayList<>(new RowMaker(random, actual.tables).rows());
        rows.addAll(virtualRows(actual));
        SchemaModel desired = actual.copy();
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            change(random, tables, desired);
        }
        List<Element> before = elements(actual);
        List<Element> after = respelled(random, elements(desired));
        // With dice of its own: a pair without a new name is what it was before there were any.
        return new SchemaPair(
                seed,
                before,
                new RenameMaker(new Random(~seed * 0x9E3779B97F4A7C15L)).renamed(before, desired, after),
                rows);
    }

    private static List<Element> elements(SchemaModel schema) {
        List<Element> elements = new ArrayList<>(List.of(Element.whole("table log", LOG)));
        elements.addAll(schema.elements());
        return elements;
    }

    /** The same thing is written differently now and then, which is no change. */
    private static List<Element> respelled(Random random, List<Element> elements) {
        return elements.stream()
                .map(element -> random.nextInt(12) > 0
                        ? element
                        : new Element(
                                element.id(),
                                element.head().replaceFirst("CREATE (\\w+) ", "create  $1 \n "),
                                element.clauses(),
                                element.separator().isBlank()
                                        ? element.separator()
                                        : element.separator() + "/* new line */\n\t",
                                element.tail(),
                                element.options()))
                .toList();
    }

    private static SchemaModel schema(Random random, TableMaker maker) {
        SchemaModel schema = new SchemaModel();
        List<String> names = new ArrayList<>(Names.TABLES);
        Collections.shuffle(names, random);
        int tables = 1 + random.nextInt(4);
        for (int i = 0; i < tables; i++) {
            schema.tables.add(maker.table(names.get(i), schema.tables));
        }
        int dependents = random.nextInt(10);
        for (int i = 0; i < dependents; i++) {
            addDependent(random, schema);
        }
        return schema;
    }

    private static void addDependent(Random random, SchemaModel schema) {
        DependentMaker dependents = new DependentMaker(random);
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> schema.add(dependents.index(Names.pick(random, schema.tables)));
            case 3, 4 -> schema.add(dependents.view(schema));
            case 5, 6 -> schema.add(dependents.trigger(schema));
            default -> new VirtualMaker(random).add(schema);
        }
    }

    private static void change(Random random, TableMaker maker, SchemaModel schema) {
        int what = random.nextInt(20);
        if (what < 10) {
            TableModel table = Names.pick(random, schema.tables);
            List<TableModel> others =
                    schema.tables.stream().filter(other -> other != table).toList();
            for (String column : maker.change(table, others)) {
                schema.removeUsers(SchemaModel.column(table.name, column), random.nextInt(100) < 90);
                keysWithoutParent(schema, table.name, column);
            }
        } else if (what < 12) {
            List<String> free = new ArrayList<>(Names.TABLES);
            schema.tables.forEach(table -> free.remove(table.name));
            schema.tables.add(maker.table(Names.pick(random, free), schema.tables));
        } else if (what < 13 && schema.tables.size() > 1) {
            TableModel gone = schema.tables.remove(random.nextInt(schema.tables.size()));
            schema.removeUsers(gone.name, random.nextInt(100) < 90);
            schema.tables.forEach(table -> table.columns.forEach(column -> column.target
                    .filter(target -> target.table().equals(gone.name))
                    .ifPresent(target -> column.parts.remove("references"))));
        } else if (what < 15 && !schema.dependents.isEmpty()) {
            vary(random, schema);
        } else if (what < 17 && !schema.dependents.isEmpty()) {
            schema.dependents.remove(Names.pick(random, new ArrayList<>(schema.dependents.keySet())));
        } else {
            addDependent(random, schema);
        }
    }

    /** Takes a part away from an object that stays. */
    private static void vary(Random random, SchemaModel schema) {
        String id = Names.pick(random, new ArrayList<>(schema.dependents.keySet()));
        SchemaModel.Dependent dependent = schema.dependents.get(id);
        if (dependent != null && dependent.element().clauses().size() > 1) {
            List<Clause> left = new ArrayList<>(dependent.element().clauses());
            left.remove(1 + random.nextInt(left.size() - 1));
            schema.add(new SchemaModel.Dependent(dependent.element().withClauses(left), dependent.uses()));
        } else if (dependent != null && !dependent.element().options().isEmpty()) {
            String option = dependent.element().options().get(0);
            schema.add(new SchemaModel.Dependent(dependent.element().withoutOption(option), dependent.uses()));
        }
    }

    /** A foreign key to a column that is gone is a mismatch, which no row survives; it goes too. */
    private static void keysWithoutParent(SchemaModel schema, String table, String column) {
        schema.tables.forEach(child -> child.columns.forEach(other -> other.target
                .filter(target ->
                        target.table().equals(table) && target.column().equals(column))
                .ifPresent(target -> other.parts.remove("references"))));
    }

    private static List<Row> virtualRows(SchemaModel schema) {
        List<Row> rows = new ArrayList<>();
        schema.dependents.keySet().stream()
                .filter(id -> id.startsWith("virtual table "))
                .map(id -> id.substring("virtual table ".length()))
                .forEach(name -> rows.addAll(VirtualRows.of(name)));
        return rows;
    }
}
