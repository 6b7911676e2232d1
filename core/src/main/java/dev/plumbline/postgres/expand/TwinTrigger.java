// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.StableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The trigger that gives a column and its twin the same value, whichever of them is written. It fires for what replication
 * brings too.
 *
 * <p>An INSERT does not tell a trigger which columns it names. So the second column has the default of the first, where that is
 * the same each time that it is evaluated in a statement: then the second one was given a value if it does not have that. A
 * default that is not goes to the first column alone, and the second one was given a value if it has one. An UPDATE tells by
 * what has changed.
 *
 * @param type of both columns
 * @param steady the default that both have; empty where the second has none
 * @param others whether further triggers may change the row before it is written; they know the first column
 */
record TwinTrigger(ColumnTwin twin, String type, Optional<String> steady, boolean others) {
    private String function() {
        return Sql.name(twin.to().schema()) + "." + Sql.name(twin.function());
    }

    /** Returns the keys of what fires. */
    List<ObjectKey> keys() {
        return others ? List.of(twin.first(), twin.last()) : List.of(twin.first());
    }

    /** Returns what makes its function. One of that name that is somebody else's is an error, never replaced. */
    String createFunction() {
        return "CREATE FUNCTION " + function() + "() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS "
                + body();
    }

    /** Returns what puts it up once there is its function. */
    List<String> create() {
        List<String> sql = new ArrayList<>();
        String names =
                Sql.literal(twin.from().name()) + ", " + Sql.literal(twin.to().name());
        sql.addAll(trigger(twin.first().name(), names));
        if (others) {
            sql.addAll(trigger(twin.last().name(), names + ", 'last'"));
        }
        return sql;
    }

    private List<String> trigger(String name, String arguments) {
        String table = Sql.of(twin.table());
        return List.of(
                "CREATE TRIGGER " + Sql.name(name) + " BEFORE INSERT OR UPDATE ON " + table
                        + " FOR EACH ROW EXECUTE FUNCTION " + function() + "(" + arguments + ")",
                "ALTER TABLE " + table + " ENABLE ALWAYS TRIGGER " + Sql.name(name));
    }

    private String body() {
        String first = Sql.name(twin.from().name());
        String second = Sql.name(twin.to().name());
        String text = """

                BEGIN
                    IF TG_NARGS > 2 THEN
                        NEW.%2$s := NEW.%1$s;
                    ELSIF TG_OP = 'INSERT' THEN
                        IF %3$s THEN
                            NEW.%2$s := NEW.%1$s;
                        ELSE
                            NEW.%1$s := NEW.%2$s;
                        END IF;
                    ELSIF pg_catalog.record_image_ne(ROW(NEW.%2$s), ROW(OLD.%2$s)) THEN
                        NEW.%1$s := NEW.%2$s;
                    ELSE
                        NEW.%2$s := NEW.%1$s;
                    END IF;
                    RETURN NEW;
                END
                """.formatted(first, second, isNotGiven("NEW." + second));
        return Sql.body(text);
    }

    /** Types without an operator for equality have an image all the same; it differs where they would say equal. */
    private String isNotGiven(String value) {
        return steady.map(expression -> "pg_catalog.record_image_eq(ROW(" + value + "), ROW(CAST("
                        + StableText.of(expression) + " AS " + type + ")))")
                .orElse(value + " IS NOT DISTINCT FROM NULL");
    }
}
