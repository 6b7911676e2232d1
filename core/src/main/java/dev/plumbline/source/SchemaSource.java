// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.FolderOptions;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Where a schema can come from. Each kind can stand on either side of a comparison. */
public sealed interface SchemaSource {

    /** Returns what it is, for people; never with a password. */
    String description();

    /** SQL that declares the schema: one file, or a folder that is walked recursively in sorted order. */
    record SqlFiles(Path path) implements SchemaSource {
        @Override
        public String description() {
            return path.toString();
        }
    }

    /** A database that is only read. */
    record LiveDatabase(DatabaseUrl url) implements SchemaSource {
        @Override
        public String description() {
            return url.display();
        }
    }

    /**
     * A folder of versioned migrations, which are run in order.
     *
     * @param options how it is read; Java migrations are not run
     */
    record MigrationFolder(Path path, FolderOptions options) implements SchemaSource {
        /** Creates one that is read as its files say. */
        public MigrationFolder(Path path) {
            this(path, FolderOptions.DEFAULT);
        }

        /** Returns the same folder, read otherwise. */
        public MigrationFolder with(FolderOptions other) {
            return new MigrationFolder(path, other);
        }

        @Override
        public String description() {
            return "migrations " + path;
        }
    }

    /** A catalog that was saved; {@code origin} says where it was read from. */
    record Snapshot(Catalog catalog, String origin) implements SchemaSource {
        @Override
        public String description() {
            return origin;
        }
    }

    /**
     * Returns the source that a text names: a database URL, {@code migrations:DIR}, a {@code .sql} file, a folder, or a
     * SQLite file. {@code snapshot:FILE} is not known here: its format belongs to the reports.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_FOUND} or {@code INVALID_ARGUMENT}
     */
    static SchemaSource parse(String text) {
        String source = text.strip();
        if (source.startsWith("migrations:")) {
            Path folder = path(source.substring("migrations:".length()));
            if (!Files.isDirectory(folder)) {
                throw notFound("There is no migration folder " + folder + ".");
            }
            return new MigrationFolder(folder);
        }
        if (DatabaseUrl.looksLikeDatabase(source)) {
            return new LiveDatabase(DatabaseUrl.parse(source));
        }
        if (source.toLowerCase(Locale.ROOT).endsWith(".json")) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    source + " is no SQL.",
                    "A catalog that 'inspect --format json' saved is named as snapshot:" + source
                            + "; a plan is carried out by 'apply'.");
        }
        Path path = path(source);
        if (!Files.exists(path)) {
            throw notFound("There is no file or folder " + path + ".");
        }
        return new SqlFiles(path);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw notFound("'" + text + "' is neither a database URL nor the name of a file.");
        }
    }

    private static PlumblineException notFound(String fact) {
        return new PlumblineException(
                ErrorCode.SOURCE_NOT_FOUND,
                fact,
                "A schema source is a database URL, a .sql file, a folder of .sql files or migrations:FOLDER.");
    }
}
