// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** The two schemas of a comparison. */
record LoadedSides(LoadedSchema actual, LoadedSchema desired) {

    /**
     * Loads both. A live database is read while the other side is loaded: it has a connection of its own, and most of the time one of
     * the two waits for its server.
     *
     * @param load loads one of them; called by two threads at a time
     * @throws RuntimeException what failed: of the actual side where both did, as what is wrong with its server mostly is what the
     *     other failed of too
     */
    static LoadedSides load(SchemaSource actual, SchemaSource desired, Function<SchemaSource, LoadedSchema> load) {
        if (!(actual instanceof SchemaSource.LiveDatabase)) {
            return new LoadedSides(load.apply(actual), load.apply(desired));
        }
        try (ExecutorService reader = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("plumbline-actual").factory())) {
            Future<LoadedSchema> read = reader.submit(() -> load.apply(actual));
            LoadedSchema declared;
            try {
                declared = load.apply(desired);
            } catch (RuntimeException failure) {
                taken(read);
                throw failure;
            }
            return new LoadedSides(taken(read), declared);
        }
    }

    private static LoadedSchema taken(Future<LoadedSchema> read) {
        try {
            return read.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database was read", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
