// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.generated.Element;
import java.util.ArrayList;
import java.util.List;

/** Makes comments, grants, default privileges and publications. */
final class AccessoryMaker {
    private final Dice dice;

    AccessoryMaker(Dice dice) {
        this.dice = dice;
    }

    /** The objects that COMMENT ON can name, as it names them. */
    private static List<String> objects(Model model) {
        List<String> objects = new ArrayList<>();
        for (Table table : model.tables) {
            objects.add("TABLE " + table.name);
            table.columns.forEach(column -> objects.add("COLUMN " + table.name + "." + column.name));
        }
        model.parts.keySet().stream()
                .filter(id -> !id.matches("(?s)(ALTER|NOT NULL|COMMENT|GRANT|DEFAULT|USER MAPPING|HINT) .*"))
                .forEach(objects::add);
        return objects;
    }

    void comment(Model model) {
        String target = dice.pick(objects(model));
        model.add(
                Rank.ACCESSORY,
                now -> Element.whole(
                        "COMMENT " + target,
                        "COMMENT ON " + target + " IS "
                                + dice.pick("'a'", "'it''s; -- not'", "E'two\\nlines'", "'b'")));
    }

    void grant(Model model) {
        String role = dice.pick("app_reader", "app_writer", "PUBLIC");
        String target = dice.pick(objects(model));
        String kind = target.replaceAll(
                "(?s)^(TABLE|COLUMN|SCHEMA|SEQUENCE|FUNCTION|PROCEDURE|TYPE|DOMAIN|LANGUAGE|SERVER|FOREIGN DATA WRAPPER"
                        + "|VIEW|MATERIALIZED VIEW|FOREIGN TABLE|AGGREGATE) .*",
                "$1");
        if (kind.equals(target)) {
            return;
        }
        String name = target.substring(kind.length() + 1);
        model.add(
                Rank.ACCESSORY,
                now -> Element.whole(
                        "GRANT " + target + " " + role,
                        statement(kind, name)
                                + role
                                + (role.equals("PUBLIC") ? "" : dice.maybe(25, " WITH GRANT OPTION"))));
    }

    private String statement(String kind, String name) {
        return switch (kind) {
            case "COLUMN" -> {
                int dot = name.lastIndexOf('.');
                yield "GRANT " + dice.pick("SELECT", "UPDATE", "INSERT") + " (" + name.substring(dot + 1) + ") ON "
                        + name.substring(0, dot) + " TO ";
            }
            case "SCHEMA" -> "GRANT " + dice.pick("USAGE", "CREATE", "ALL") + " ON SCHEMA " + name + " TO ";
            case "SEQUENCE" -> "GRANT " + dice.pick("USAGE", "SELECT, UPDATE") + " ON SEQUENCE " + name + " TO ";
            case "FUNCTION", "AGGREGATE", "PROCEDURE" ->
                "GRANT EXECUTE ON ROUTINE "
                        + name.replace("(*)", "()").replaceAll(" ORDER BY .*", ", double precision)") + " TO ";
            case "TYPE", "DOMAIN" -> "GRANT USAGE ON TYPE " + name + " TO ";
            case "LANGUAGE", "FOREIGN DATA WRAPPER" -> "GRANT USAGE ON " + kind + " " + name + " TO ";
            case "SERVER" -> "GRANT USAGE ON FOREIGN SERVER " + name + " TO ";
            default ->
                "GRANT " + dice.pick("SELECT", "INSERT, UPDATE", "ALL", "TRUNCATE, TRIGGER") + " ON " + name + " TO ";
        };
    }

    /** Takes back what everybody may do unless told otherwise. */
    void revoke(Model model) {
        List<String> functions = model.names("FUNCTION");
        List<String> types = model.names("TYPE");
        if (dice.chance(50) && !functions.isEmpty()) {
            String function = dice.pick(functions);
            model.add(
                    Rank.ACCESSORY,
                    now -> Element.whole(
                            "ALTER revoke " + function, "REVOKE EXECUTE ON FUNCTION " + function + " FROM PUBLIC"));
        } else if (!types.isEmpty()) {
            String type = dice.pick(types);
            model.add(
                    Rank.ACCESSORY,
                    now -> Element.whole("ALTER revoke " + type, "REVOKE USAGE ON TYPE " + type + " FROM PUBLIC"));
        }
    }

    void defaultPrivilege(Model model) {
        String kind = dice.pick("TABLES", "SEQUENCES", "FUNCTIONS", "TYPES", "SCHEMAS");
        String schema = dice.chance(50) || kind.equals("SCHEMAS") ? "" : " IN SCHEMA " + model.schema(dice);
        boolean first = dice.chance(40);
        model.add(
                first ? Rank.EXTENSION : Rank.EVENT,
                now -> Element.whole(
                        "DEFAULT " + kind + schema,
                        "ALTER DEFAULT PRIVILEGES" + dice.maybe(20, " FOR ROLE app_owner") + schema
                                + (schema.isEmpty() && kind.matches("FUNCTIONS|TYPES") && dice.chance(40)
                                        ? " REVOKE ALL ON " + kind + " FROM PUBLIC"
                                        : " GRANT ALL ON " + kind + " TO " + dice.pick("app_reader", "app_writer")
                                                + dice.maybe(20, " WITH GRANT OPTION"))));
    }

    void publication(Model model) {
        String name = model.fresh(dice, "pu");
        model.add(Rank.PUBLICATION, now -> {
            Table table = now.table(dice);
            String columns = table.columns.stream()
                    .filter(column -> !column.isComputed())
                    .map(column -> column.name)
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("missing");
            String what = switch (dice.below(6)) {
                case 0 -> " FOR ALL TABLES";
                case 1 -> dice.since(15) ? " FOR TABLES IN SCHEMA " + now.schema(dice) : "";
                case 2 -> "";
                case 3 ->
                    " FOR TABLE " + table.name
                            + (dice.since(15) ? " WHERE (" + table.columns.getFirst().name + " IS NOT NULL)" : "");
                case 4 -> " FOR TABLE " + table.name + (dice.since(15) ? " (" + columns + ")" : "");
                default -> " FOR TABLE ONLY " + table.name + dice.maybe(50, ", " + now.table(dice).name);
            };
            return Model.element(
                    "PUBLICATION " + name,
                    "CREATE PUBLICATION " + name + what,
                    "",
                    "",
                    dice.maybe(
                            40,
                            " WITH ("
                                    + dice.pick(
                                            "publish = 'insert'",
                                            "publish_via_partition_root = true",
                                            "publish = 'insert, delete', publish_via_partition_root = true")
                                    + (dice.since(18) ? dice.maybe(40, 18, ", publish_generated_columns = stored") : "")
                                    + ")"));
        });
    }
}
