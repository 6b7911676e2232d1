// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The same migrations as different tools want them written: a table and an index each, and the way back. */
enum MigrationFiles {
    /** One script for the database's own client, a transaction for each migration. */
    SCRIPT {
        @Override
        void write(Path folder, int migrations) throws IOException {
            StringBuilder script = new StringBuilder();
            for (int i = 1; i <= migrations; i++) {
                script.append("BEGIN;\n").append(up(i)).append("COMMIT;\n");
            }
            Files.writeString(folder.resolve("all.sql"), script.toString());
        }
    },
    /** {@code 000001_table_1.up.sql} and {@code .down.sql}. */
    PAIRS {
        @Override
        void write(Path folder, int migrations) throws IOException {
            for (int i = 1; i <= migrations; i++) {
                Files.writeString(folder.resolve(fileName(i) + ".up.sql"), up(i));
                Files.writeString(folder.resolve(fileName(i) + ".down.sql"), down(i));
            }
        }
    },
    /** dbmate's sections. */
    DBMATE {
        @Override
        void write(Path folder, int migrations) throws IOException {
            for (int i = 1; i <= migrations; i++) {
                Files.writeString(
                        folder.resolve(fileName(i) + ".sql"),
                        "-- migrate:up\n" + up(i) + "\n-- migrate:down\n" + down(i));
            }
        }
    },
    /** goose's sections. */
    GOOSE {
        @Override
        void write(Path folder, int migrations) throws IOException {
            for (int i = 1; i <= migrations; i++) {
                Files.writeString(
                        folder.resolve(fileName(i) + ".sql"),
                        "-- +goose Up\n" + up(i) + "\n-- +goose Down\n" + down(i));
            }
        }
    },
    /** {@code V1__table_1.sql}. */
    FLYWAY {
        @Override
        void write(Path folder, int migrations) throws IOException {
            for (int i = 1; i <= migrations; i++) {
                Files.writeString(folder.resolve("V" + i + "__table_" + i + ".sql"), up(i));
            }
        }
    },
    /** Liquibase's formatted SQL, one file with a change set for each migration. */
    LIQUIBASE {
        @Override
        void write(Path folder, int migrations) throws IOException {
            StringBuilder script = new StringBuilder("--liquibase formatted sql\n");
            for (int i = 1; i <= migrations; i++) {
                script.append("\n--changeset bench:").append(i).append('\n').append(up(i));
                script.append("--rollback ").append(down(i));
            }
            Files.writeString(folder.resolve("changelog.sql"), script.toString());
        }
    };

    /** Writes them into an empty folder. */
    abstract void write(Path folder, int migrations) throws IOException;

    private static String fileName(int number) {
        return String.format(Locale.ROOT, "%06d_table_%d", number, number);
    }

    private static String up(int number) {
        String table = "table_" + number;
        return "CREATE TABLE " + table + " (id bigint PRIMARY KEY, name text NOT NULL, amount numeric(12, 2));\n"
                + "CREATE INDEX " + table + "_name ON " + table + " (name);\n";
    }

    private static String down(int number) {
        return "DROP TABLE table_" + number + ";\n";
    }
}
