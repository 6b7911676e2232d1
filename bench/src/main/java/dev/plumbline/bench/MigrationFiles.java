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
    },
    /** A Python module a migration, each of which names the one before it. */
    ALEMBIC {
        @Override
        void write(Path folder, int migrations) throws IOException {
            Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s\n");
            Files.writeString(folder.resolve("env.py"), ALEMBIC_ENVIRONMENT);
            Path versions = Files.createDirectory(folder.resolve("versions"));
            for (int i = 1; i <= migrations; i++) {
                Files.writeString(
                        versions.resolve(fileName(i) + ".py"),
                        "from alembic import op\n\nrevision = '" + i + "'\ndown_revision = "
                                + (i == 1 ? "None" : "'" + (i - 1) + "'") + "\n\n\n"
                                + function("upgrade", up(i)) + "\n\n" + function("downgrade", down(i)));
            }
        }

        private static String function(String name, String statements) {
            StringBuilder body = new StringBuilder("def ").append(name).append("():\n");
            statements
                    .lines()
                    .forEach(line ->
                            body.append("    op.execute(\"").append(line).append("\")\n"));
            return body.toString();
        }
    },
    /** A plan of changes, and a script for each way of each. */
    SQITCH {
        @Override
        void write(Path folder, int migrations) throws IOException {
            StringBuilder plan = new StringBuilder("%syntax-version=1.0.0\n%project=bench\n\n");
            Path deploy = Files.createDirectory(folder.resolve("deploy"));
            Path revert = Files.createDirectory(folder.resolve("revert"));
            for (int i = 1; i <= migrations; i++) {
                plan.append(fileName(i)).append(" 2026-01-01T00:00:00Z bench <bench@example.com> # a table\n");
                Files.writeString(deploy.resolve(fileName(i) + ".sql"), "BEGIN;\n" + up(i) + "COMMIT;\n");
                Files.writeString(revert.resolve(fileName(i) + ".sql"), "BEGIN;\n" + down(i) + "COMMIT;\n");
            }
            Files.writeString(folder.resolve("sqitch.plan"), plan.toString());
            Files.writeString(folder.resolve("sqitch.conf"), "[user]\n\tname = bench\n\temail = bench@example.com\n");
        }
    };

    /** What Alembic's own template has, without a model of tables and with a transaction for each migration. */
    private static final String ALEMBIC_ENVIRONMENT = """
            from alembic import context
            from sqlalchemy import create_engine, pool

            engine = create_engine(context.get_x_argument(as_dictionary=True)["url"], poolclass=pool.NullPool)
            with engine.connect() as connection:
                context.configure(connection=connection, transaction_per_migration=True)
                with context.begin_transaction():
                    context.run_migrations()
            """;

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
