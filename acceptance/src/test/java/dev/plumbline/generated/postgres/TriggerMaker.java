// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.generated.Element;
import java.util.List;

/** Makes triggers, rules, policies, event triggers. */
final class TriggerMaker {
    /** A function that every schema has. */
    static final String FUNCTION = "public.touch()";

    private final Dice dice;

    TriggerMaker(Dice dice) {
        this.dice = dice;
    }

    /** Adds the functions that triggers call. */
    static void functions(Model model) {
        model.add(
                Rank.SCHEMA,
                now -> Element.whole(
                        "FUNCTION " + FUNCTION,
                        "CREATE FUNCTION " + FUNCTION
                                + " RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$"));
        model.add(
                Rank.SCHEMA,
                now -> Element.whole(
                        "FUNCTION public.watch()",
                        "CREATE FUNCTION public.watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$"));
    }

    void trigger(Model model) {
        String name = model.fresh(dice, "g");
        String on = model.table(dice).name;
        model.add(Rank.ON_TABLE, now -> {
            Table table = now.table(on);
            Column column = dice.pick(table.columns);
            String head = switch (dice.below(6)) {
                case 0 ->
                    "TRIGGER " + name + " AFTER INSERT ON " + on + " REFERENCING NEW TABLE AS fresh"
                            + dice.maybe(40, " FOR EACH STATEMENT");
                case 1 ->
                    "TRIGGER " + name + " AFTER UPDATE ON " + on
                            + " REFERENCING OLD TABLE AS a NEW TABLE AS b FOR EACH " + dice.pick("STATEMENT", "ROW");
                case 2 ->
                    "CONSTRAINT TRIGGER " + name + " AFTER INSERT OR UPDATE ON " + on
                            + dice.maybe(30, " FROM public.nowhere")
                            + dice.pick("", " DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED") + " FOR EACH ROW";
                case 3 ->
                    "TRIGGER " + name + " BEFORE UPDATE OF " + column.name + " ON " + on + " FOR EACH ROW"
                            + dice.maybe(
                                    40,
                                    " WHEN (OLD." + column.name + "::text IS DISTINCT FROM NEW." + column.name
                                            + "::text)");
                case 4 -> "TRIGGER " + name + " AFTER TRUNCATE ON " + on;
                default ->
                    "TRIGGER " + name + " " + dice.pick("BEFORE", "AFTER") + " "
                            + dice.pick("INSERT", "DELETE", "INSERT OR UPDATE OR DELETE") + " ON " + on + " FOR EACH "
                            + dice.pick("ROW", "STATEMENT");
            };
            return Element.whole(
                    "TRIGGER " + name + " ON " + on,
                    "CREATE " + head + " EXECUTE FUNCTION "
                            + (dice.chance(20) ? "public.touch('a', 'it''s')" : FUNCTION));
        });
        if (dice.chance(25)) {
            model.add(
                    Rank.ACCESSORY,
                    now -> Element.whole(
                            "ALTER state " + name,
                            "ALTER TABLE " + on + " " + dice.pick("DISABLE", "ENABLE REPLICA", "ENABLE ALWAYS")
                                    + " TRIGGER " + name));
        }
    }

    void rule(Model model) {
        String name = model.fresh(dice, "ru");
        List<String> views = model.names("VIEW");
        String on = views.isEmpty() || dice.chance(60) ? model.table(dice).name : dice.pick(views);
        model.add(
                Rank.ON_VIEW,
                now -> Element.whole(
                        "RULE " + name + " ON " + on,
                        "CREATE RULE " + name + " AS ON " + dice.pick("UPDATE", "DELETE") + " TO " + on
                                + dice.maybe(30, " WHERE CURRENT_USER = 'nobody'") + " DO "
                                + dice.pick("ALSO NOTHING", "ALSO SELECT 1", "ALSO NOTIFY changed")));
        if (dice.chance(20)) {
            model.add(
                    Rank.ACCESSORY,
                    now -> Element.whole("ALTER state " + name, "ALTER TABLE " + on + " DISABLE RULE " + name));
        }
    }

    void policy(Model model) {
        String name = model.fresh(dice, "po");
        String on = model.table(dice).name;
        model.add(Rank.ON_TABLE, now -> {
            Table table = now.table(on);
            String condition = "(" + dice.pick(table.columns).name + " IS NOT NULL"
                    + dice.maybe(20, " AND EXISTS (SELECT 1 FROM " + now.table(dice).name + ")")
                    + ")";
            String command = dice.pick("ALL", "SELECT", "INSERT", "UPDATE", "DELETE");
            return Model.element(
                    "POLICY " + name + " ON " + on,
                    "CREATE POLICY " + name + " ON " + on + dice.maybe(25, " AS RESTRICTIVE") + " FOR " + command + " ",
                    " ",
                    "",
                    dice.maybe(50, "TO " + dice.pick("app_reader", "app_reader, app_writer", "PUBLIC")),
                    command.equals("INSERT") ? "" : dice.maybe(80, "USING " + condition),
                    command.matches("SELECT|DELETE") ? "" : dice.maybe(50, "WITH CHECK " + condition));
        });
    }

    void event(Model model) {
        String name = model.fresh(dice, "ev");
        model.add(Rank.EVENT, now -> {
            String event = dice.pick("ddl_command_start", "ddl_command_end", "sql_drop", "table_rewrite");
            return Model.element(
                    "EVENT TRIGGER " + name,
                    "CREATE EVENT TRIGGER " + name + " ON " + event,
                    "",
                    " EXECUTE FUNCTION public.watch()",
                    event.equals("table_rewrite") ? "" : dice.maybe(50, " WHEN TAG IN ('CREATE TABLE', 'DROP TABLE')"));
        });
        if (dice.chance(25)) {
            model.add(
                    Rank.EVENT,
                    now -> Element.whole(
                            "ALTER state " + name,
                            "ALTER EVENT TRIGGER " + name
                                    + dice.pick(" DISABLE", " ENABLE REPLICA", " ENABLE ALWAYS")));
        }
    }
}
