// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LoadedSidesTest {
    private static final SchemaSource LIVE = new SchemaSource.LiveDatabase(DatabaseUrl.parse("sqlite:actual.db"));
    private static final SchemaSource FILES = new SchemaSource.SqlFiles(Path.of("schema"));

    @Test
    void readsALiveDatabaseWhileTheOtherSideIsLoaded() {
        CountDownLatch both = new CountDownLatch(2);
        LoadedSides sides = LoadedSides.load(LIVE, FILES, source -> {
            both.countDown();
            assertThat(waited(both)).as("the other side is being loaded too").isTrue();
            return schema(source);
        });
        assertThat(sides.actual().origin()).isEqualTo(LIVE.description());
        assertThat(sides.desired().origin()).isEqualTo(FILES.description());
    }

    @Test
    void loadsOneAfterTheOtherWhereBothNeedScratchDatabases() {
        Thread own = Thread.currentThread();
        LoadedSides sides = LoadedSides.load(FILES, FILES, source -> {
            assertThat(Thread.currentThread()).isSameAs(own);
            return schema(source);
        });
        assertThat(sides.actual().origin()).isEqualTo(FILES.description());
    }

    @Test
    void saysWhatFailedOnTheActualSideWhereBothFailed() {
        Function<SchemaSource, LoadedSchema> failing = source -> {
            throw new IllegalArgumentException(source.description());
        };
        assertThatThrownBy(() -> LoadedSides.load(LIVE, FILES, failing)).hasMessage(LIVE.description());
    }

    @Test
    void saysWhatFailedOnEitherSide() {
        assertThatThrownBy(() -> LoadedSides.load(LIVE, FILES, failingAt(LIVE))).hasMessage(LIVE.description());
        assertThatThrownBy(() -> LoadedSides.load(LIVE, FILES, failingAt(FILES)))
                .hasMessage(FILES.description());
    }

    private static Function<SchemaSource, LoadedSchema> failingAt(SchemaSource side) {
        return source -> {
            if (source.equals(side)) {
                throw new IllegalArgumentException(source.description());
            }
            return schema(source);
        };
    }

    private static LoadedSchema schema(SchemaSource source) {
        return LoadedSchema.of(
                Catalog.builder(new DatabaseProduct("sqlite", "3", 3)).build(), source.description());
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
