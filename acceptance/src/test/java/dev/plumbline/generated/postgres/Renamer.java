// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import java.util.List;
import java.util.Locale;

/** Gives an object another name, and says so in a hint. */
final class Renamer {
    private static final String KINDS =
            "(?s)(VIEW|MATERIALIZED VIEW|SEQUENCE|TYPE|DOMAIN|INDEX|SCHEMA|COLLATION|STATISTICS|FOREIGN TABLE|FUNCTION"
                    + "|PROCEDURE|AGGREGATE|TRIGGER|POLICY|RULE|EVENT TRIGGER|PUBLICATION|SERVER|FOREIGN DATA WRAPPER"
                    + "|LANGUAGE|CONVERSION|TEXT SEARCH DICTIONARY|TEXT SEARCH CONFIGURATION|TEXT SEARCH PARSER"
                    + "|TEXT SEARCH TEMPLATE|CONSTRAINT) .*";

    private final Dice dice;

    Renamer(Dice dice) {
        this.dice = dice;
    }

    void rename(Model model) {
        int what = dice.below(10);
        Table table = model.table(dice);
        if (what < 3) {
            qualified(model, "table", table.name);
        } else if (what < 6 && !renameable(model, table).isEmpty()) {
            Column column = dice.pick(renameable(model, table));
            String to = model.fresh(dice, "c");
            hint(model, "column " + table.name + "." + column.name, to);
            model.rename(column.name, to);
        } else {
            List<String> ids = model.parts.keySet().stream()
                    .filter(id -> id.matches(KINDS))
                    .toList();
            part(model, dice.pick(ids));
        }
    }

    /** The columns that come from this table alone, for itself and for those below: no statement renames one that comes from several. */
    private static List<Column> renameable(Model model, Table table) {
        return table.columns.stream()
                .filter(column -> model.tables.stream()
                        .filter(other -> model.lineage(other).contains(table))
                        .flatMap(heir -> model.lineage(heir).stream())
                        .filter(other -> other.has(column.name))
                        .allMatch(other -> model.lineage(other).contains(table)))
                .toList();
    }

    private void part(Model model, String id) {
        String kind = id.replaceAll("(?s)^([A-Z ]+) .*", "$1");
        String name = id.substring(kind.length() + 1);
        String word = kind.toLowerCase(Locale.ROOT)
                .replaceFirst("^text search |^materialized |^foreign (?=table)", "")
                .replaceFirst("^foreign data ", "");
        int on = name.indexOf(" ON ");
        if (on >= 0) {
            String own = name.substring(0, on);
            String to = model.fresh(dice, "z");
            hint(model, word + " " + name.substring(on + 4) + "." + own, to);
            model.rename(own, to);
        } else if (name.contains(".")) {
            qualified(model, word, name);
        } else {
            String to = model.fresh(dice, "z");
            hint(model, word + " " + name, to);
            model.rename(name, to);
        }
    }

    /** The new name is in the same schema. */
    private void qualified(Model model, String word, String name) {
        String plain = name.replaceAll("\\(.*", "");
        String to = model.fresh(dice, "z");
        hint(model, word + " " + plain, to);
        if (word.equals("index")) {
            model.rename(plain.substring(plain.indexOf('.') + 1), to);
        } else {
            model.rename(plain, plain.substring(0, plain.indexOf('.') + 1) + to);
        }
    }

    private static void hint(Model model, String from, String to) {
        model.hint = "-- plumbline: rename " + from + " to " + to + "\nSELECT 1";
    }
}
