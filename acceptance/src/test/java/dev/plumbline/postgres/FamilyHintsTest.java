// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.PlanOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that change their type in one statement, and hints that differ: no plan gives rows values that nobody asked for. */
class FamilyHintsTest {
    private static final ScenarioServers SERVERS = new ScenarioServers();
    private static final int NEWEST = 18;

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    @ParameterizedTest
    @CsvSource({
        // One of two parents has none, or another one.
        "using size::int * 10, , , column public.d1.size",
        ", using size::int * 10, , column public.d2.size",
        "using size::int * 10, using size::int * 100, , column public.d1.size",
        // A table below says what its parents do not.
        ", , using size::int * 10, column public.own.size",
        "using size::int * 10, using size::int * 10, using size::int, column public.own.size"
    })
    void hintsThatDifferAreRefused(
            @Nullable String first, @Nullable String second, @Nullable String below, String named) {
        SERVERS.on(
                NEWEST,
                server -> new TwoHalves(server, """
                        CREATE TABLE d1 (size text);
                        CREATE TABLE d2 (size text);
                        CREATE TABLE both_of_them () INHERITS (d1, d2);
                        CREATE TABLE own (size text) INHERITS (d1);
                        """, """
                        CREATE TABLE d1 (%s size int);
                        CREATE TABLE d2 (%s size int);
                        CREATE TABLE both_of_them () INHERITS (d1, d2);
                        CREATE TABLE own (%s size int) INHERITS (d1);
                        """.formatted(hint(first), hint(second), hint(below)))
                        .refuses(
                                PlanOptions.DEFAULT,
                                "A hint says which values " + named + " takes",
                                "in one statement"));
    }

    @Test
    void aHintAtAColumnOfSeveralParentsWhoseTypeIsReplacedIsRefused() {
        SERVERS.on(
                NEWEST,
                server -> new TwoHalves(server, """
                        CREATE TYPE state AS ENUM ('open', 'on hold');
                        CREATE TABLE d1 (state state);
                        CREATE TABLE d2 (state state);
                        CREATE TABLE both_of_them () INHERITS (d1, d2);
                        """, """
                        CREATE TYPE state AS ENUM ('open');
                        CREATE TABLE d1 (%s state state);
                        CREATE TABLE d2 (%s state state);
                        CREATE TABLE both_of_them () INHERITS (d1, d2);
                        """.formatted(hint("using 'open'"), hint("using 'open'")))
                        .refuses(
                                PlanOptions.DEFAULT,
                                "A hint says which values column public.d1.state takes",
                                "replaced"));
    }

    private static String hint(@Nullable String words) {
        return words == null ? "" : "\n-- plumbline: " + words + "\n";
    }
}
