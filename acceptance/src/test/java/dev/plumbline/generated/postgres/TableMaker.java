// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import java.util.ArrayList;
import java.util.List;

/** Makes tables with their columns, and changes them. */
final class TableMaker {
    private static final List<String> PARTS = List.of("collate", "generated", "default", "notnull");

    private final Dice dice;

    TableMaker(Dice dice) {
        this.dice = dice;
    }

    void add(Model model) {
        Table table = new Table(model.freshIn(dice, "t"));
        table.unlogged = dice.chance(6);
        addColumn(model, table, "integer");
        for (int i = 1 + dice.below(5); i > 0; i--) {
            addColumn(model, table, type(model));
        }
        if (dice.chance(5)) {
            table.tail = " USING heap";
        }
        model.tables.add(table);
        attributes(model);
    }

    String type(Model model) {
        if (dice.chance(18)) {
            List<String> own = new ArrayList<>(model.names("TYPE"));
            own.addAll(model.names("DOMAIN"));
            if (!own.isEmpty()) {
                return dice.pick(own) + dice.maybe(12, "[]");
            }
        }
        return dice.chance(3) ? dice.pick("public.citext", "public.hstore") : dice.pick(Types.BASE);
    }

    void addColumn(Model model, Table table, String type) {
        Column column = new Column(model.fresh(dice, "c"), type);
        for (String part : PARTS) {
            if (dice.chance(part.equals("notnull") || part.equals("default") ? 25 : 9)) {
                put(model, table, column, part);
            }
        }
        table.columns.add(column);
    }

    /** Gives a column another of its parts. */
    private void put(Model model, Table table, Column column, String part) {
        boolean taken = column.parts.containsKey("generated") || column.parts.containsKey("default");
        switch (part) {
            case "collate" -> {
                if (column.type.matches(Types.TEXTS)) {
                    List<String> collations = new ArrayList<>(model.names("COLLATION"));
                    collations.add("\"C\"");
                    column.parts.put(part, "COLLATE " + dice.pick(collations));
                }
            }
            case "generated" -> {
                if (!taken || column.isComputed()) {
                    generated(table, column);
                }
            }
            case "default" -> {
                if (!column.isComputed()) {
                    column.parts.put(part, "DEFAULT " + value(model, column));
                }
            }
            default -> column.parts.put(part, dice.maybe(20, "CONSTRAINT nn_" + dice.below(9) + " ") + "NOT NULL");
        }
    }

    private String value(Model model, Column column) {
        if (column.type.equals("bigint") && !model.names("SEQUENCE").isEmpty() && dice.chance(40)) {
            return "nextval('" + model.any(dice, "SEQUENCE") + "')";
        }
        if (column.type.equals("integer") && !model.names("FUNCTION").isEmpty() && dice.chance(25)) {
            return dice.pick(model.names("FUNCTION")).replaceAll("\\((integer)?\\)$", "(1)");
        }
        return Types.defaultValue(dice, column.type);
    }

    private void generated(Table table, Column column) {
        List<Column> others = table.columns.stream()
                .filter(other -> other != column && !other.isComputed())
                .toList();
        if (column.type.matches("integer|bigint|smallint") && dice.chance(55)) {
            column.parts.put(
                    "generated",
                    "GENERATED " + dice.pick("ALWAYS", "BY DEFAULT") + " AS IDENTITY"
                            + dice.maybe(
                                    50,
                                    " (" + dice.maybe(50, "START " + (5 + dice.below(9)) + " ")
                                            + dice.maybe(50, "INCREMENT 2 ") + dice.maybe(30, "CYCLE ")
                                            + "CACHE 3)"));
            column.parts.put("notnull", "NOT NULL");
            return;
        }
        String kind = dice.since(18) && dice.chance(50) ? " VIRTUAL" : " STORED";
        List<Column> numbers = others.stream()
                .filter(other -> other.type.matches("integer|bigint"))
                .toList();
        if (column.type.matches("integer|bigint|numeric") && !numbers.isEmpty()) {
            column.parts.put(
                    "generated",
                    "GENERATED ALWAYS AS (" + dice.pick(numbers).name + " " + dice.pick("+ 1", "* 2") + ")" + kind);
        }
        List<Column> texts =
                others.stream().filter(other -> other.type.matches(Types.TEXTS)).toList();
        if (column.type.equals("text") && !texts.isEmpty()) {
            column.parts.put("generated", "GENERATED ALWAYS AS (lower(" + dice.pick(texts).name + "))" + kind);
        }
    }

