// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import static dev.plumbline.generated.sqlite.Names.pick;
import static dev.plumbline.generated.sqlite.Names.quoted;

import dev.plumbline.generated.Clause;
import dev.plumbline.generated.Element;
import dev.plumbline.generated.sqlite.SchemaModel.Dependent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Makes indexes, views and triggers. */
final class DependentMaker {
    private static final List<String> INDEXES = List.of("i1", "by name", "idx\"2", "I3", "notes_by_a");
    private static final List<String> VIEWS = List.of("v1", "v 2", "V\"3", "open_notes");
    private static final List<String> TRIGGERS = List.of("tr1", "on insert", "tr'3", "Keep", "touch");

    private final Random random;

    DependentMaker(Random random) {
        this.random = random;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private static Set<String> uses(TableModel table, List<ColumnModel> columns) {
        Set<String> uses = new TreeSet<>(Set.of(table.name));
        columns.forEach(column -> uses.add(SchemaModel.column(table, column)));
        return uses;
    }

    private List<ColumnModel> some(TableModel table) {
        List<ColumnModel> columns = new ArrayList<>(table.columns);
        Collections.shuffle(columns, random);
        return List.copyOf(columns.subList(0, 1 + random.nextInt(Math.min(3, columns.size()))));
    }

    Dependent index(TableModel table) {
        String name = pick(random, INDEXES);
        List<ColumnModel> columns = some(table);
        List<Clause> clauses = new ArrayList<>();
        for (ColumnModel column : columns) {
            String plain = quoted(column.name);
            String text = pick(
                    random,
                    plain,
                    plain,
                    plain,
                    "lower(" + plain + ")",
                    plain + " || 'x'",
                    "abs(" + plain + ") + 1",
                    "\"" + column.name.replace("\"", "\"\"") + "\"");
            List<String> words = new ArrayList<>(List.of(text));
            if (chance(25)) {
                words.add("COLLATE " + pick(random, "NOCASE", "rtrim", "BINARY"));
            }
            if (chance(30)) {
                words.add(pick(random, "DESC", "DESC", "ASC"));
            }
            clauses.add(new Clause(words));
        }
        String first = quoted(columns.get(0).name);
        List<String> options = chance(25)
                ? List.of(pick(
                        random,
                        " WHERE " + first + " IS NOT NULL",
                        " WHERE " + first + " > 5 AND " + first + " <> 'x'"))
                : List.of();
        return new Dependent(
                new Element(
                        "index " + name,
                        "CREATE " + (chance(25) ? "UNIQUE " : "") + "INDEX " + quoted(name) + " ON " + table.quoted()
                                + " (",
                        clauses,
                        ", ",
                        ")",
                        options),
                uses(table, columns));
    }

    Dependent view(SchemaModel schema) {
        String name = pick(random, VIEWS);
        TableModel table = pick(random, schema.tables);
        List<ColumnModel> columns = some(table);
        List<String> names = columns.stream().map(column -> quoted(column.name)).toList();
        String list = String.join(", ", names);
        String head = "CREATE VIEW " + quoted(name);
        Set<String> uses = uses(table, columns);
        String query = switch (random.nextInt(7)) {
            case 0 -> " AS SELECT " + list + " FROM " + table.quoted() + " WHERE " + names.get(0) + " IS NOT 'hidden'";
            case 1 -> {
                StringBuilder renamed = new StringBuilder(" (x1");
                for (int i = 1; i < names.size(); i++) {
                    renamed.append(", x").append(i + 1);
                }
                yield renamed + ") AS SELECT " + list + " FROM " + table.quoted();
            }
            case 2 -> " AS WITH w AS (SELECT " + list + " FROM " + table.quoted() + ") SELECT * FROM w ORDER BY 1";
            case 3 -> " AS SELECT count(*) AS n, max(" + names.get(0) + ") AS \"max\" FROM " + table.quoted();
            case 4 -> {
                TableModel other = pick(random, schema.tables);
                uses.add(other.name);
                yield " AS SELECT l." + names.get(0) + " AS one, r." + quoted(other.columns.get(0).name)
                        + " AS two FROM "
                        + table.quoted() + " AS l LEFT JOIN " + other.quoted() + " AS r ON l." + names.get(0) + " = r."
                        + quoted(other.columns.get(0).name);
            }
            case 5 -> viewOnView(schema, name, uses);
            default ->
                " AS SELECT " + names.get(0) + " AS u FROM " + table.quoted() + " UNION ALL SELECT 'fixed' -- note\n";
        };
        List<String> options = query.startsWith(" (x1") && chance(60) ? List.of(" WHERE 1") : List.of();
        return new Dependent(new Element("view " + name, head + query, List.of(), "", "", options), uses);
    }

    private String viewOnView(SchemaModel schema, String name, Set<String> uses) {
        List<String> views = schema.dependents.keySet().stream()
                .filter(id -> id.startsWith("view ") && !id.equals("view " + name))
                .toList();
        if (views.isEmpty()) {
            return " AS SELECT 1 AS one";
        }
        String below = pick(random, views);
        uses.addAll(schema.uses(below));
        return " AS SELECT * FROM " + quoted(below.substring("view ".length()));
    }

    Dependent trigger(SchemaModel schema) {
        String name = pick(random, TRIGGERS);
        TableModel table = pick(random, schema.tables);
        List<String> views = schema.dependents.keySet().stream()
                .filter(id -> id.startsWith("view "))
                .toList();
        List<ColumnModel> columns = some(table);
        Set<String> uses = uses(table, columns);
        String column = quoted(columns.get(0).name);
        String log = "INSERT INTO log (what, n) VALUES ('" + name.replace("'", "''") + "', 1)";
        StringBuilder head = new StringBuilder("CREATE TRIGGER " + quoted(name));
        String row = "new";
        boolean onView = !views.isEmpty() && chance(30);
        if (onView) {
            String view = pick(random, views);
            String event = pick(random, "INSERT", "DELETE", "UPDATE");
            head.append(" INSTEAD OF ").append(event).append(" ON ").append(quoted(view.substring("view ".length())));
            uses.addAll(schema.uses(view));
        } else {
            String event = pick(random, "INSERT", "INSERT", "DELETE", "UPDATE", "UPDATE OF " + column);
            row = event.equals("DELETE") ? "old" : "new";
            head.append(pick(random, " BEFORE ", " AFTER ", " "))
                    .append(event)
                    .append(" ON ")
                    .append(table.quoted());
            if (chance(30)) {
                head.append(" FOR EACH ROW");
            }
            if (chance(35)) {
                head.append(" WHEN ").append(row).append('.').append(column).append(" IS NOT 'never'");
            }
        }
        head.append(" BEGIN ");
        TableModel other = pick(random, schema.tables);
        List<Clause> body = new ArrayList<>(List.of(Clause.of(log)));
        String use = quoted(pick(random, other.columns).name);
        switch (random.nextInt(6)) {
            case 0 -> body.add(Clause.of("DELETE FROM " + other.quoted() + " WHERE " + use + " = 'begin; end'"));
            case 1 ->
                body.add(Clause.of(
                        "UPDATE " + other.quoted() + " SET " + use + " = " + use + " WHERE " + use + " IS 'none'"));
            case 2 -> body.add(Clause.of("SELECT CASE WHEN 0 THEN raise(ABORT, 'no') END"));
            case 3 ->
                body.add(Clause.of(
                        "INSERT OR IGNORE INTO log SELECT " + use + ", 2 FROM " + other.quoted() + " LIMIT 1"));
            case 4 -> {
                if (!onView) {
                    body.add(Clause.of(
                            "UPDATE " + table.quoted() + " SET " + column + " = " + column + " WHERE rowid = -1"));
                }
            }
            default -> {
                // The note in the log is all.
            }
        }
        return new Dependent(new Element("trigger " + name, head.toString(), body, "; ", "; END", List.of()), uses);
    }
}
