// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.generated.Element;
import java.util.ArrayList;
import java.util.List;

/** Makes constraints of all types. */
final class KeyMaker {
    private final Dice dice;

    KeyMaker(Dice dice) {
        this.dice = dice;
    }

    void check(Model model) {
        String name = model.fresh(dice, "k");
        String on = model.table(dice).name;
        model.add(Rank.KEY, now -> {
            Column column = dice.pick(now.table(on).columns);
            String condition = column.type.matches(Types.NUMBERS)
                    ? column.name + dice.pick(" > 0", " < 1000", " <> 77", " BETWEEN 0 AND 50", " > 1")
                    : column.name + dice.pick(" IS NOT NULL", " IS NOT NULL OR 1 = 1", "::text <> 'a;b'");
            return constraint(
                    name,
                    on,
                    "CHECK (" + condition + ")",
                    dice.maybe(12, "NO INHERIT"),
                    dice.maybe(8, 18, "NOT ENFORCED"),
                    dice.maybe(20, "NOT VALID"));
        });
    }

    private static Element constraint(String name, String on, String what, String... options) {
        return Model.element(
                "CONSTRAINT " + name + " ON " + on,
                "ALTER TABLE " + on + " ADD CONSTRAINT " + name + " " + what + " ",
                " ",
                "",
                options);
    }

    void notNull(Model model) {
        if (!dice.since(18)) {
            return;
        }
        String name = model.fresh(dice, "n");
        Table table = model.table(dice);
        String column = dice.pick(table.columns).name;
        model.add(
                Rank.ATTRIBUTE,
                now -> Model.element(
                        "NOT NULL " + table.name + "." + column,
                        "ALTER TABLE " + table.name + " ADD CONSTRAINT " + name + " NOT NULL " + column + " ",
                        " ",
                        "",
                        dice.maybe(15, "NO INHERIT"),
                        dice.maybe(40, "NOT VALID")));
    }

    void unique(Model model) {
        String name = model.fresh(dice, "u");
        String on = model.table(dice).name;
        boolean primary = dice.chance(40);
        model.add(Rank.KEY, now -> {
            Table table = now.table(on);
            List<Column> scalars = table.ofType(Types.SCALARS);
            List<Column> ranges = table.ofType("int4range|daterange");
            String type = primary ? "PRIMARY KEY" : "UNIQUE" + dice.maybe(25, 15, " NULLS NOT DISTINCT");
            if (dice.since(18) && ranges.size() > 1 && dice.chance(60)) {
                return constraint(
                        name,
                        on,
                        (primary ? "PRIMARY KEY" : "UNIQUE") + " (" + ranges.get(0).name + ", " + ranges.get(1).name
                                + " WITHOUT OVERLAPS)");
            }
            if (scalars.isEmpty()) {
                scalars = table.columns;
            }
            List<String> columns = new ArrayList<>(List.of(dice.pick(scalars).name));
            if (table.isPartitioned() && !columns.contains(table.columns.getFirst().name)) {
                columns.add(table.columns.getFirst().name);
            } else if (dice.chance(20)) {
                String second = dice.pick(scalars).name;
                if (!columns.contains(second)) {
                    columns.add(second);
                }
            }
            return constraint(
                    name,
                    on,
                    type + " (" + String.join(", ", columns) + ")",
                    dice.maybe(15, "INCLUDE (" + dice.pick(table.columns).name + ")"),
                    dice.maybe(15, "WITH (fillfactor = " + (60 + dice.below(30)) + ")"),
                    dice.pick("", "", "", "DEFERRABLE", "DEFERRABLE INITIALLY DEFERRED"));
        });
    }

    /** Makes a key of a partitioned table, most often before its partitions have theirs, and attaches some of those. */
    void whole(Model model) {
        List<Table> partitioned =
                model.tables.stream().filter(Table::isPartitioned).toList();
        if (partitioned.isEmpty()) {
            return;
        }
        String name = model.fresh(dice, "w");
        Table table = dice.pick(partitioned);
        String first = table.columns.getFirst().name;
        String second = dice.pick(table.ofType(Types.SCALARS + "|integer")).name;
        String columns = first.equals(second) ? first : first + ", " + second;
        String what =
                dice.pick("PRIMARY KEY", "UNIQUE", "UNIQUE") + " (" + columns + ")" + dice.pick("", "", " DEFERRABLE");
        model.add(Rank.KEY, now -> {
            String only = dice.chance(70) ? "ONLY " : "";
            return Element.whole(
                    "CONSTRAINT " + name + " ON " + table.name,
                    "ALTER TABLE " + only + table.name + " ADD CONSTRAINT " + name + " " + what);
        });
        for (String partition : PartitionMaker.of(table.name, model)) {
            if (dice.chance(75)) {
                part(model, table.name, name, partition, what);
            }
        }
    }