    /** Adds statements that set what CREATE TABLE has no words for. */
    private void attributes(Model model) {
        if (dice.chance(30)) {
            setting(model);
        }
        if (dice.chance(40)) {
            columnSetting(model);
        }
    }

    void setting(Model model) {
        String name = model.table(dice).name;
        String what = dice.pick("options", "identity", "security", "force", "sequence");
        model.add(Rank.ON_INDEX, now -> {
            String alter = "ALTER TABLE " + name + " ";
            return Model.element(
                    "ALTER " + what + " " + name,
                    switch (what) {
                        case "options" ->
                            alter + "SET ("
                                    + dice.pick(
                                            "fillfactor = " + (50 + dice.below(40)),
                                            "autovacuum_enabled = false",
                                            "toast.autovacuum_enabled = false",
                                            "parallel_workers = 3, fillfactor = 80")
                                    + ")";
                        case "identity" -> alter + "REPLICA IDENTITY " + dice.pick("FULL", "NOTHING");
                        case "security" -> alter + "ENABLE ROW LEVEL SECURITY";
                        case "force" -> alter + "FORCE ROW LEVEL SECURITY";
                        default -> {
                            Table table = now.table(name);
                            yield "ALTER SEQUENCE " + now.any(dice, "SEQUENCE") + " OWNED BY " + table.name + "."
                                    + dice.pick(table.columns).name;
                        }
                    },
                    "",
                    "");
        });
    }

    void columnSetting(Model model) {
        Table table = model.table(dice);
        String name = table.name;
        String column = dice.pick(table.columns).name;
        String what = dice.pick("statistics", "storage", "compression", "distinct");
        model.add(Rank.ATTRIBUTE, now -> {
            String set = switch (what) {
                case "statistics" -> "STATISTICS " + (1 + dice.below(100));
                case "storage" -> "STORAGE " + dice.pick("PLAIN", "EXTERNAL", "EXTENDED", "MAIN");
                case "compression" -> "COMPRESSION pglz";
                default -> "(n_distinct = -0.5" + dice.maybe(50, ", n_distinct_inherited = 7") + ")";
            };
            return Model.element(
                    "ALTER " + what + " " + name + "." + column,
                    "ALTER TABLE " + name + " ALTER COLUMN " + column + " SET " + set,
                    "",
                    "");
        });
    }

    /** Changes one of the columns, adds one or drops one. */
    void change(Model model) {
        Table table = model.table(dice);
        Column column = dice.pick(table.columns);
        switch (dice.below(10)) {
            case 0, 1 -> addColumn(model, table, type(model));
            case 2 -> drop(table, column.name);
            case 3, 4 -> {
                column.parts.remove("default");
                column.parts.remove("generated");
                column.parts.remove("collate");
                column.type = type(model);
            }
            case 5 -> {
                if (column.type.matches("varchar.*|text|character.*")) {
                    column.type = dice.pick("text", "varchar(20)", "varchar(50)", "character(5)");
                } else if (column.type.matches(Types.NUMBERS)) {
                    column.parts.remove("default");
                    column.parts.remove("generated");
                    column.type = dice.pick("integer", "bigint", "numeric", "numeric(12,3)", "text");
                }
            }
            case 6 -> table.unlogged = !table.unlogged && !table.isPartitioned();
            default -> {
                String part = dice.pick(PARTS);
                if (column.parts.remove(part) == null || dice.chance(40)) {
                    put(model, table, column, part);
                }
            }
        }
    }

    /** Drops a column and what is computed from it, unless it is the last, or part of the key of partitions. */
    static void drop(Table table, String column) {
        if (table.columns.size() > 1 && !table.tail.contains(column)) {
            table.columns.removeIf(own -> own.name.equals(column));
            table.columns.forEach(other -> other.parts
                    .values()
                    .removeIf(part -> part.contains("(" + column + ")") || part.contains("(" + column + " ")));
        }
    }
}
