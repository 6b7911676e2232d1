// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where statements end. */
class StatementSplitterTest {
    private static List<String> postgres(String sql) {
        return split(sql, SqlDialect.POSTGRES);
    }

    private static List<String> sqlite(String sql) {
        return split(sql, SqlDialect.SQLITE);
    }

    private static List<String> split(String sql, SqlDialect dialect) {
        return StatementSplitter.split(new SqlScript("test.sql", sql), dialect).stream()
                .map(ScriptStatement::sql)
                .toList();
    }

    @Nested
    class Postgres {
        @Test
        void semicolonsSeparateAndEmptyStatementsAreNone() {
            assertThat(postgres(";; select 1 ;; select 2;\n")).containsExactly("select 1", "select 2");
        }

        @Test
        void theLastStatementNeedsNoSemicolon() {
            assertThat(postgres("select 1;\nselect 2")).containsExactly("select 1", "select 2");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "select ';'",
                    "select 'it''s;'",
                    "select E'a\\';b'",
                    "select e'\\\\' || ';'",
                    "select U&'d\\0061t;' || U&\"a;\"",
                    "select \"a;\"\"b;\"",
                    "select $$a;b$$",
                    "select $tag$ $$ ; $ta$ ; $tag$",
                    "select $größe$;$größe$",
                    "select /* ; /* ; */ ; */ 1",
                    "select 1 -- ; '\n + 1",
                    "select a$b$c, 1",
                    "create rule r as on insert to t do also (insert into a values (1); insert into b values (2))",
                    "create function f() returns int begin atomic select 1; select case when true then 2 end; end",
                    "create or replace procedure p() begin atomic insert into t values (1); end",
                    "create function f() returns int language sql return 1",
                    "select '\\'",
                })
        void oneStatement(String sql) {
            assertThat(postgres(sql + ";select 2")).containsExactly(sql, "select 2");
        }

        @Test
        void aTransactionIsNoBody() {
            assertThat(postgres("begin; create table t (a int); end;"))
                    .containsExactly("begin", "create table t (a int)", "end");
        }

        @Test
        void aPlpgsqlBodyIsAString() {
            assertThat(postgres("create function f() returns void as $$ begin; end; $$ language plpgsql; select 1"))
                    .hasSize(2);
        }

        @Test
        void parametersAreNoDollarQuotes() {
            assertThat(postgres("prepare p as select $1; select $2")).hasSize(2);
        }

