// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.generated.Element;

/** Makes the four kinds of text search objects. */
final class SearchMaker {
    private final Dice dice;

    SearchMaker(Dice dice) {
        this.dice = dice;
    }

    void parser(Model model) {
        String name = model.freshIn(dice, "tp");
        model.add(
                Rank.METHOD,
                now -> Model.element(
                        "TEXT SEARCH PARSER " + name,
                        "CREATE TEXT SEARCH PARSER " + name + " (",
                        ", ",
                        ")",
                        "START = prsd_start",
                        "GETTOKEN = prsd_nexttoken",
                        "END = prsd_end",
                        "LEXTYPES = prsd_lextype",
                        dice.maybe(50, "HEADLINE = prsd_headline")));
    }

    void template(Model model) {
        String name = model.freshIn(dice, "tt");
        model.add(
                Rank.METHOD,
                now -> Model.element(
                        "TEXT SEARCH TEMPLATE " + name,
                        "CREATE TEXT SEARCH TEMPLATE " + name + " (",
                        ", ",
                        ")",
                        "LEXIZE = dsimple_lexize",
                        dice.maybe(60, "INIT = dsimple_init")));
    }

    void dictionary(Model model) {
        String name = model.freshIn(dice, "td");
        model.add(Rank.SEARCH, now -> {
            String template = now.any(dice, "TEXT SEARCH TEMPLATE");
            boolean own = !template.equals("missing") && dice.chance(25);
            boolean simple = dice.chance(50);
            return Model.element(
                    "TEXT SEARCH DICTIONARY " + name,
                    "CREATE TEXT SEARCH DICTIONARY " + name + " (",
                    ", ",
                    ")",
                    "TEMPLATE = " + (own ? template : simple ? "simple" : "snowball"),
                    own || simple ? "" : "Language = " + dice.pick("german", "english"),
                    own ? "" : dice.maybe(30, "StopWords = " + dice.pick("english", "german")),
                    !own && simple ? dice.maybe(30, "Accept = false") : "");
        });
    }

    void configuration(Model model) {
        String name = model.freshIn(dice, "tc");
        model.add(Rank.SEARCH, now -> {
            String parser = now.any(dice, "TEXT SEARCH PARSER");
            return Element.whole(
                    "TEXT SEARCH CONFIGURATION " + name,
                    "CREATE TEXT SEARCH CONFIGURATION " + name + " ("
                            + (parser.equals("missing") || dice.chance(60)
                                    ? dice.pick("PARSER = default", "COPY = simple")
                                    : "PARSER = " + parser)
                            + ")");
        });
        for (int i = dice.below(3); i > 0; i--) {
            String token = dice.pick("url", "email", "asciiword, word", "int");
            String verb = dice.pick("ADD", "ALTER");
            model.add(Rank.FOREIGN, now -> {
                String own = now.any(dice, "TEXT SEARCH DICTIONARY");
                return Element.whole(
                        "ALTER mapping " + token + " of " + name,
                        "ALTER TEXT SEARCH CONFIGURATION " + name + " " + verb + " MAPPING FOR " + token + " WITH "
                                + (own.equals("missing") ? "" : own + ", ") + "simple");
            });
        }
    }
}
