// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.generated.Element;
import java.util.List;

/** Makes partitioned tables of all strategies and levels, their partitions, and takes partitions out of them. */
final class PartitionMaker {
    private final Dice dice;
    private final TableMaker tables;

    PartitionMaker(Dice dice, TableMaker tables) {
        this.dice = dice;
        this.tables = tables;
    }

    void add(Model model) {
        Table table = new Table(model.freshIn(dice, "t"));
        Column key = new Column(model.fresh(dice, "c"), "integer");
        if (dice.chance(50)) {
            key.parts.put("notnull", "NOT NULL");
        }
        table.columns.add(key);
        tables.addColumn(model, table, "text");
        tables.addColumn(model, table, dice.pick(Types.BASE));
        String expression = dice.chance(15) ? "(" + key.name + " + 0)" : key.name;
        String strategy = dice.pick("RANGE", "RANGE", "LIST", "HASH");
        table.tail = " PARTITION BY " + strategy + " (" + expression + dice.maybe(10, " int4_ops") + ")";
        model.tables.add(table);
        partitions(model, table.name, strategy, key.name, 0);
    }

    private void partitions(Model model, String parent, String strategy, String key, int level) {
        int count = 1 + dice.below(3);
        for (int i = 0; i < count; i++) {
            int number = i;
            String name = model.freshIn(dice, "p");
            String deeper = level < 2 && dice.chance(20) ? dice.pick("RANGE", "LIST", "HASH") : "";
            String tail = deeper.isEmpty() ? "" : " PARTITION BY " + deeper + " (" + key + ")";
            model.add(
                    Rank.PARTITION,
                    now -> Element.whole(
                            "TABLE " + name,
                            "CREATE TABLE " + name + " PARTITION OF " + parent + " " + bound(strategy, number) + tail));
            if (!deeper.isEmpty()) {
                partitions(model, name, deeper, key, level + 1);
            }
        }
        if (!strategy.equals("HASH") && dice.chance(50)) {
            String name = model.freshIn(dice, "p");
            model.add(
                    Rank.PARTITION,
                    now -> Element.whole(
                            "TABLE " + name, "CREATE TABLE " + name + " PARTITION OF " + parent + " DEFAULT"));
        }
    }

    private String bound(String strategy, int number) {
        return "FOR VALUES "
                + switch (strategy) {
                    case "RANGE" ->
                        "FROM (" + (number == 0 ? dice.pick("MINVALUE", "0", "-5") : number * 2) + ") TO ("
                                + (number == 2 ? dice.pick("MAXVALUE", "100") : number * 2 + 2) + ")";
                    case "LIST" -> "IN (" + (number + 1) + dice.maybe(30, ", " + (number + 20)) + ")";
                    default -> "WITH (MODULUS 3, REMAINDER " + number + ")";
                };
    }

    /** Returns the names of the partitions right below a table. */
    static List<String> of(String table, Model model) {
        return model.parts.values().stream()
                .map(Model.Part::element)
                .filter(element -> element.head().contains(" PARTITION OF " + table + " "))
                .map(element -> element.id().substring("TABLE ".length()))
                .toList();
    }

    /** Makes a table of its own of a partition. */
    void detach(Model model) {
        List<String> partitions = model.parts.values().stream()
                .map(Model.Part::element)
                .filter(element -> element.head().contains(" PARTITION OF ")
                        && !element.head().contains("PARTITION BY"))
                .map(Element::id)
                .toList();
        if (partitions.isEmpty()) {
            return;
        }
        String id = dice.pick(partitions);
        Model.Part part = model.parts.get(id);
        if (part != null) {
            String parent = part.element().head().replaceAll("(?s).* PARTITION OF (.*?) (FOR VALUES|DEFAULT).*", "$1");
            String sql = "CREATE " + id + " (LIKE " + parent + dice.maybe(60, " INCLUDING DEFAULTS INCLUDING GENERATED")
                    + ")";
            model.parts.put(id, new Model.Part(Rank.ATTRIBUTE, Element.whole(id, sql), part.form()));
        }
    }
}
