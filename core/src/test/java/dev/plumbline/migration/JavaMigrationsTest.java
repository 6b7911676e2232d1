// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations in Java among those in files. */
class JavaMigrationsTest {
    /** Does nothing, in its place. */
    private record Seed(String version) implements JavaMigration {
        @Override
        public void up(Connection connection) {}
    }

    /** Has everything that a migration may have. */
    public static final class Full implements JavaMigration {
        @Override
        public String version() {
            return "3";
        }

        @Override
        public void up(Connection connection) {}

        @Override
        public boolean hasDown() {
            return true;
        }

        @Override
        public void down(Connection connection) {}

        @Override
        public void verify(Connection connection) {}

        @Override
        public boolean inTransaction() {
            return false;
        }
    }

    @Test
    void theyTakeTheirPlacesByVersion(@TempDir Path path) {
        Folder folder = new Folder(path).with("1_a.up.sql", "SELECT 1").with("10_b.up.sql", "SELECT 1");
        FolderOptions options = FolderOptions.DEFAULT.withJavaMigrations(List.of(new Full(), new Seed("02")));
        MigrationSet set = folder.read(options);
        assertThat(Folder.titles(set)).containsExactly("1_a", "02_Seed", "3_Full", "10_b");
        Migration seed = set.migrations().get(1);
        assertThat(seed.down()).isEmpty();
        assertThat(seed.verify()).isEmpty();
        assertThat(seed.up().options().transaction()).isTrue();
        Migration full = set.migrations().get(2);
        assertThat(full.down()).isPresent();
        assertThat(full.verify()).isPresent();
        assertThat(full.up().options().transaction()).isFalse();
        assertThat(full.checksum().text()).isEqualTo(Full.class.getName());
        assertThat(folder.refusal(FolderOptions.DEFAULT.withJavaMigrations(List.of(new Seed("1")))))
                .hasMessageContaining("1_a.up.sql")
                .hasMessageContaining("Seed");
    }

    @Test
    void theyDoWithoutFiles(@TempDir Path path) {
        FolderOptions options = FolderOptions.DEFAULT.withJavaMigrations(List.of(new Seed("1")));
        assertThat(new Folder(path).read(options).format()).isEqualTo(MigrationFormat.JAVA);
        assertThat(Folder.titles(MigrationFolder.of(List.of(new Full(), new Seed("1")))))
                .containsExactly("1_Seed", "3_Full");
    }

    @Test
    void thereMayBeNone() {
        assertThat(JavaMigrations.find(ClassLoader.getPlatformClassLoader())).isEmpty();
    }
}
