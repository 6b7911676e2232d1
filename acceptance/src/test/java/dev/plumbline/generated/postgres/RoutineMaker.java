// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.generated.Element;
import java.util.List;

/** Makes functions, procedures and aggregates. */
final class RoutineMaker {
    private final Dice dice;

    RoutineMaker(Dice dice) {
        this.dice = dice;
    }

    /** A function of a number, or of none, that answers with one. */
    void function(Model model) {
        String name = model.freshIn(dice, "f");
        String arguments = dice.pick("", "integer", "integer");
        if (dice.chance(15)) {
            overload(model, name);
        }
        model.add(Rank.ROUTINE, now -> {
            String parameters = arguments.isEmpty() ? "" : dice.pick("integer", "n integer", "n integer DEFAULT 3");
            String head = "CREATE FUNCTION " + name + "(" + parameters + ") RETURNS integer ";
            return switch (dice.below(4)) {
                case 0 ->
                    attributed(
                            name,
                            arguments,
                            head + "LANGUAGE sql",
                            " RETURN " + dice.pick("1", "2 + 3", "length('a')"));
                case 1 ->
                    attributed(
                            name,
                            arguments,
                            head + "LANGUAGE sql",
                            " BEGIN ATOMIC SELECT " + dice.pick("1", "2") + "; END");
                case 2 ->
                    attributed(
                            name,
                            arguments,
                            head + "LANGUAGE plpgsql",
                            " AS $$ BEGIN RETURN " + dice.pick("1", "2") + "; END $$");
                default -> attributed(name, arguments, head + "LANGUAGE sql", " AS 'SELECT " + dice.below(5) + "'");
            };
        });
    }

    private void overload(Model model, String name) {
        model.add(
                Rank.ROUTINE,
                now -> attributed(
                        name,
                        "text, integer[]",
                        "CREATE FUNCTION " + name + "(a text, VARIADIC b integer[]) RETURNS text LANGUAGE sql",
                        " AS $$ SELECT a $$"));
    }

    private Element attributed(String name, String arguments, String head, String body) {
        boolean plain = dice.chance(50);
        return Model.element(
                "FUNCTION " + name + "(" + arguments + ")",
                head + " ",
                " ",
                body,
                dice.pick("IMMUTABLE", "STABLE", "VOLATILE", ""),
                plain ? "" : dice.maybe(30, "STRICT"),
                plain ? "" : dice.maybe(30, "SECURITY DEFINER"),
                plain ? "" : dice.maybe(30, "PARALLEL " + dice.pick("SAFE", "RESTRICTED")),
                plain ? "" : dice.maybe(20, "LEAKPROOF"),
                plain ? "" : dice.maybe(30, "COST " + (2 + dice.below(50))),
                plain ? "" : dice.maybe(30, "SET search_path TO 'public', 'pg_temp'"),
                plain ? "" : dice.maybe(15, "SET work_mem TO '8MB'"));
    }

