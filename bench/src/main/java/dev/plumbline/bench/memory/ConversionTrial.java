// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import dev.plumbline.bench.JobFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** What migration 003 takes, both ways, and whether it brings back what was there. */
final class ConversionTrial {
    private static final String DIGEST =
            "SELECT count(*) FROM memories JOIN before ON before.id = memories.id AND before.embedding = memories.embedding";

    private final Path folder;
    private final Path pack;

    ConversionTrial(Path folder, Path pack) {
        this.folder = folder;
        this.pack = pack;
    }

    void run(int count, Optional<Path> extension, JobFigures figures) throws IOException, SQLException {
        Vectors vectors = new Vectors();
        try (Store store = Store.at(folder, pack.resolve("migrations"), "2")) {
            new Rows(10).insertUsers(store.connection());
            Rows.batches(
                    store.connection(),
                    "INSERT INTO memories (user_id, title, content, embedding) VALUES (?, 'a title', 'some content', ?)",
                    count,
                    (row, i) -> {
                        row.setString(1, Rows.user(i % 10));
                        row.setString(2, Vectors.json(vectors.vector(i)));
                    });
            store.run("CREATE TABLE before AS SELECT id, embedding FROM memories");
            Optional<Taken> byFunction = Optional.empty();
            if (extension.isPresent()) {
                store.run("SELECT load_extension('" + extension.get() + "')");
                byFunction = Optional.of(taken(() -> store.run(
                        "CREATE TABLE converted AS SELECT id, vec_f32(embedding) AS embedding FROM memories")));
                store.run("DROP TABLE converted");
            }
            Taken up = taken(() -> store.to("3"));
            Taken down = taken(() -> store.to("2"));
            figures.row(
                    MemoryPage.CONVERSION,
                    JobFigures.count(count),
                    Cells.seconds(up),
                    Cells.seconds(down),
                    byFunction.map(Cells::seconds).orElse("–"),
                    JobFigures.count(store.number(DIGEST)));
        }
    }

    /** Something that is timed. */
    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    private static Taken taken(Work work) throws SQLException {
        Taken began = Taken.now();
        work.run();
        return Taken.now().minus(began);
    }
}
