// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.CatalogCache;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Catalogs in a folder, a file each. A file appears whole or not at all, so that runs at the same time do not disturb
 * each other; one that cannot be read is as if it were not there; one that nobody asked for in a month is removed.
 */
public final class CatalogFiles implements CatalogCache {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String SUFFIX = ".json.gz";
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final String reader;

    /**
     * Creates the cache.
     *
     * @param folder where the files are, made when the first one is kept
     * @param reader what tells the code that reads catalogs from other builds of it, which may read them otherwise
     */
    public CatalogFiles(Path folder, String reader) {
        this.folder = folder;
        this.reader = reader;
    }

    @Override
    public Optional<Catalog> find(String key) {
        Path file = file(key);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (Reader in = new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), BUFFER), StandardCharsets.UTF_8)) {
            Catalog catalog = new JsonReports().readCatalog(in, file.toString());
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(catalog);
        } catch (IOException | PlumblineException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(String key, Catalog catalog) {
        try {
            Files.createDirectories(folder);
            // Only its owner may read a file made for a moment, and that stays when it gets its name.
            Path written = Files.createTempFile(folder, "catalog", ".part");
            try {
                try (Writer out = new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(written), BUFFER), StandardCharsets.UTF_8)) {
                    new JsonReports().write(catalog, out);
                }
                Files.move(written, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
            forget(Instant.now().minus(KEPT));
        } catch (IOException | UncheckedIOException full) {
            // The schema is loaded again next time.
        }
    }

    private void forget(Instant before) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        for (Path file : files) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path file(String key) {
        try {
            byte[] both = MessageDigest.getInstance("SHA-256").digest((key + reader).getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(both) + SUFFIX);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
