// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static dev.plumbline.postgres.FormHalves.EXPAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.PlanOptions;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Plan;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns that are to be split, merged, or to take another type or other values, while two applications are at work, where that cannot be: it is said why. */
class FormRefusalTest {
    private static final ScenarioServers SERVERS = new ScenarioServers();
    private static final int NEWEST = 18;

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    @Test
    void aTypeUnderTheSameNameIsSaidToHaveNoTwoForms() {
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(
                    server,
                    "CREATE TABLE t (id int PRIMARY KEY, n int);",
                    "CREATE TABLE t (id int PRIMARY KEY, n text);");
            Plan plan = way.plan(EXPAND);
            assertThat(plan.isEmpty()).isTrue();
            assertThat(plan.notes())
                    .anyMatch(note -> note.startsWith("column public.t.n changes its type under its own name"));
        });
    }

    static Stream<Arguments> recasts() {
        String key = "id int PRIMARY KEY, ";
        String renamed = "\n-- plumbline: renamed from a\n";
        String using = "-- plumbline: using %s\n-- plumbline: reverse using %s\n";
        return Stream.of(
                Arguments.of(
                        key + "a int",
                        key + renamed + "-- plumbline: using b || '!'\nb text",
                        "no hint says how column public.t.a"),
                Arguments.of(key + "a int", key + renamed + "b uuid", "cannot cast type"),
                Arguments.of(
                        key + "a int",
                        key + renamed + using.formatted("b <> 0", "NOT b") + "b boolean",
                        "cannot compute column public.t.a from the other form"),
                Arguments.of(
                        key + "a int",
                        key + renamed + using.formatted("bb <> 0", "b::int") + "b boolean",
                        "column \"bb\" does not exist"),
                Arguments.of("a int", renamed + "b text", "has no primary key"),
                Arguments.of(
                        key + "a int GENERATED ALWAYS AS IDENTITY",
                        key + renamed + "b bigint GENERATED ALWAYS AS IDENTITY",
                        "has values of another kind"),
                Arguments.of(
                        key + "a int, r text",
                        key + renamed + "b text,\n-- plumbline: renamed from r\nr2 text",
                        "is renamed to r2"));
    }

    @ParameterizedTest
    @MethodSource("recasts")
    void whatCannotBeThereInBothTypesIsRefusedWithTheReason(String actual, String desired, String why) {
        SERVERS.on(NEWEST, server -> {
            FormHalves way =
                    FormHalves.on(server, "CREATE TABLE t (" + actual + ");", "CREATE TABLE t (" + desired + ");");
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> way.plan(EXPAND))
                    .satisfies(e -> assertThat(e.getMessage()).contains("cannot be used together", why))
                    .satisfies(e -> assertThat(e.advice()).isPresent())
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED));
            // The whole way is open all the same.
            assertThat(server.plumbline()
                            .plan(
                                    server.live(way.live()),
                                    server.declared(way.desired()),
                                    new PlanOptions(false, false))
                            .isEmpty())
                    .isFalse();
        });
    }

    static Stream<Arguments> splits() {
        String rest = "id int PRIMARY KEY, ";
        String hints = "\n-- plumbline: reverse column t.a using b";
        return Stream.of(
                Arguments.of(
                        rest + "a text",
                        rest + "b text -- plumbline: using a\n",
                        "",
                        "no hint says how column public.t.a"),
                Arguments.of(
                        rest + "a text",
                        rest + "b text -- plumbline: using a\n",
                        hints + " || random()",
                        "others each time"),
                Arguments.of(
                        rest + "a text",
                        rest + "b text -- plumbline: using a\n",
                        hints + " || (SELECT 1)",
                        "come from a query"),
                Arguments.of("a text", "b text -- plumbline: using a\n", hints, "has no primary key"),
                Arguments.of(
                        rest + "a date DEFAULT CURRENT_DATE",
                        rest + "b date -- plumbline: using a\n",
                        hints,
                        "column public.t.a has a default that gives another value each time"),
                Arguments.of(
                        rest + "a text",
                        rest + "b uuid DEFAULT gen_random_uuid() -- plumbline: using a::uuid\n",
                        hints,
                        "column public.t.b has a default that gives another value each time"),
                Arguments.of(
                        rest + "a text, r text",
                        rest + "b text, -- plumbline: using a\n r2 text -- plumbline: renamed from r\n",
                        hints,
                        "is renamed to r2"));
    }

    @ParameterizedTest
    @MethodSource("splits")
    void whatCannotBeThereInBothFormsIsRefusedWithTheReason(String actual, String desired, String hints, String why) {
        SERVERS.on(NEWEST, server -> {
            FormHalves way = FormHalves.on(
                    server, "CREATE TABLE t (" + actual + ");", "CREATE TABLE t (" + desired + ");" + hints);
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> way.plan(EXPAND))
                    .satisfies(e -> assertThat(e.getMessage()).contains("cannot be used together", why))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED));
        });
    }
}
