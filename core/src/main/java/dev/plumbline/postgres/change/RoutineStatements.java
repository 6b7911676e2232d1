// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Aggregate;
import dev.plumbline.catalog.Routine;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.StableText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Statements for functions, procedures and aggregates. */
final class RoutineStatements {
    /** How {@code pg_get_functiondef} begins a body that is kept as text, or the link symbol of one in C. */
    private static final Pattern TEXT_BODY = Pattern.compile("^AS [$'E]", Pattern.MULTILINE);

    private static final String HYPOTHETICAL = "hypothetical";

    private RoutineStatements() {}

    /**
     * CREATE OR REPLACE keeps what depends on the routine, but cannot change the result, rename an argument or take a
     * default away (PostgreSQL documentation, CREATE FUNCTION, Notes).
     */
    static Optional<Alteration> alter(Routine from, Routine to) {
        boolean sameNames = from.inputNames().equals(to.inputNames())
                || from.inputNames().stream().allMatch(String::isEmpty);
        boolean replaceable = from.result().equals(to.result())
                && from.outputs().equals(to.outputs())
                && sameNames
                && to.defaultCount() >= from.defaultCount();
        return replaceable ? Optional.of(Alteration.of(create(to))) : Optional.empty();
    }

    /** Returns the definition; a body that is a string is the author's own text and stays as it is. */
    static String create(Routine routine) {
        String definition = routine.definition();
        Matcher body = TEXT_BODY.matcher(definition);
        return body.find()
                ? StableText.of(definition.substring(0, body.start())) + definition.substring(body.start())
                : StableText.of(definition);
    }

    /**
     * CREATE OR REPLACE keeps what depends on the aggregate, but cannot change its result or what sort of aggregate it is
     * (PostgreSQL documentation, CREATE AGGREGATE, Notes).
     */
    static Optional<Alteration> alter(Aggregate from, Aggregate to) {
        boolean replaceable = from.signature().equals(to.signature())
                && from.result().equals(to.result())
                && from.options().containsKey(HYPOTHETICAL) == to.options().containsKey(HYPOTHETICAL);
        return replaceable ? Optional.of(Alteration.of(create("CREATE OR REPLACE AGGREGATE ", to))) : Optional.empty();
    }

    static String create(Aggregate aggregate) {
        return create("CREATE AGGREGATE ", aggregate);
    }

    private static String create(String create, Aggregate aggregate) {
        return create + named(aggregate) + " ("
                + aggregate.options().entrySet().stream()
                        .map(e ->
                                e.getKey() + (e.getValue().isEmpty() ? "" : " = " + operator(e.getKey(), e.getValue())))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String operator(String option, String value) {
        if (!option.equals("sortop")) {
            return value;
        }
        int dot = value.lastIndexOf('.');
        return dot < 0 ? value : "OPERATOR(" + value + ")";
    }

    static String drop(Aggregate aggregate) {
        return "DROP AGGREGATE " + named(aggregate);
    }

    /** Returns the name with the argument list that CREATE, DROP and COMMENT ON AGGREGATE want. */
    static String named(Aggregate aggregate) {
        return Sql.routineName(aggregate.key()) + "(" + (aggregate.signature().isEmpty() ? "*" : aggregate.signature())
                + ")";
    }
}
