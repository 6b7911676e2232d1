// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import static dev.plumbline.generated.sqlite.Names.pick;

import dev.plumbline.generated.Clause;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes tables and columns, with every constraint that SQLite knows, and changes them. */
final class TableMaker {
    private static final String[] STRICT_TYPES = {"INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY"};
    private static final String[] TYPES = {
        "INTEGER", "INT", "TEXT", "TEXT", "VARCHAR(20)", "REAL", "BLOB", "", "NUMERIC(10, 2)", "BOOLEAN", "DATETIME"
    };
    private static final List<String> PARTS =
            List.of("notnull", "unique", "default", "collate", "check", "references", "generated", "type");

    private final Random random;

    TableMaker(Random random) {
        this.random = random;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Returns a new table; it may refer to those that are there already, to itself and to none at all. */
    TableModel table(String name, List<TableModel> others) {
        TableModel table = new TableModel(name);
        table.strict = chance(20);
        key(table);
        int more = 1 + random.nextInt(5);
        for (int i = 0; i < more; i++) {
            addColumn(table, others);
        }
        int constraints = random.nextInt(3);
        for (int i = 0; i < constraints; i++) {
            constraint(table, others);
        }
        return table;
    }

    /** Gives the table one of the forms of a primary key, or none. */
    private void key(TableModel table) {
        int form = random.nextInt(10);
        ColumnModel id =
                new ColumnModel(chance(80) ? "id" : "Id x", form < 6 ? "INTEGER" : pick(random, "TEXT", "INT"));
        table.columns.add(id);
        String conflict = chance(15) ? conflict() : "";
        switch (form) {
            case 0, 1, 2 -> id.parts.put("pk", "PRIMARY KEY" + (chance(10) ? " ASC" : ""));
            case 3 -> id.parts.put("pk", "PRIMARY KEY AUTOINCREMENT");
            case 4 -> id.parts.put("pk", "PRIMARY KEY DESC" + conflict);
            case 5 ->
                constraint(
                        table,
                        "PRIMARY KEY (" + Names.quoted(id.name) + (chance(50) ? " AUTOINCREMENT)" : ")" + conflict),
                        id.name);
            case 6, 7 -> {
                id.parts.put("pk", "PRIMARY KEY" + conflict);
                id.parts.put("notnull", "NOT NULL");
                table.withoutRowid = chance(40);
            }
            case 8 -> {
                ColumnModel second = new ColumnModel("part", "INT");
                table.columns.add(second);
                constraint(
                        table,
                        "PRIMARY KEY (" + Names.quoted(id.name) + (chance(30) ? " COLLATE NOCASE" : "") + ", "
                                + Names.quoted(second.name) + (chance(40) ? " DESC" : "") + ")" + conflict,
                        id.name,
                        second.name);
                table.withoutRowid = chance(40);
            }
            default -> {
                // A table without a key, known by its rowid only.
            }
        }
    }

    private static void constraint(TableModel table, String text, String... columns) {
        table.constraints.add(new TableModel.Constraint(Clause.of(text), List.of(columns)));
    }

    private String conflict() {
        return " ON CONFLICT " + pick(random, "ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE");
    }

    void addColumn(TableModel table, List<TableModel> others) {
        List<String> free = new ArrayList<>(Names.COLUMNS);
        table.columns.forEach(column -> free.removeIf(name -> Names.fold(name).equals(Names.fold(column.name))));
        if (free.isEmpty()) {
            return;
        }
        ColumnModel column = new ColumnModel(pick(random, free), type(table));
        for (String part : PARTS) {
            int percent = switch (part) {
                case "notnull", "default" -> 28;
                case "generated" -> 10;
                case "type" -> 0;
                default -> 14;
            };
            if (chance(percent)) {
                put(table, column, part, others);
            }
        }
        table.columns.add(chance(70) ? table.columns.size() : random.nextInt(table.columns.size() + 1), column);
    }

    private String type(TableModel table) {
        return pick(random, table.strict ? STRICT_TYPES : TYPES);
    }

    /** Gives a column another constraint of this sort. */
    private void put(TableModel table, ColumnModel column, String part, List<TableModel> others) {
        String name = Names.quoted(column.name);
        switch (part) {
            case "notnull" ->
                column.parts.put(
                        part, (chance(15) ? "CONSTRAINT nn " : "") + "NOT NULL" + (chance(25) ? conflict() : ""));
            case "unique" -> column.parts.put(part, "UNIQUE" + (chance(30) ? conflict() : ""));
            case "default" -> column.parts.put(part, "DEFAULT " + defaultValue(column));
            case "collate" ->
                column.parts.put(part, "COLLATE " + pick(random, "NOCASE", "RTRIM", "BINARY", "\"nocase\""));
            case "check" ->
                column.parts.put(
                        part, (chance(40) ? "CONSTRAINT c" + random.nextInt(5) + " " : "") + check(table, name));
            case "references" -> references(table, column, others);
            case "generated" -> generated(table, column);
            default -> column.type = type(table);
        }
    }

    private String defaultValue(ColumnModel column) {
        if (column.type.matches("INT|INTEGER|BOOLEAN")) {
            return pick(random, "0", "-5", "+7", "(1 + 1)", "(2)", "TRUE", "0x10");
        }
        if (column.type.matches("REAL|NUMERIC.*")) {
            return pick(random, "1.5", "-0.25", "1e3", "(abs(-2))");
        }
        if (column.type.equals("BLOB")) {
            return pick(random, "x'00ff'", "(zeroblob(2))");
        }
        return pick(random, "'x'", "'it''s'", "\"dq\"", "CURRENT_TIMESTAMP", "('a' || 'b')", "NULL", "''", "'a,b)('");
    }

    /** Most rows satisfy it; the last forms some do not. */
    String check(TableModel table, String name) {
        return "CHECK ("
                + switch (random.nextInt(9)) {
                    case 0 -> "length(" + name + ") < 500";
                    case 1 -> name + " IS NOT 'zzz'";
                    case 2 -> table.quoted() + "." + name + " IS NOT 'q'";
                    case 3 -> name + " <> 'a;b -- c'";
                    case 4 -> "CASE WHEN " + name + " = 'end' THEN 0 ELSE 1 END";
                    case 5 -> "typeof(" + name + ") IN ('null', 'integer', 'real', 'text', 'blob')";
                    case 6 -> name + " NOT IN (-1, -2)";
                    case 7 -> name + " == " + name;
                    default -> name + " <> 103";
                }
                + ")";
    }

    private void references(TableModel table, ColumnModel column, List<TableModel> others) {
        if (chance(10)) {
            column.parts.put(
                    "references", "REFERENCES " + pick(random, "missing", "\"not there\"") + " (id)" + actions());
            column.target = Optional.of(new ColumnModel.Target("missing", "id"));
            return;
        }
        List<TableModel> parents = new ArrayList<>(others);
        parents.add(table);
        TableModel parent = pick(random, parents);
        parent.key().filter(key -> key != column && !key.generated()).ifPresent(key -> {
            boolean primary = key.parts.containsKey("pk") && chance(50);
            column.parts.put(
                    "references",
                    (chance(15) ? "CONSTRAINT fk " : "") + "REFERENCES " + parent.quoted()
                            + (primary ? "" : " (" + Names.quoted(key.name) + ")") + actions());
            column.type = key.type;
            column.target = Optional.of(new ColumnModel.Target(parent.name, key.name));
        });
    }

    private String actions() {
        StringBuilder text = new StringBuilder();
        if (chance(60)) {
            text.append(" ON DELETE ")
                    .append(pick(random, "CASCADE", "CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"));
        }
        if (chance(30)) {
            text.append(" ON UPDATE ")
                    .append(pick(random, "CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"));
        }
        if (chance(8)) {
            text.append(" MATCH ").append(pick(random, "SIMPLE", "FULL"));
        }
        if (chance(30)) {
            text.append(pick(
                    random,
                    " NOT DEFERRABLE",
                    " DEFERRABLE",
                    " DEFERRABLE INITIALLY DEFERRED",
                    " DEFERRABLE INITIALLY IMMEDIATE"));
        }
        return text.toString();
    }

    private void generated(TableModel table, ColumnModel column) {
        List<ColumnModel> from =
                table.stored().stream().filter(other -> other != column).toList();
        if (from.isEmpty() || column.mustDiffer() || column.target.isPresent()) {
            return;
        }
        String source = Names.quoted(pick(random, from).name);
        column.type = table.strict ? "ANY" : pick(random, "", "TEXT", "INT");
        column.parts.keySet().retainAll(List.of("collate"));
        String expression = pick(
                random,
                source + " || '!'",
                "length(" + source + ")",
                "coalesce(" + source + ", 0)",
                "typeof(" + source + ")");
        column.parts.put(
                "generated",
                pick(random, "GENERATED ALWAYS AS (", "AS (") + expression + ")"
                        + pick(random, "", " VIRTUAL", " STORED", " STORED"));
    }

    void constraint(TableModel table, List<TableModel> others) {
        ColumnModel one = pick(random, table.columns);
        String named = chance(40) ? "CONSTRAINT " + pick(random, "k1", "\"k 2\"", "check_3") + " " : "";
        switch (random.nextInt(4)) {
            case 0 -> {
                ColumnModel other = pick(random, table.columns);
                if (one != other) {
                    constraint(
                            table,
                            named + "UNIQUE (" + Names.quoted(one.name) + ", " + Names.quoted(other.name)
                                    + (chance(30) ? " COLLATE NOCASE" : "") + (chance(20) ? " DESC" : "") + ")"
                                    + (chance(30) ? conflict() : ""),
                            one.name,
                            other.name);
                }
            }
            case 1 -> composite(table, others, named);
            default -> constraint(table, named + check(table, Names.quoted(one.name)), one.name);
        }
    }

    /** A foreign key of two columns to a table that has such a key. */
    private void composite(TableModel table, List<TableModel> others, String named) {
        others.stream()
                .filter(parent ->
                        parent.constraints.stream().anyMatch(c -> c.columns().contains("part")))
                .findFirst()
                .ifPresent(parent -> {
                    ColumnModel id = parent.columns.get(0);
                    ColumnModel first = new ColumnModel("up_1", table.strict ? "ANY" : id.type);
                    ColumnModel second = new ColumnModel("up_2", "INT");
                    if (table.columns.stream().anyMatch(column -> column.name.equals("up_1"))) {
                        return;
                    }
                    first.target = Optional.of(new ColumnModel.Target(parent.name, id.name));
                    second.target = Optional.of(new ColumnModel.Target(parent.name, "part"));
                    table.columns.addAll(List.of(first, second));
                    constraint(
                            table,
                            named + "FOREIGN KEY (up_1, up_2) REFERENCES " + parent.quoted() + " ("
                                    + Names.quoted(id.name) + ", part)" + actions(),
                            "up_1",
                            "up_2");
                });
    }

    /** Changes the table in one way; returns the names of columns that went. */
    List<String> change(TableModel table, List<TableModel> others) {
        List<String> before = table.columns.stream().map(column -> column.name).toList();
        switch (random.nextInt(12)) {
            case 0, 1 -> addColumn(table, others);
            case 2, 3 -> {
                if (table.columns.size() > 1) {
                    table.drop(pick(random, table.columns));
                    if (table.stored().isEmpty()) {
                        addColumn(table, others);
                    }
                }
            }
            case 4, 5, 6, 7 -> changeColumn(table, others);
            case 8 -> {
                if (!table.constraints.isEmpty()) {
                    table.constraints.remove(random.nextInt(table.constraints.size()));
                } else {
                    constraint(table, others);
                }
            }
            case 9 -> constraint(table, others);
            case 10 -> {
                if (chance(50)) {
                    table.strict = !table.strict;
                } else {
                    table.withoutRowid = !table.withoutRowid;
                }
            }
            default -> Collections.shuffle(table.columns, random);
        }
        List<String> gone = new ArrayList<>(before);
        table.columns.forEach(column -> gone.remove(column.name));
        return gone;
    }

    private void changeColumn(TableModel table, List<TableModel> others) {
        ColumnModel column = pick(random, table.columns);
        String part = pick(random, PARTS);
        if (column.parts.containsKey("pk") && chance(60)) {
            String pk = column.parts.get("pk");
            column.parts.put(
                    "pk",
                    pk.equals("PRIMARY KEY") && column.type.equals("INTEGER")
                            ? pick(random, "PRIMARY KEY AUTOINCREMENT", "PRIMARY KEY DESC")
                            : "PRIMARY KEY");
        } else if (column.parts.containsKey(part) && chance(60)) {
            column.parts.remove(part);
            if (part.equals("references")) {
                column.target = Optional.empty();
            }
        } else {
            put(table, column, part, others);
        }
    }
}
