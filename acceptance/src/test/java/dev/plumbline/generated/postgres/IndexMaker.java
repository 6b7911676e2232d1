// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.generated.Element;
import java.util.List;

/** Makes indexes, what hangs on them, and statistics objects. */
final class IndexMaker {
    private final Dice dice;

    IndexMaker(Dice dice) {
        this.dice = dice;
    }

    /** Makes an index of any method and form. */
    void index(Model model) {
        String name = model.fresh(dice, "i");
        String on = model.table(dice).name;
        model.add(Rank.INDEX, now -> {
            Table table = now.table(on);
            String schema = table.name.substring(0, table.name.indexOf('.'));
            Column column = dice.pick(table.columns);
            Keyed keyed = keyed(column);
            boolean unique = keyed.method.equals("btree") && dice.chance(20) && !table.isPartitioned();
            return Model.element(
                    "INDEX " + schema + "." + name,
                    "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + name + " ON " + table.name + " USING "
                            + keyed.method + " (" + keyed.expression
                            + (keyed.method.equals("btree")
                                    ? dice.maybe(20, " DESC")
                                            + dice.maybe(15, " NULLS " + dice.pick("FIRST", "LAST"))
                                            + dice.maybe(15, ", " + dice.pick(table.columns).name)
                                    : "")
                            + ") ",
                    " ",
                    "",
                    keyed.method.equals("btree")
                            ? dice.maybe(15, "INCLUDE (" + dice.pick(table.columns).name + ")")
                            : "",
                    unique ? dice.maybe(30, 15, "NULLS NOT DISTINCT") : "",
                    dice.maybe(15, keyed.storage.isEmpty() ? "" : "WITH (" + keyed.storage + ")"),
                    dice.maybe(15, "WHERE " + column.name + " IS NOT NULL"));
        });
    }

    private record Keyed(String method, String expression, String storage) {}

    private Keyed keyed(Column column) {
        String name = column.name;
        return switch (column.type.replaceAll("\\(.*", "")) {
            case "jsonb" -> new Keyed("gin", name + dice.maybe(50, " jsonb_path_ops"), "fastupdate = off");
            case "integer[]", "text[]" -> new Keyed("gin", name, "gin_pending_list_limit = 128");
            case "tsvector" ->
                dice.chance(50)
                        ? new Keyed(
                                "gist",
                                name + " tsvector_ops (siglen='" + 50 * (1 + dice.below(3)) + "')",
                                "buffering = off")
                        : new Keyed("gin", name, "fastupdate = off");
            case "int4range", "daterange", "point" ->
                new Keyed(dice.pick("gist", "spgist"), name, "fillfactor = " + (60 + dice.below(30)));
            case "inet" -> new Keyed("gist", name + " inet_ops", "fillfactor = 77");
            case "text", "varchar" ->
                switch (dice.below(6)) {
                    case 0 -> new Keyed("btree", "lower(" + name + ")", "deduplicate_items = off");
                    case 1 -> new Keyed("btree", name + " text_pattern_ops", "fillfactor = 70");
                    case 2 -> new Keyed("btree", name + " COLLATE \"POSIX\"", "fillfactor = 70");
                    case 3 -> new Keyed("gist", name + " public.gist_trgm_ops (siglen='32')", "");
                    case 4 -> new Keyed("hash", name, "fillfactor = 70");
                    default -> new Keyed("btree", name, "fillfactor = 70");
                };
            case "integer", "bigint" ->
                switch (dice.below(5)) {
                    case 0 -> new Keyed("brin", name, "pages_per_range = 16, autosummarize = on");
                    case 1 -> new Keyed("btree", "(" + name + " + 1)", "fillfactor = 70");
                    case 2 -> new Keyed("hash", name, "fillfactor = 70");
                    default -> new Keyed("btree", name, "fillfactor = " + (60 + dice.below(30)));
                };
            default -> new Keyed("btree", name, "fillfactor = 70");
        };
    }

    /** Sets what hangs on an index: clustering, replica identity, a statistics target. */
    void onIndex(Model model) {
        List<String> indexes = model.names("INDEX");
        if (indexes.isEmpty()) {
            return;
        }
        String index = dice.pick(indexes);
        Model.Part part = model.parts.get("INDEX " + index);
        if (part == null) {
            return;
        }
        String table = part.element().head().replaceAll("(?s).* ON (.*?) USING .*", "$1");
        String name = index.substring(index.indexOf('.') + 1);
        String what = dice.pick("cluster", "identity", "target");
        model.add(
                Rank.ON_INDEX,
                now -> Element.whole(
                        "ALTER " + what + " " + (what.equals("target") ? index : table),
                        switch (what) {
                            case "cluster" -> "ALTER TABLE " + table + " CLUSTER ON " + name;
                            case "identity" -> "ALTER TABLE " + table + " REPLICA IDENTITY USING INDEX " + name;
                            default ->
                                "ALTER INDEX " + index + " ALTER COLUMN 1 SET STATISTICS " + (1 + dice.below(99));
                        }));
    }

    /** Gives the part that a partition has of an index another name, or settings of its own, where there is one. */
    void part(Model model) {
        List<String> indexes = model.names("INDEX");
        if (indexes.isEmpty()) {
            return;
        }
        String index = dice.pick(indexes);
        String name = model.fresh(dice, "part");
        String order = dice.pick("", " DESC");
        String what = dice.pick("RENAME TO " + name, "RENAME TO " + name, "SET (fillfactor = 65)");
        model.add(
                Rank.ON_INDEX,
                now -> Element.whole("ALTER part " + index, """
                        DO $$ DECLARE part regclass; BEGIN
                        SELECT h.inhrelid INTO part FROM pg_inherits h JOIN pg_index x ON x.indexrelid = h.inhrelid
                        WHERE h.inhparent = '%s'::regclass ORDER BY x.indrelid%s LIMIT 1;
                        IF part IS NOT NULL THEN EXECUTE 'ALTER INDEX ' || part || ' %s'; END IF;
                        END $$""".formatted(
                                index.replace("'", "''"), order, what.replace("'", "''"))));
    }

    void statistics(Model model) {
        String name = model.freshIn(dice, "st");
        String on = model.table(dice).name;
        model.add(Rank.ON_TABLE, now -> {
            List<Column> columns = now.table(on).columns;
            String first = columns.getFirst().name;
            String second = columns.getLast().name;
            return Model.element(
                    "STATISTICS " + name,
                    "CREATE STATISTICS " + name + dice.pick("", " (ndistinct)", " (dependencies, mcv)") + " ON " + first
                            + ", " + (dice.chance(20) ? "(" + second + "::text)" : second) + " FROM " + on,
                    "",
                    "");
        });
        if (dice.chance(40)) {
            model.add(
                    Rank.ACCESSORY,
                    now -> Element.whole(
                            "ALTER target " + name, "ALTER STATISTICS " + name + " SET STATISTICS " + dice.below(200)));
        }
    }
}
