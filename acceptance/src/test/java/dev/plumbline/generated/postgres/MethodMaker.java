// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.generated.Element;

/** Makes what extends the language: casts, operators with classes and families, languages, access methods, transforms. */
final class MethodMaker {
    private final Dice dice;

    MethodMaker(Dice dice) {
        this.dice = dice;
    }

    void operator(Model model) {
        String schema = model.schema(dice);
        String symbol = dice.pick("===", "<->>", "@#@", "%%", "!==");
        String type = dice.pick("text", "boolean", "uuid");
        model.add(
                Rank.METHOD,
                now -> Model.element(
                        "OPERATOR " + schema + "." + symbol + " (" + type + ", " + type + ")",
                        "CREATE OPERATOR " + schema + "." + symbol + " (",
                        ", ",
                        ")",
                        "LEFTARG = " + type,
                        "RIGHTARG = " + type,
                        "FUNCTION = "
                                + switch (type) {
                                    case "text" -> dice.pick("texteq", "textne");
                                    case "boolean" -> dice.pick("booleq", "boolne");
                                    default -> dice.pick("uuid_eq", "uuid_ne");
                                },
                        dice.maybe(30, "COMMUTATOR = OPERATOR(" + schema + "." + symbol + ")"),
                        dice.maybe(30, "RESTRICT = " + dice.pick("eqsel", "neqsel")),
                        dice.maybe(30, "JOIN = eqjoinsel"),
                        dice.maybe(30, "HASHES"),
                        dice.maybe(30, "MERGES")));
    }

    void family(Model model) {
        String name = model.freshIn(dice, "of");
        String method = dice.pick("btree", "hash");
        model.add(
                Rank.ROUTINE,
                now -> Element.whole(
                        "OPERATOR FAMILY " + name + " USING " + method,
                        "CREATE OPERATOR FAMILY " + name + " USING " + method));
        if (dice.chance(50) && method.equals("btree")) {
            model.add(
                    Rank.METHOD,
                    now -> Element.whole(
                            "ALTER members " + name,
                            "ALTER OPERATOR FAMILY " + name + " USING btree ADD OPERATOR 1 < (integer, bigint)"
                                    + dice.maybe(50, ", FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint)")));
        }
        if (dice.chance(60)) {
            String opclass = model.freshIn(dice, "oc");
            model.add(
                    Rank.METHOD,
                    now -> Model.element(
                            "OPERATOR CLASS " + opclass + " USING " + method,
                            "CREATE OPERATOR CLASS " + opclass + " FOR TYPE integer USING " + method + " FAMILY " + name
                                    + " AS ",
                            ", ",
                            "",
                            method.equals("btree") ? "OPERATOR 1 <" : "OPERATOR 1 =",
                            method.equals("btree") ? dice.maybe(70, "OPERATOR 5 >") : "",
                            method.equals("btree")
                                    ? "FUNCTION 1 btint4cmp(integer, integer)"
                                    : "FUNCTION 1 hashint4(integer)"));
        }
    }

    void cast(Model model) {
        String name = dice.pick("(point AS text)", "(uuid AS bytea)", "(inet AS bigint)", "(date AS integer)");
        String source = name.substring(1, name.indexOf(' '));
        String target = name.replaceAll(".* AS (.*)\\)", "$1");
        String function = model.freshIn(dice, "cf");
        model.add(
                Rank.ROUTINE,
                now -> Element.whole(
                        "FUNCTION " + function + "(" + source + ")",
                        "CREATE FUNCTION " + function + "(" + source + ") RETURNS " + target
                                + " LANGUAGE sql AS $$ SELECT NULL::" + target + " $$"));
        model.add(
                Rank.METHOD,
                now -> Model.element(
                        "CAST " + name,
                        "CREATE CAST " + name + " "
                                + (dice.chance(70) ? "WITH FUNCTION " + function + "(" + source + ")" : "WITH INOUT"),
                        "",
                        "",
                        dice.pick("", " AS ASSIGNMENT", " AS IMPLICIT")));
    }

    void conversion(Model model) {
        String name = model.freshIn(dice, "cv");
        model.add(
                Rank.METHOD,
                now -> Element.whole(
                        "CONVERSION " + name,
                        "CREATE " + dice.maybe(30, "DEFAULT ") + "CONVERSION " + name
                                + dice.pick(
                                        " FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8",
                                        " FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1")));
    }

    void language(Model model) {
        String name = model.fresh(dice, "la");
        String function = model.freshIn(dice, "lf");
        model.add(
                Rank.TYPE,
                now -> Element.whole(
                        "FUNCTION " + function + "()",
                        "CREATE FUNCTION " + function
                                + "() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler'"));
        model.add(
                Rank.ROUTINE,
                now -> Element.whole(
                        "LANGUAGE " + name,
                        "CREATE " + dice.maybe(50, "TRUSTED ") + "LANGUAGE " + name + " HANDLER " + function));
        if (dice.chance(50)) {
            transform(model, name);
        }
    }

    private void transform(Model model, String language) {
        String function = model.freshIn(dice, "tf");
        model.add(
                Rank.ROUTINE,
                now -> Element.whole(
                        "FUNCTION " + function + "(internal)",
                        "CREATE FUNCTION " + function
                                + "(internal) RETURNS internal LANGUAGE internal STRICT IMMUTABLE AS 'prsd_end'"));
        model.add(
                Rank.METHOD,
                now -> Element.whole(
                        "TRANSFORM FOR bigint LANGUAGE " + language,
                        "CREATE TRANSFORM FOR bigint LANGUAGE " + language + " (FROM SQL WITH FUNCTION " + function
                                + "(internal))"));
    }

    void accessMethod(Model model) {
        String name = model.fresh(dice, "am");
        model.add(
                Rank.METHOD,
                now -> Element.whole(
                        "ACCESS METHOD " + name,
                        "CREATE ACCESS METHOD " + name
                                + dice.pick(
                                        " TYPE INDEX HANDLER bthandler",
                                        " TYPE INDEX HANDLER hashhandler",
                                        " TYPE TABLE HANDLER heap_tableam_handler")));
    }
}
