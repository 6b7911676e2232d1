// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The trigger that computes the second form of values from the first where that is written, and the first from the second where
 * that is. Where a statement writes both, both stay as it wrote them. It is the last of those that fire before, so that it sees
 * what the others made of the row, and comes before constraints are checked; it fires for what replication brings too.
 *
 * <p>An UPDATE tells by what has changed which form it wrote. An INSERT does not tell which columns it names: one was given a value
 * if it does not have its default, which is why that must be the same each time.
 *
 * @param values how each column is computed from the row, as hints say
 * @param types of each column
 * @param defaults of those that have one
 * @param certain the first columns that are never null
 * @param steady the names of columns that stay and that the second form is computed from as well
 */
public record FormsTrigger(
        TwoForms forms,
        SortedMap<ObjectKey, String> values,
        Map<ObjectKey, String> types,
        Map<ObjectKey, String> defaults,
        List<ObjectKey> certain,
        List<ObjectKey> steady) {

    private String function() {
        return Sql.name(forms.table().schema()) + "." + Sql.name(forms.function());
    }

    /** Returns what makes its function. One of that name that is somebody else's is an error, never replaced. */
    public String createFunction() {
        return "CREATE FUNCTION " + function() + "() RETURNS trigger LANGUAGE plpgsql" + SyncTrigger.SETTINGS + " AS "
                + Sql.body(body());
    }

    /** Returns what puts it up once there is its function. */
    public List<String> create() {
        String table = Sql.of(forms.table());
        String name = Sql.name(forms.trigger().name());
        String arguments = forms.arguments().stream().map(Sql::literal).collect(Collectors.joining(", "));
        return List.of(
                "CREATE TRIGGER " + name + " BEFORE INSERT OR UPDATE ON " + table + " FOR EACH ROW EXECUTE FUNCTION "
                        + function() + "(" + arguments + ")",
                "ALTER TABLE " + table + " ENABLE ALWAYS TRIGGER " + name);
    }

    /** A column may have the name of a variable, so names in expressions are columns wherever they can be. */
    private String body() {
        return """

                #variable_conflict use_column
                DECLARE
                    first_written boolean;
                    second_written boolean;
                BEGIN
                    IF TG_OP = 'INSERT' THEN
                        first_written := %s;
                        second_written := %s;
                        IF NOT first_written AND NOT second_written THEN
                            second_written := %s;
                            first_written := NOT second_written;
                        END IF;
                    ELSE
                        first_written := %s;
                        second_written := %s;
                %s    END IF;
                    IF first_written AND NOT second_written THEN
                %s    ELSIF second_written AND NOT first_written THEN
                %s    END IF;
                    RETURN NEW;
                END
                """.formatted(
                        differ(row("NEW", forms.first()), byDefault(forms.first())),
                        differ(row("NEW", forms.second()), byDefault(forms.second())),
                        bySecondDefaults(),
                        differ(row("NEW", forms.first()), row("OLD", forms.first())),
                        differ(row("NEW", forms.second()), row("OLD", forms.second())),
                        steady.isEmpty() ? "" : following(),
                        computed(forms.second()),
                        computed(forms.first()));
    }

    /** Types without an operator for equality have an image all the same; it differs where they would say equal. */
    private static String differ(String row, String other) {
        return "pg_catalog.record_image_ne(" + row + ", " + other + ")";
    }

    private static String row(String of, List<ObjectKey> columns) {
        return "ROW(" + list(of, columns) + ")";
    }

    private static String list(String of, List<ObjectKey> columns) {
        return columns.stream().map(column -> field(of, column)).collect(Collectors.joining(", "));
    }

    private static String field(String of, ObjectKey column) {
        return of + "." + Sql.name(column.name());
    }

    private String byDefault(List<ObjectKey> columns) {
        return columns.stream()
                .map(column -> "CAST(" + defaults.getOrDefault(column, "NULL") + " AS " + types.get(column) + ")")
                .collect(Collectors.joining(", ", "ROW(", ")"));
    }

    /**
     * Where a row is inserted with neither form, the defaults of the first one count; but those of the second where the first has
     * none, or could not have been left out.
     */
    private String bySecondDefaults() {
        List<String> cases = new ArrayList<>();
        certain.forEach(column -> cases.add(field("NEW", column) + " IS NULL"));
        if (forms.second().stream().anyMatch(defaults::containsKey)
                && forms.first().stream().noneMatch(defaults::containsKey)) {
            cases.add("pg_catalog.num_nonnulls(" + list("NEW", forms.second()) + ") > 0");
        }
        return cases.isEmpty() ? "false" : String.join(" OR ", cases);
    }

    /** What else the second form is computed from counts as the first where the second is what it makes of it: nothing is lost. */
    private String following() {
        String computed = forms.second().stream()
                .map(column -> "CAST(" + value("OLD", column) + " AS " + types.get(column) + ")")
                .collect(Collectors.joining(", ", "ROW(", ")"));
        return "        IF NOT first_written AND NOT second_written AND "
                + differ(row("NEW", steady), row("OLD", steady)) + " THEN\n"
                + "            first_written := NOT " + differ(row("OLD", forms.second()), computed) + ";\n"
                + "        END IF;\n";
    }

    private String value(String of, ObjectKey column) {
        return "(SELECT " + values.get(column) + " FROM (SELECT " + of + ".*) AS "
                + Sql.name(forms.table().name()) + ")";
    }

    private String computed(List<ObjectKey> columns) {
        return columns.stream()
                .map(column -> "        " + field("NEW", column) + " := " + value("NEW", column) + ";\n")
                .collect(Collectors.joining());
    }
}
