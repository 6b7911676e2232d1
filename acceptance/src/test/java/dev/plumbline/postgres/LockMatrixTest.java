// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Golden;
import dev.plumbline.acceptance.Places;
import dev.plumbline.postgres.seed.PostgresRowSeeder;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Traces every statement of {@code lockmatrix/statements.sql} on a database without rows, with the observer that proofs use,
 * and runs it on one with rows while a session beside it looks on; both must see the same. Every build does so on the newest
 * version and on one other; {@code -Dlockmatrix.versions=all} on all, {@code -Dpostgres=18,15} on these.
 *
 * <p>What was seen on each version is kept beside the statements, and {@code docs/lock-matrix.md} is made from it. {@code
 * -Dgolden=update} runs all versions and writes both anew.
 */
class LockMatrixTest {
    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
    private static final String CHOSEN = System.getProperty("postgres", "");
    private static final boolean EVERYWHERE = "all".equals(System.getProperty("lockmatrix.versions"));
    private static final List<Integer> ALL = List.of(14, 15, 16, 17, 18);

    static Stream<Integer> versions() {
        if (!CHOSEN.isEmpty()) {
            return Arrays.stream(CHOSEN.split(",", -1)).map(Integer::valueOf);
        }
        return EVERYWHERE || UPDATE ? ALL.stream() : Stream.of(18, 15);
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("versions")
    @Execution(ExecutionMode.CONCURRENT)
    void theTraceOnAnEmptyDatabaseIsWhatIsSeenWhereThereAreRows(int version)
            throws IOException, SQLException, InterruptedException {
        Map<String, MatrixRow> traced = new TreeMap<>();
        List<String> unlike = new ArrayList<>();
        try (TestServer server = TestServer.start(version)) {
            DatabaseUrl empty = server.database("matrix_empty", schema(version));
            DatabaseUrl filled = server.database("matrix_filled", schema(version) + rows(version));
            seed(server, version);
            try (Connection bare = empty.open();
                    Connection seeded = server.url("matrix_seeded").open();
                    Connection worker = filled.open();
                    Connection onlooker = filled.open()) {
                MatrixTrace onBare = MatrixTrace.in(bare);
                MatrixTrace onSeeded = MatrixTrace.in(seeded);
                MatrixWitness witness = MatrixWitness.of(worker, onlooker);
                for (MatrixStatement statement : MatrixStatement.all()) {
                    if (statement.from() > version || statement.outside()) {
                        continue;
                    }
                    MatrixRow row = onBare.inTransaction(statement);
                    MatrixRow real = witness.inTransaction(statement);
                    if (!statement.rows().isEmpty()) {
                        assertThat(row).as("%s needs no rows", statement).isNotEqualTo(real);
                        row = onSeeded.inTransaction(statement);
                    }
                    traced.put(statement.key(), row);
                    if (!row.equals(real)) {
                        unlike.add(statement + "\n  traced " + row + "\n  seen   " + real);
                    }
                }
            }
            outside(server, version, traced, unlike);
        }
        assertThat(unlike).isEmpty();
        Golden.check(MatrixStatement.path(version + ".tsv"), MatrixRow.write(traced));
    }

    /** Each on copies of its own, because what it does cannot be taken back. */
    private static void outside(TestServer server, int version, Map<String, MatrixRow> traced, List<String> unlike)
            throws SQLException, InterruptedException {
        List<String> indexes =
                server.rows(server.url("matrix_empty"), "SELECT relname FROM pg_class WHERE relkind IN ('i', 'I')");
        for (MatrixStatement statement : MatrixStatement.all()) {
            if (statement.from() > version || !statement.outside()) {
                continue;
            }
            MatrixRow row = MatrixTrace.outside(copy(server, "matrix_empty"), statement);
            String seen = new OutsideWitness(copy(server, "matrix_filled")).locks(statement);
            traced.put(statement.key(), row);
            if (!without(indexes, row.locks()).equals(seen) && !row.refusal().equals(seen)) {
                unlike.add(statement + "\n  traced " + row + "\n  seen   " + seen);
            }
        }
    }

    private static DatabaseUrl copy(TestServer server, String of) {
        server.run(
                server.url("template1"),
                "DROP DATABASE IF EXISTS copy_" + of + " WITH (FORCE)\n-- commit\nCREATE DATABASE copy_" + of
                        + " TEMPLATE " + of);
        return server.url("copy_" + of);
    }

    /** Returns the locks without those of indexes, which the session beside does not note. */
    private static String without(List<String> indexes, String locks) {
        return Arrays.stream(locks.split(", ", -1))
                .filter(lock -> !indexes.contains(lock.substring(0, Math.max(0, lock.indexOf(' ')))))
                .collect(Collectors.joining(", "));
    }

    @AfterAll
    static void thePageIsMadeFromWhatWasSeen() throws IOException {
        SortedMap<Integer, Map<String, MatrixRow>> kept = new TreeMap<>();
        for (int version : ALL) {
            kept.put(version, MatrixRow.read(MatrixStatement.file(version + ".tsv")));
        }
        List<MatrixStatement> statements = MatrixStatement.all();
        assertThat(LockMatrixPage.unexplained(statements, kept)).isEmpty();
        Golden.check(Places.root().resolve("docs/lock-matrix.md"), LockMatrixPage.of(statements, kept));
    }

    /** Puts in the rows that a proof would; a key that is only about to be declared does not refer to any of them yet. */
    private static void seed(TestServer server, int version) throws SQLException {
        DatabaseUrl url = server.database("matrix_seeded", schema(version));
        try (Connection connection = url.open()) {
            new PostgresRowSeeder().seed(connection, server.catalog(url));
            MatrixTrace.execute(
                    connection,
                    "INSERT INTO public.pk SELECT parent_id FROM public.child2 WHERE parent_id IS NOT NULL"
                            + " ON CONFLICT DO NOTHING");
        }
    }

    private static String rows(int version) {
        return MatrixStatement.file("rows.sql") + (version < 18 ? "" : MatrixStatement.file("rows-18.sql"));
    }

    private static String schema(int version) {
        return MatrixStatement.file("schema.sql") + (version < 18 ? "" : MatrixStatement.file("schema-18.sql"));
    }
}
