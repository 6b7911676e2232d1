// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.micro;

import dev.plumbline.migration.Checksum;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.StatementSplitter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is done with every script: splitting it, and taking the checksum of its tokens. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScriptBenchmark {
    private static final String PIECE = """
            -- A table as people write it.
            CREATE TABLE orders_{n} (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              customer_id bigint NOT NULL, /* who pays */
              note text DEFAULT 'it''s; here',
              total numeric(12, 2) NOT NULL CHECK (total >= 0)
            );
            CREATE INDEX orders_{n}_customer ON orders_{n} (customer_id);
            CREATE FUNCTION touch_{n}() RETURNS trigger LANGUAGE plpgsql AS $body$
            BEGIN
              NEW.note := coalesce(NEW.note, 'none');
              RETURN NEW;
            END
            $body$;
            """;

    @Param({"1", "1000"})
    private int pieces;

    private SqlScript script = new SqlScript("none", "");
    private List<ScriptStatement> statements = List.of();

    /** Writes the script. */
    @Setup
    public void write() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECE.replace("{n}", Integer.toString(i)));
        }
        script = new SqlScript("benchmark.sql", text.toString());
        statements = StatementSplitter.split(script, SqlDialect.POSTGRES);
    }

    /** Cuts a text into statements. */
    @Benchmark
    public List<ScriptStatement> split() {
        return StatementSplitter.split(script, SqlDialect.POSTGRES);
    }

    /** Takes the checksum of what was cut. */
    @Benchmark
    public Checksum checksum() {
        return Checksum.of(statements);
    }
}