        @Test
        void psqlsHarmlessCommandsAreSkipped() {
            assertThat(postgres("\\restrict x'y\nselect 1;\n\\unrestrict x'y\n\\connect other\nselect 2;"))
                    .containsExactly("select 1", "select 2");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\\i other.sql", "\\copy t from 'x'", "select 1 \\gexec", "\\if true"})
        void psqlsOtherCommandsAreErrorsWithTheirPlace(String sql) {
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> postgres("select 0;\n  " + sql))
                    .satisfies(e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_NOT_LOADED);
                        assertThat(e.position().orElseThrow().line()).isEqualTo(2);
                        assertThat(e).hasMessageContaining("psql");
                    });
        }

        @Test
        void rowsBehindACopyAreNoSqlWhateverStandsInThem() {
            String rows = "1\tit's; $$ \"x\n2\t/* -- \\N ; \\. \n\n";
            List<ScriptStatement> statements = StatementSplitter.split(
                    new SqlScript(
                            "test.sql",
                            "select 1;\nCopy app.\"from\" (a, b) -- what\n from StdIn with (format csv); -- behind\n"
                                    + rows + "\\.\n\nselect 2"),
                    SqlDialect.POSTGRES);

            assertThat(statements)
                    .extracting(ScriptStatement::sql)
                    .containsExactly(
                            "select 1", "Copy app.\"from\" (a, b) -- what\n from StdIn with (format csv)", "select 2");
            assertThat(statements.get(1).rowsText()).contains(rows);
            assertThat(statements.get(1).comments()).hasSize(2);
            assertThat(statements.get(0).rowsText()).isEmpty();
            assertThat(statements.get(2).rowsText()).isEmpty();
            assertThat(statements.get(2).line()).isEqualTo(9);
        }

        @Test
        void rowsMayBeNoneAndEndWithTheScriptAndHaveLineEndsOfTheirOwn() {
            for (String rows : List.of("", "1\r\n2\r\n", "1\n")) {
                for (String end : List.of("\\.", "\\.\n", "\\.\r\n")) {
                    assertThat(StatementSplitter.split(
                                    new SqlScript("test.sql", "copy t from stdin;\r\n" + rows + end),
                                    SqlDialect.POSTGRES))
                            .extracting(ScriptStatement::rowsText)
                            .containsExactly(Optional.of(rows));
                }
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "copy t from '/x'",
                    "copy t from program 'echo stdin'",
                    "copy t to stdout",
                    "copy (select a from stdin) to stdout",
                    "copy stdin from '/x'",
                    "copy t (\"from\", stdin) from '/x'",
                    "select a from stdin",
                    "insert into copy select a from stdin"
                })
        void whatTakesNoRowsFromTheScriptHasNoneBehindIt(String sql) {
            assertThat(postgres(sql + ";\nselect 1;")).containsExactly(sql, "select 1");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "COPY t (a) FROM stdin;\n1\tit's\n",
                    "COPY t (a) FROM stdin;\n1\n \\.\n",
                    "COPY t (a) FROM stdin;\n1\\.\n",
                    "COPY t (a) FROM stdin;\n1\n\\.x\n",
                    "COPY t (a) FROM stdin;\n",
                    "COPY t (a) FROM stdin;",
                    "COPY t (a) FROM stdin",
                    "COPY t (a) FROM stdin; -- rows"
                })
        void rowsWithoutAnEndAreAnErrorAtTheirCopy(String sql) {
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> postgres("select 1;\n" + sql))
                    .withMessageContaining("COPY … FROM stdin")
                    .satisfies(e -> {
                        assertThat(e.position().orElseThrow().location()).isEqualTo("test.sql:2:1");
                        assertThat(e.advice().orElseThrow()).contains("on a line of its own");
                    });
        }

        @Test
        void whatStandsOnTheLineOfACopyBehindItIsNoRow() {
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> postgres("COPY t FROM stdin; SELECT 1;\n1\n\\.\n"))
                    .satisfies(e ->
                            assertThat(e.position().orElseThrow().location()).isEqualTo("test.sql:1:20"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"'abc", "E'abc\\", "\"abc", "$$abc", "$x$ $y$", "/* /* */", "select '"})
        void whatIsNeverClosedIsAnErrorAtItsBeginning(String sql) {
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> postgres("select 1;\n" + sql))
                    .withMessageContaining("never closed")
                    .satisfies(
                            e -> assertThat(e.position().orElseThrow().line()).isEqualTo(2));
        }
    }

    @Nested
    class Sqlite {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "select [a;b], `c;``d`, \"e;\"\"f\"",
                    "select 'a\\'",
                    "select /* ; /* ; */ 1",
                    "create trigger t after insert on a begin select case when 1 then 2 end; delete from b; end",
                    "create temp trigger t after insert on a when case new.x when 1 then 1 end begin select 1; end",
                    "CREATE TRIGGER IF NOT EXISTS t AFTER UPDATE ON a BEGIN UPDATE b SET c = 1; END",
                    "select $$",
                })
        void oneStatement(String sql) {
            assertThat(sqlite(sql + ";select 2")).containsExactly(sql, "select 2");
        }

        @Test
        void aTransactionIsNoTrigger() {
            assertThat(sqlite("begin; select 1; end;")).hasSize(3);
        }

        @Test
        void anUnclosedCommentReachesTheEnd() {
            assertThat(sqlite("select 1; /* select 2;")).containsExactly("select 1");
        }
    }

    @Test
    void positionsCountFromOneInEveryLineEnding() {
        var statements = StatementSplitter.split(
                new SqlScript("a.sql", "\uFEFFselect 1;\r\n\r\n  select 2;\r\n"), SqlDialect.POSTGRES);
        assertThat(statements.get(0).position().location()).isEqualTo("a.sql:1:1");
        assertThat(statements.get(1).position().location()).isEqualTo("a.sql:3:3");
        assertThat(statements.get(1).position().caret()).isEqualTo("  select 2;\n  ^");
    }

    @Test
    void hugeAndHostileInputTakesLinearTime() {
        List<String> hostile = List.of(
                "select 1;".repeat(300_000),
                ";/**/".repeat(300_000),
                "select 1;" + "/**/".repeat(300_000),
                "(".repeat(1_000_000),
                "$a".repeat(500_000),
                "case begin end ".repeat(100_000),
                "/*".repeat(10) + " ".repeat(1_000_000) + "*/".repeat(10),
                "'" + "''".repeat(500_000) + "'",
                "create trigger ".repeat(100_000));
        for (SqlDialect dialect : SqlDialect.values()) {
            for (String sql : hostile) {
                Assertions.assertTimeout(Duration.ofSeconds(5), () -> split(sql, dialect));
            }
        }
    }

    @Test
    void randomInputEndsInStatementsOrAnErrorWithAPlace() {
        String[] pieces = {
            "'",
            "\"",
            "$$",
            "$a$",
            "/*",
            "*/",
            "--",
            "\n",
            ";",
            "(",
            ")",
            "begin",
            "atomic",
            "end",
            " ",
            "create",
            "function",
            "trigger",
            "\\",
            "E'",
            "[",
            "]",
            "`",
            "é",
            "\uD83D\uDE00",
            "plumbline:",
            "\u0000"
        };
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder sql = new StringBuilder();
            for (int j = random.nextInt(30); j > 0; j--) {
                sql.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                split(sql.toString(), random.nextBoolean() ? SqlDialect.POSTGRES : SqlDialect.SQLITE);
            } catch (PlumblineException e) {
                assertThat(e.position()).isPresent();
            }
        }
    }
}