    private void part(Model model, String table, String whole, String partition, String what) {
        String name = model.fresh(dice, "w");
        model.add(Rank.KEY, now -> constraint(name, partition, what, dice.maybe(15, "WITH (fillfactor = 70)")));
        if (dice.chance(80)) {
            String schema = table.substring(0, table.indexOf('.') + 1);
            String own = partition.substring(0, partition.indexOf('.') + 1);
            model.add(
                    Rank.ON_INDEX,
                    now -> Element.whole(
                            "ATTACH " + own + name,
                            "ALTER INDEX " + schema + whole + " ATTACH PARTITION " + own + name));
        }
    }

    void exclusion(Model model) {
        String name = model.fresh(dice, "x");
        String on = model.table(dice).name;
        model.add(Rank.KEY, now -> {
            Table table = now.table(on);
            List<Column> ranges = table.ofType("int4range|daterange");
            List<Column> scalars = table.ofType(Types.NUMBERS + "|text");
            boolean range = !ranges.isEmpty();
            String column = range
                    ? dice.pick(ranges).name
                    : scalars.isEmpty() ? table.columns.getFirst().name : dice.pick(scalars).name;
            return constraint(
                    name,
                    on,
                    "EXCLUDE USING " + (range ? "gist" : dice.pick("btree", "hash")) + " (" + column + " WITH "
                            + (range ? dice.pick("&&", "=") : "=") + ")",
                    dice.maybe(25, "WHERE (" + column + " IS NOT NULL)"),
                    dice.maybe(25, "DEFERRABLE"));
        });
    }

    void reference(Model model) {
        String name = model.fresh(dice, "f");
        String on = model.table(dice).name;
        model.add(Rank.REFERENCE, now -> {
            Table child = now.table(on);
            List<String> keys = now.parts.keySet().stream()
                    .filter(id -> id.startsWith("CONSTRAINT u") || id.startsWith("CONSTRAINT \"u"))
                    .toList();
            String target = keys.isEmpty() ? "" : dice.pick(keys);
            Model.Part key = now.parts.get(target);
            if (key == null) {
                return constraint(name, on, "FOREIGN KEY (missing) REFERENCES missing (missing)");
            }
            String parent = target.replaceAll(".* ON ", "");
            String columns = key.element().head().replaceAll("(?s).*(KEY|UNIQUE)[^(]*\\((.*?)\\).*", "$2");
            if (columns.contains("WITHOUT OVERLAPS")) {
                List<Column> own = child.ofType("int4range|daterange");
                String pair =
                        own.size() < 2 ? "missing, PERIOD missing" : own.get(0).name + ", PERIOD " + own.get(1).name;
                return constraint(
                        name,
                        on,
                        "FOREIGN KEY (" + pair + ") REFERENCES " + parent + " ("
                                + columns.replaceAll("(\\S+|\"[^\"]*\") WITHOUT OVERLAPS", "PERIOD $1") + ")");
            }
            List<String> own = new ArrayList<>();
            for (String column : columns.split(", ", -1)) {
                String type = now.table(parent).columns.stream()
                        .filter(other -> other.name.equals(column))
                        .map(other -> other.type)
                        .findFirst()
                        .orElse("integer");
                child.columns.stream()
                        .filter(other -> other.type.equals(type) && !own.contains(other.name))
                        .map(other -> other.name)
                        .findAny()
                        .ifPresentOrElse(own::add, () -> own.add(dice.pick(child.columns).name));
            }
            return constraint(
                    name,
                    on,
                    "FOREIGN KEY (" + String.join(", ", own) + ") REFERENCES " + parent + " (" + columns + ")",
                    dice.maybe(20, "MATCH FULL"),
                    dice.maybe(
                            50,
                            "ON DELETE "
                                    + (dice.since(15) && dice.chance(15)
                                            ? "SET NULL (" + own.getFirst() + ")"
                                            : dice.pick(
                                                    "CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"))),
                    dice.maybe(30, "ON UPDATE " + dice.pick("CASCADE", "SET NULL", "RESTRICT")),
                    dice.pick("", "", "", "DEFERRABLE", "DEFERRABLE INITIALLY DEFERRED"),
                    dice.maybe(10, 18, "NOT ENFORCED"),
                    dice.maybe(15, "NOT VALID"));
        });
    }
}
