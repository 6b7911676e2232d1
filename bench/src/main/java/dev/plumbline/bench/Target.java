// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.nio.file.Path;

/** A database that is measured on, as tools of several kinds want it named. */
sealed interface Target {
    /** Returns {@code postgres://…} or {@code sqlite:…}. */
    String url();

    /** Returns {@code jdbc:…}, without user and password. */
    String jdbc();

    /** Returns it as SQLAlchemy wants it, with user and password. */
    String sqlAlchemy();

    /** One of the server that was started for the measurement. */
    record Postgres(String host, int port, String database, String user, String password) implements Target {
        @Override
        public String url() {
            return "postgres://" + user + ":" + password + "@" + host + ":" + port + "/" + database;
        }

        /** Returns the URL for clients that would otherwise ask for an encrypted connection, which the server has not. */
        String plainUrl() {
            return url() + "?sslmode=disable";
        }

        @Override
        public String jdbc() {
            return "jdbc:postgresql://" + host + ":" + port + "/" + database;
        }

        @Override
        public String sqlAlchemy() {
            return url().replace("postgres://", "postgresql://");
        }
    }

    /** A file. */
    record Sqlite(Path file) implements Target {
        @Override
        public String url() {
            return "sqlite:" + file;
        }

        @Override
        public String jdbc() {
            return "jdbc:sqlite:" + file;
        }

        @Override
        public String sqlAlchemy() {
            return "sqlite:///" + file;
        }
    }
}
