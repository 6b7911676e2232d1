// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.generated.Element;
import java.util.List;

/** Makes views, materialized views and what hangs on them. */
final class ViewMaker {
    private final Dice dice;

    ViewMaker(Dice dice) {
        this.dice = dice;
    }

    void view(Model model) {
        String name = model.freshIn(dice, "v");
        model.add(Rank.VIEW, now -> {
            boolean simple = dice.chance(50);
            return Model.element(
                    "VIEW " + name,
                    "CREATE VIEW " + name
                            + options(
                                    dice.maybe(15, "security_barrier = true"),
                                    dice.maybe(15, 15, "security_invoker = true"))
                            + " AS ",
                    " ",
                    "",
                    simple ? simple(now) : query(now, name),
                    simple ? dice.maybe(30, "WITH " + dice.pick("LOCAL", "CASCADED") + " CHECK OPTION") : "");
        });
    }

    private static String options(String... options) {
        List<String> set =
                List.of(options).stream().filter(option -> !option.isEmpty()).toList();
        return set.isEmpty() ? "" : " WITH (" + String.join(", ", set) + ")";
    }

    private String simple(Model now) {
        Table table = now.table(dice);
        Column first = dice.pick(table.columns);
        Column second = dice.pick(table.columns);
        return "SELECT " + first.name + " AS x1" + (second == first ? "" : ", " + second.name + " AS x2") + " FROM "
                + table.name + dice.maybe(50, " WHERE " + first.name + " IS NOT NULL");
    }

    /** Every query has a column x1, so that others can be made of it. */
    private String query(Model now, String name) {
        Table table = now.table(dice);
        Column column = dice.pick(table.columns);
        List<String> views =
                now.names("VIEW").stream().filter(other -> !other.equals(name)).toList();
        return switch (dice.below(7)) {
            case 0 ->
                "SELECT x1" + dice.maybe(40, ", 1 AS y") + " FROM " + (views.isEmpty() ? table.name : dice.pick(views));
            case 1 -> "SELECT count(*) AS x1, " + column.name + " AS k FROM " + table.name + " GROUP BY " + column.name;
            case 2 ->
                "WITH w AS (SELECT " + column.name + " FROM " + table.name + ") SELECT w." + column.name
                        + " AS x1 FROM w UNION ALL SELECT " + column.name + " FROM " + table.name;
            case 3 -> {
                Table other = now.table(dice);
                yield "SELECT a." + column.name + " AS x1, b." + dice.pick(other.columns).name + " AS x3 FROM "
                        + table.name + " a LEFT JOIN " + other.name + " b ON true";
            }
            case 4 -> {
                List<String> functions = now.names("FUNCTION").stream()
                        .filter(function -> function.matches(".*\\((integer)?\\)"))
                        .toList();
                yield "SELECT "
                        + (functions.isEmpty() ? "1" : dice.pick(functions).replaceAll("\\(integer\\)$", "(1)"))
                        + " AS x1 FROM " + table.name;
            }
            case 5 -> "SELECT t AS x1, t.* FROM " + table.name + " t";
            default ->
                "WITH RECURSIVE n(x1) AS (SELECT 1 UNION ALL SELECT x1 + 1 FROM n WHERE x1 < " + (3 + dice.below(3))
                        + ") SELECT x1, row_number() OVER (ORDER BY x1) AS rn FROM n";
        };
    }

    void materialized(Model model) {
        String name = model.freshIn(dice, "m");
        model.add(
                Rank.VIEW,
                now -> Model.element(
                        "MATERIALIZED VIEW " + name,
                        "CREATE MATERIALIZED VIEW " + name + dice.maybe(20, " WITH (fillfactor = 66)") + " AS "
                                + (dice.chance(50) ? simple(now) : query(now, name)),
                        "",
                        "",
                        dice.maybe(25, " WITH NO DATA")));
        if (dice.chance(50)) {
            String index = model.fresh(dice, "mi");
            String schema = name.substring(0, name.indexOf('.'));
            model.add(
                    Rank.ON_VIEW,
                    now -> Element.whole(
                            "INDEX " + schema + "." + index,
                            "CREATE " + dice.maybe(30, "UNIQUE ") + "INDEX " + index + " ON " + name + " (x1)"
                                    + dice.maybe(20, " WHERE x1 IS NOT NULL")));
        }
    }

    /** A default of a view's column, a trigger in place of its changes, or a statistics target. */
    void onView(Model model) {
        List<String> views = model.names("VIEW");
        if (views.isEmpty()) {
            return;
        }
        String view = dice.pick(views);
        if (dice.chance(50)) {
            model.add(
                    Rank.ON_VIEW,
                    now -> Element.whole(
                            "ALTER default " + view,
                            "ALTER VIEW " + view + " ALTER x1 SET DEFAULT " + dice.pick("NULL", "'2'", "'3'")));
        } else {
            String name = model.fresh(dice, "g");
            model.add(
                    Rank.ON_VIEW,
                    now -> Element.whole(
                            "TRIGGER " + name + " ON " + view,
                            "CREATE TRIGGER " + name + " INSTEAD OF "
                                    + dice.pick("INSERT", "UPDATE OR DELETE", "DELETE") + " ON " + view
                                    + " FOR EACH ROW EXECUTE FUNCTION " + TriggerMaker.FUNCTION));
        }
    }
}
