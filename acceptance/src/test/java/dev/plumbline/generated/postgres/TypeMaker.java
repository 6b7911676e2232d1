// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import java.util.ArrayList;
import java.util.List;

/** Makes schemas, extensions, types, domains, collations and sequences. */
final class TypeMaker {
    private static final List<String> LABELS = List.of("'two'", "'three'", "'it''s'", "'f o u r'", "'six'");

    private final Dice dice;

    TypeMaker(Dice dice) {
        this.dice = dice;
    }

    void schema(Model model) {
        String name = model.fresh(dice, "s");
        model.add(Rank.SCHEMA, now -> Model.element("SCHEMA " + name, "CREATE SCHEMA " + name, "", ""));
    }

    void extension(Model model) {
        String name = dice.pick("citext", "hstore", "pg_trgm", "pg_stat_statements", "\"uuid-ossp\"");
        model.add(
                Rank.EXTENSION,
                now -> Model.element(
                        "EXTENSION " + name,
                        "CREATE EXTENSION " + name,
                        " ",
                        "",
                        " SCHEMA " + (dice.chance(85) ? "public" : now.schema(dice)),
                        name.equals("pg_trgm") ? dice.maybe(40, "VERSION '1.5'") : ""));
    }

    /** The label 'one' is always there, so that rows can have it. */
    void enumeration(Model model) {
        String name = model.freshIn(dice, "e");
        model.add(Rank.TYPE, now -> {
            List<String> labels = new ArrayList<>(LABELS);
            labels.removeIf(label -> dice.chance(45));
            labels.add(dice.below(labels.size() + 1), "'one'");
            return Model.element(
                    "TYPE " + name, "CREATE TYPE " + name + " AS ENUM (", ", ", ")", labels.toArray(String[]::new));
        });
    }

    void composite(Model model) {
        String name = model.freshIn(dice, "y");
        model.add(
                Rank.TYPE,
                now -> Model.element(
                        "TYPE " + name,
                        "CREATE TYPE " + name + " AS (",
                        ", ",
                        ")",
                        "a integer",
                        dice.maybe(80, "b " + dice.pick("text", "text COLLATE \"C\"", "varchar(20)")),
                        dice.maybe(40, "d date"),
                        dice.maybe(
                                20,
                                "e "
                                        + (now.names("DOMAIN").isEmpty()
                                                ? "integer[]"
                                                : dice.pick(now.names("DOMAIN"))))));
    }

    void range(Model model) {
        String name = model.freshIn(dice, "r");
        model.add(Rank.TYPE, now -> {
            String of = dice.pick("timetz", "text", "double precision", "inet");
            return Model.element(
                    "TYPE " + name,
                    "CREATE TYPE " + name + " AS RANGE (",
                    ", ",
                    ")",
                    "subtype = " + of,
                    of.equals("text") ? dice.maybe(50, "collation = \"C\"") : "",
                    of.startsWith("double") ? dice.maybe(60, "subtype_diff = float8mi") : "",
                    dice.maybe(30, "multirange_type_name = " + name.replaceAll("\"?$", "_m$0")));
        });
    }

    void domain(Model model) {
        String name = model.freshIn(dice, "d");
        boolean text = dice.chance(40);
        model.add(
                Rank.TYPE,
                now -> Model.element(
                        "DOMAIN " + name,
                        "CREATE DOMAIN " + name + " AS "
                                + (text
                                        ? dice.pick("text", "text", "varchar(30)")
                                        : dice.pick("integer", "integer", "bigint"))
                                + " ",
                        " ",
                        "",
                        text ? dice.maybe(20, "COLLATE \"C\"") : "",
                        dice.maybe(30, "DEFAULT " + (text ? "'7'" : "7")),
                        dice.maybe(15, "NOT NULL"),
                        dice.maybe(50, "CONSTRAINT positive CHECK (VALUE" + (text ? " <> ''" : " > 0") + ")"),
                        dice.maybe(25, "CHECK (VALUE" + (text ? " <> 'x'" : " < " + (1000 + dice.below(3))) + ")")));
        if (dice.chance(15)) {
            model.add(
                    Rank.TYPE,
                    now -> Model.element(
                            "ALTER later " + name,
                            "ALTER DOMAIN " + name + " ADD CONSTRAINT later CHECK (VALUE IS NOT NULL) NOT VALID",
                            "",
                            ""));
        }
    }

    void collation(Model model) {
        String name = model.freshIn(dice, "co");
        model.add(Rank.SCHEMA, now -> {
            boolean libc = dice.chance(50);
            return Model.element(
                    "COLLATION " + name,
                    "CREATE COLLATION " + name + " (",
                    ", ",
                    ")",
                    "provider = " + (libc ? "libc" : "icu"),
                    "locale = " + (libc ? dice.pick("'C'", "'POSIX'") : dice.pick("'und'", "'de'", "'en-u-kn-true'")),
                    libc ? "" : dice.maybe(40, "deterministic = false"),
                    libc ? "" : dice.maybe(25, 16, "rules = '&a < g'"));
        });
    }

    void sequence(Model model) {
        String name = model.freshIn(dice, "q");
        model.add(
                Rank.SEQUENCE,
                now -> Model.element(
                        "SEQUENCE " + name,
                        "CREATE " + dice.maybe(10, 15, "UNLOGGED ") + "SEQUENCE " + name + " ",
                        " ",
                        "",
                        dice.maybe(40, "AS " + dice.pick("integer", "smallint")),
                        dice.maybe(40, "INCREMENT " + dice.pick("2", "5", "-1")),
                        dice.maybe(25, "MINVALUE -100"),
                        dice.maybe(25, "MAXVALUE " + (1000 + dice.below(5))),
                        dice.maybe(30, "START " + -dice.below(9)),
                        dice.maybe(30, "CACHE 5"),
                        dice.maybe(25, "CYCLE")));
    }
}
