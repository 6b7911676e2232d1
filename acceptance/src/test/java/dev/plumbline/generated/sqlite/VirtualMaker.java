// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import static dev.plumbline.generated.sqlite.Names.pick;
import static dev.plumbline.generated.sqlite.Names.quoted;

import dev.plumbline.generated.Clause;
import dev.plumbline.generated.Element;
import dev.plumbline.generated.sqlite.SchemaModel.Dependent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes virtual tables of every module that comes with SQLite, and the triggers that feed a full-text index. */
final class VirtualMaker {
    private static final List<String> NAMES = List.of("f1", "F two", "search", "t1");

    private final Random random;

    VirtualMaker(Random random) {
        this.random = random;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Adds a virtual table, and what belongs to it. */
    void add(SchemaModel schema) {
        String name = pick(random, NAMES);
        switch (random.nextInt(13)) {
            case 0, 1, 2 -> external(schema, name);
            case 3, 4 -> schema.add(fts5(name, List.of("title", "body UNINDEXED", "c"), Set.of()));
            case 5, 12 -> schema.add(contentless(name));
            case 6 -> schema.add(fts4(name));
            case 7, 10, 11 ->
                schema.add(whole(
                        name,
                        "USING " + pick(random, "rtree", "rtree_i32") + " (",
                        List.of("id", "x0", "x1", "y0", "y1", "+label TEXT", "+extra"),
                        4,
                        List.of()));
            case 8 ->
                schema.add(new Dependent(
                        Element.whole(
                                "virtual table vocab",
                                "CREATE VIRTUAL TABLE vocab USING fts5vocab(" + quoted(name) + ", "
                                        + pick(random, "'row'", "'col'", "instance") + ")"),
                        Set.of()));
            default ->
                schema.add(new Dependent(
                        Element.whole(
                                "virtual table stat",
                                "CREATE VIRTUAL TABLE stat USING "
                                        + pick(random, "dbstat", "dbstat(main)", "fts4aux('" + name + "')")),
                        Set.of()));
        }
    }

    private Dependent whole(String name, String using, List<String> columns, int least, List<String> options) {
        List<String> kept = columns.subList(0, least + random.nextInt(columns.size() - least + 1));
        List<Clause> clauses = new ArrayList<>(kept.stream().map(Clause::of).toList());
        options.forEach(option -> clauses.add(Clause.of(option)));
        return new Dependent(
                new Element(
                        "virtual table " + name,
                        "CREATE VIRTUAL TABLE " + quoted(name) + " " + using,
                        clauses,
                        ", ",
                        ")",
                        List.of()),
                Set.of());
    }

    private List<String> ftsOptions() {
        List<String> options = new ArrayList<>();
        if (chance(40)) {
            options.add("tokenize = "
                    + pick(
                            random,
                            "'porter ascii'",
                            "\"unicode61 remove_diacritics 0\"",
                            "'trigram'",
                            "\"unicode61 tokenchars '-_'\""));
        }
        if (chance(30)) {
            options.add("prefix=" + pick(random, "'2 3'", "2", "\"4\""));
        }
        if (chance(25)) {
            options.add("columnsize=" + pick(random, "0", "1"));
        }
        if (chance(30)) {
            options.add("detail=" + pick(random, "none", "column", "'full'"));
        }
        return options;
    }

    private Dependent fts5(String name, List<String> columns, Set<String> uses) {
        Dependent plain = whole(name, "USING fts5(", columns, 1, ftsOptions());
        return new Dependent(plain.element(), uses);
    }

    private Dependent contentless(String name) {
        List<String> options = new ArrayList<>(List.of("content=''"));
        if (chance(50)) {
            options.add("contentless_delete=1");
        } else {
            options.addAll(ftsOptions());
        }
        return whole(name, "USING fts5(", List.of("title", "body"), 1, options);
    }

    private Dependent fts4(String name) {
        List<String> options = new ArrayList<>();
        boolean four = chance(70);
        if (four && chance(40)) {
            options.add(pick(
                    random, "notindexed=body", "matchinfo=fts3", "prefix=\"2,4\"", "order=desc", "languageid=\"lid\""));
        }
        if (chance(40)) {
            options.add("tokenize=" + pick(random, "porter", "simple", "unicode61 \"remove_diacritics=0\""));
        }
        return whole(name, "USING " + (four ? "fts4(" : "fts3("), List.of("body", "title", "more"), 1, options);
    }

    /** A full-text index of a table's rows, and mostly the three triggers that keep it in step. */
    private void external(SchemaModel schema, String name) {
        List<TableModel> fit = schema.tables.stream()
                .filter(table -> !table.withoutRowid && !table.name.equals(name))
                .toList();
        if (fit.isEmpty()) {
            return;
        }
        TableModel table = pick(random, fit);
        List<ColumnModel> columns = table.columns.stream()
                .filter(column -> !column.type.equals("BLOB")
                        && !column.name.matches("oid|rank|rowid|.*[^\\p{L}_].*|as|group|check"))
                .limit(2)
                .toList();
        if (columns.isEmpty()) {
            return;
        }
        Set<String> uses = new TreeSet<>(Set.of(table.name));
        List<String> options = new ArrayList<>();
        options.add("content=" + Names.literal(table.name));
        table.alias().ifPresent(alias -> {
            options.add("content_rowid=" + Names.literal(alias.name));
            uses.add(SchemaModel.column(table, alias));
        });
        options.addAll(ftsOptions());
        columns.forEach(column -> uses.add(SchemaModel.column(table, column)));
        List<Clause> clauses = new ArrayList<>(
                columns.stream().map(column -> Clause.of(quoted(column.name))).toList());
        options.forEach(option -> clauses.add(Clause.of(option)));
        String fts = quoted(name);
        schema.add(new Dependent(
                new Element(
                        "virtual table " + name,
                        "CREATE VIRTUAL TABLE " + fts + " USING fts5(",
                        clauses,
                        ", ",
                        ")",
                        List.of()),
                uses));
        if (chance(80)) {
            String rowid = table.alias().map(alias -> quoted(alias.name)).orElse("rowid");
            feed(schema, table, name, rowid, columns, uses);
        }
    }

    private static void feed(
            SchemaModel schema,
            TableModel table,
            String name,
            String rowid,
            List<ColumnModel> columns,
            Set<String> uses) {
        String fts = quoted(name);
        String list = columns.stream().map(column -> quoted(column.name)).collect(Collectors.joining(", "));
        String added = "INSERT INTO " + fts + " (rowid, " + list + ") VALUES (new." + rowid + ", "
                + values("new.", columns) + ")";
        String removed = "INSERT INTO " + fts + " (" + fts + ", rowid, " + list + ") VALUES ('delete', old." + rowid
                + ", " + values("old.", columns) + ")";
        feeding(schema, table, name + "_ai", "AFTER INSERT", List.of(added), uses);
        feeding(schema, table, name + "_ad", "AFTER DELETE", List.of(removed), uses);
        feeding(schema, table, name + "_au", "AFTER UPDATE", List.of(removed, added), uses);
    }

    private static String values(String row, List<ColumnModel> columns) {
        return columns.stream().map(column -> row + quoted(column.name)).collect(Collectors.joining(", "));
    }

    private static void feeding(
            SchemaModel schema, TableModel table, String name, String event, List<String> body, Set<String> uses) {
        schema.add(new Dependent(
                new Element(
                        "trigger " + name,
                        "CREATE TRIGGER " + quoted(name) + " " + event + " ON " + table.quoted() + " BEGIN ",
                        body.stream().map(Clause::of).toList(),
                        "; ",
                        "; END",
                        List.of()),
                uses));
    }
}
