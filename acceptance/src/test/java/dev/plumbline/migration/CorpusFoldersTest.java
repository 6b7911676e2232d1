// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Places;
import dev.plumbline.script.SqlDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every migration folder of the corpus is read by itself, in its own format. */
class CorpusFoldersTest {
    private static MigrationSet read(String folder) {
        SqlDialect dialect = folder.endsWith("-sqlite") ? SqlDialect.SQLITE : SqlDialect.POSTGRES;
        return MigrationFolder.read(Places.corpus(folder), dialect, FolderOptions.DEFAULT);
    }

    private static long downs(MigrationSet set) {
        return set.migrations().stream()
                .filter(migration -> migration.down().isPresent())
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "migrations/authelia-pg, UP_DOWN_FILES, 26, 26, 0001_Initial_Schema, 0026_StorageAADRowScoped",
        "migrations/authelia-sqlite, UP_DOWN_FILES, 26, 26, 0001_Initial_Schema, 0026_StorageAADRowScoped",
        "migrations/concourse, UP_DOWN_FILES, 149, 148, 1510262030_initial_schema,"
                + " 1783024587_workers_max_active_tasks",
        "migrations/golang-migrate-examples-pg, UP_DOWN_FILES, 9, 5, 1085649617_create_users_table,"
                + " 1885849751_another_comment",
        "migrations/golang-migrate-examples-sqlite, UP_DOWN_FILES, 2, 2, 33_create_table, 44_alter_table",
        "migrations/kratos-pg, UP_DOWN_FILES, 346, 346, 20150100000001000000_networks,"
                + " 20260703000000000000_courier_messages_status_created_at_idx",
        "migrations/kratos-sqlite, UP_DOWN_FILES, 694, 694, 20150100000001000000_networks,"
                + " 20260703000000000000_courier_messages_status_created_at_idx",
        "migrations/memos-pg, NUMBERED_FILES, 26, 0, 00.019.00_add_resource_name, 00.031.02_reaction_memo_id",
        "migrations/memos-sqlite, NUMBERED_FILES, 61, 0, 00.002.00_user_role, 00.031.02_reaction_memo_id",
        "migrations/temporal-sqlite, NUMBERED_FILES, 10, 0, 000.002_00_task_queue_user_data,"
                + " 000.011_00_current_chasm_executions",
        "developer-mesh/1-archives, UP_DOWN_FILES, 23, 23, 000001_initial_schema, 000024_fix_agents_model_id",
        "developer-mesh/2-initial, UP_DOWN_FILES, 1, 1, 000001_initial_schema, 000001_initial_schema",
        "developer-mesh/3-dynamic-tools-broken, UP_DOWN_FILES, 2, 2, 000001_initial_schema, 000002_dynamic_tools",
        "developer-mesh/4-dynamic-tools, UP_DOWN_FILES, 2, 2, 000001_initial_schema, 000002_dynamic_tools",
        "developer-mesh/5-latest, UP_DOWN_FILES, 24, 23, 000001_initial_schema, 000028_edge_mcp_sessions"
    })
    void folderIsReadInItsOwnFormat(
            String folder, MigrationFormat format, int migrations, int downs, String first, String last) {
        MigrationSet set = read(folder);
        assertThat(set.format()).isEqualTo(format);
        assertThat(set.migrations()).hasSize(migrations);
        assertThat(downs(set)).isEqualTo(downs);
        assertThat(set.migrations().getFirst().title()).isEqualTo(first);
        assertThat(set.migrations().getLast().title()).startsWith(last);
        assertThat(set.migrations())
                .extracting(Migration::version)
                .doesNotHaveDuplicates()
                .isSorted();
        for (Migration migration : set.migrations()) {
            assertThat(migration.checksum().text()).hasSize(64);
        }
    }

    @Test
    void everyFolderIsAmongThem() throws IOException {
        try (Stream<Path> migrations = Files.list(Places.corpus("migrations"));
                Stream<Path> mesh = Files.list(Places.corpus("developer-mesh"))) {
            assertThat(Stream.concat(migrations, mesh).filter(Files::isDirectory))
                    .hasSize(15);
        }
    }

    @Test
    void subFoldersOfTheMeshAreNotRead() {
        for (String folder : List.of("2-initial", "3-dynamic-tools-broken", "4-dynamic-tools", "5-latest")) {
            assertThat(read("developer-mesh/" + folder).notRead()).containsExactly("archive/");
        }
    }

    @Test
    void whatConcourseHasInGoIsNamed() {
        MigrationSet set = read("migrations/concourse");
        assertThat(set.notRead())
                .contains(
                        "1528470872_add_global_users.up.go",
                        "1522178770_add_job_tags.down.sql",
                        "1537546150_global_resource_version_history.down.go")
                .hasSize(15);
    }

    @Test
    void autocommitRunsWithoutATransaction() {
        assertThat(read("migrations/kratos-pg").migrations().stream()
                        .filter(migration -> !migration.up().options().transaction()))
                .hasSize(10);
    }
}