    /** A function that needs a table or a type. */
    void late(Model model) {
        String name = model.freshIn(dice, "fl");
        Table table = model.table(dice);
        String on = table.name;
        switch (dice.below(7)) {
            case 0 ->
                model.add(Rank.ON_VIEW, now -> {
                    Column column = dice.pick(now.table(on).columns);
                    return attributed(
                            name,
                            "",
                            "CREATE FUNCTION " + name + "() RETURNS SETOF " + column.type + " LANGUAGE sql ROWS "
                                    + (5 + dice.below(9)),
                            " BEGIN ATOMIC SELECT " + column.name + " FROM " + on + "; END");
                });
            case 1 ->
                model.add(
                        Rank.ON_VIEW,
                        now -> attributed(
                                name,
                                "",
                                "CREATE FUNCTION " + name + "() RETURNS SETOF " + on + " LANGUAGE sql",
                                " AS $$ SELECT * FROM " + on + " $$"));
            case 2 ->
                model.add(
                        Rank.ON_VIEW,
                        now -> attributed(
                                name,
                                on,
                                "CREATE FUNCTION " + name + "(r " + on + ") RETURNS text LANGUAGE sql",
                                " AS $$ SELECT r::text $$"));
            case 3 ->
                model.add(
                        Rank.ON_VIEW,
                        now -> attributed(
                                name,
                                "integer",
                                "CREATE FUNCTION " + name + "(IN a integer, OUT b text, " + dice.pick("OUT", "INOUT")
                                        + " c integer) LANGUAGE sql",
                                " AS $$ SELECT 'x', 1 $$"));
            case 4 ->
                model.add(
                        Rank.ON_VIEW,
                        now -> attributed(
                                name,
                                "",
                                "CREATE FUNCTION " + name + "() RETURNS TABLE (x integer, "
                                        + dice.pick("y text", "y date", "z text") + ") LANGUAGE plpgsql",
                                " AS $$ BEGIN END $$"));
            case 5 -> {
                List<String> types = model.names("TYPE");
                String type = types.isEmpty() ? "integer" : dice.pick(types);
                model.add(
                        Rank.ROUTINE,
                        now -> attributed(
                                name,
                                type,
                                "CREATE FUNCTION " + name + "(v " + type + dice.maybe(30, " DEFAULT NULL")
                                        + ") RETURNS " + type + " LANGUAGE sql",
                                " AS $$ SELECT v $$"));
            }
            default ->
                model.add(
                        Rank.ROUTINE,
                        now -> Model.element(
                                "FUNCTION " + name + "()",
                                "CREATE FUNCTION " + name + "() RETURNS bigint LANGUAGE internal WINDOW ",
                                " ",
                                " AS '" + dice.pick("window_row_number", "window_rank") + "'",
                                dice.pick("IMMUTABLE", "STABLE")));
        }
    }

    void procedure(Model model) {
        String name = model.freshIn(dice, "pr");
        Table table = model.table(dice);
        model.add(Rank.ON_VIEW, now -> {
            boolean atomic = dice.chance(40);
            return Model.element(
                    "PROCEDURE " + name + "(integer)",
                    "CREATE PROCEDURE " + name + "(" + dice.pick("a integer", "INOUT a integer", "a integer DEFAULT 2")
                            + ") LANGUAGE " + (atomic ? "sql " : "plpgsql "),
                    " ",
                    atomic
                            ? " BEGIN ATOMIC DELETE FROM " + table.name + "; SELECT 1; END"
                            : " AS $$ BEGIN NULL; END $$",
                    dice.maybe(30, "SECURITY DEFINER"),
                    dice.maybe(30, "SET search_path TO ''"));
        });
    }

    void aggregate(Model model) {
        String name = model.freshIn(dice, "ag");
        switch (dice.below(4)) {
            case 0 ->
                model.add(
                        Rank.ROUTINE,
                        now -> Model.element(
                                "AGGREGATE " + name + "(double precision ORDER BY double precision)",
                                "CREATE AGGREGATE " + name + "(double precision ORDER BY double precision) (",
                                ", ",
                                ")",
                                "SFUNC = ordered_set_transition",
                                "STYPE = internal",
                                "FINALFUNC = percentile_cont_float8_final",
                                dice.maybe(50, "FINALFUNC_EXTRA"),
                                dice.maybe(50, "FINALFUNC_MODIFY = READ_WRITE")));
            case 1 ->
                model.add(
                        Rank.ROUTINE,
                        now -> Model.element(
                                "AGGREGATE " + name + "(*)",
                                "CREATE AGGREGATE " + name + "(*) (",
                                ", ",
                                ")",
                                "SFUNC = int8inc",
                                "STYPE = int8",
                                dice.maybe(80, "INITCOND = '" + dice.below(3) + "'")));
            default ->
                model.add(
                        Rank.ROUTINE,
                        now -> Model.element(
                                "AGGREGATE " + name + "(integer)",
                                "CREATE AGGREGATE " + name + "(integer) (",
                                ", ",
                                ")",
                                "SFUNC = " + dice.pick("int4larger", "int4pl"),
                                "STYPE = int4",
                                dice.maybe(30, "SSPACE = 64"),
                                dice.maybe(30, "COMBINEFUNC = int4pl"),
                                dice.maybe(40, "INITCOND = '0'"),
                                dice.maybe(30, "PARALLEL = " + dice.pick("SAFE", "RESTRICTED")),
                                dice.maybe(20, "SORTOP = >"),
                                dice.chance(20)
                                        ? "MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = int4, MINITCOND = '0'"
                                        : ""));
        }
    }
}
