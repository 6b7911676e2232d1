// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.generated.Element;
import java.util.ArrayList;
import java.util.List;

/** Makes foreign data: wrappers, servers, user mappings, foreign tables. */
final class ForeignMaker {
    private final Dice dice;

    ForeignMaker(Dice dice) {
        this.dice = dice;
    }

    void wrapper(Model model) {
        String name = model.fresh(dice, "w");
        model.add(
                Rank.METHOD,
                now -> Model.element(
                        "FOREIGN DATA WRAPPER " + name,
                        "CREATE FOREIGN DATA WRAPPER " + name,
                        "",
                        "",
                        dice.maybe(
                                40,
                                " OPTIONS (debug '" + dice.pick("true", "it''s") + "'"
                                        + dice.maybe(40, ", \"Mixed\" 'x'") + ")")));
    }

    void server(Model model) {
        String name = model.fresh(dice, "sv");
        String wrapper = model.any(dice, "FOREIGN DATA WRAPPER");
        model.add(
                Rank.SEARCH,
                now -> Model.element(
                        "SERVER " + name,
                        "CREATE SERVER " + name,
                        "",
                        "",
                        dice.maybe(30, " TYPE 'kind'"),
                        dice.maybe(30, " VERSION '" + dice.below(5) + "'"),
                        " FOREIGN DATA WRAPPER " + wrapper,
                        dice.maybe(
                                50, " OPTIONS (host 'h" + dice.below(5) + "'" + dice.maybe(50, ", port '1'") + ")")));
        for (String user : List.of("app_reader", "PUBLIC")) {
            if (dice.chance(40)) {
                model.add(
                        Rank.FOREIGN,
                        now -> Element.whole(
                                "USER MAPPING FOR " + user + " SERVER " + name,
                                "CREATE USER MAPPING FOR " + user + " SERVER " + name
                                        + dice.maybe(70, " OPTIONS (user 'u" + dice.below(5) + "')")));
            }
        }
    }

    void table(Model model) {
        String name = model.freshIn(dice, "ft");
        model.add(Rank.TABLE, now -> {
            List<String> columns = new ArrayList<>(List.of("x1 integer" + dice.maybe(40, " NOT NULL")));
            columns.add(dice.maybe(
                    60,
                    "x2 " + dice.pick("text", "text COLLATE \"C\"", "date")
                            + dice.maybe(40, " OPTIONS (column_name 'o" + dice.below(3) + "')")));
            columns.add(dice.maybe(30, "x3 integer DEFAULT " + dice.below(4)));
            columns.add(dice.maybe(30, "CONSTRAINT x1_check CHECK (x1 > " + dice.below(3) + ")"));
            return Model.element(
                    "FOREIGN TABLE " + name,
                    "CREATE FOREIGN TABLE " + name + " (",
                    ", ",
                    ") SERVER " + now.any(dice, "SERVER") + dice.maybe(40, " OPTIONS (t 'x" + dice.below(3) + "')"),
                    columns.toArray(String[]::new));
        });
    }
}
