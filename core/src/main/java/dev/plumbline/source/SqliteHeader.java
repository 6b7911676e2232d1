// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What stands at the beginning of a file that SQLite took for no database ("Database File Format", section 1.3): which
 * other kind of file it is, as far as that can be told.
 */
enum SqliteHeader {
    ENCRYPTED(
            "it is encrypted, or damaged from its first byte on",
            "Plumbline has no key for it. Decrypt a copy (SQLCipher: sqlcipher_export) and compare that, or restore a"
                    + " backup."),
    TEXT("it is a text", "SQL files are a side of a comparison, --desired FILE; a live database is a SQLite file."),
    COMPRESSED("it is compressed", "Decompress it first."),
    TOO_NEW(
            "it has the header of one, but of a format that this SQLite does not know",
            "The file was written by a newer SQLite. Use a newer version of the driver."),
    UNKNOWN("its first bytes are not those of one", "Check the path, or restore a backup.");

    private static final int HEADER = 100;
    private static final int SMALLEST_PAGE = 512;
    private static final String MAGIC = "SQLite format 3\0";

    private final String looksLike;
    private final String wayOut;

    SqliteHeader(String looksLike, String wayOut) {
        this.looksLike = looksLike;
        this.wayOut = wayOut;
    }

    /** Returns the kind of a file; of one that cannot be read, that it is unknown. */
    static SqliteHeader of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(HEADER), Files.size(file));
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static SqliteHeader of(byte[] start, long size) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith(MAGIC)) {
            return start.length < HEADER || start[18] <= 2 ? UNKNOWN : TOO_NEW;
        }
        // gzip, zip, bzip2, xz, zstd.
        if (text.startsWith("\u001f\u008b")
                || text.startsWith("PK\u0003\u0004")
                || text.startsWith("BZh")
                || text.startsWith("\u00fd7zXZ")
                || text.startsWith("(\u00b5/\u00fd")) {
            return COMPRESSED;
        }
        if (text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')
                && StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && text.chars().filter(c -> c >= 0x80).count() * 4 < text.length()) {
            return TEXT;
        }
        long kinds = text.chars().distinct().count();
        // A hundred random bytes have about eighty different values; what people and programs write has fewer.
        return size % SMALLEST_PAGE == 0 && kinds > 60 ? ENCRYPTED : UNKNOWN;
    }

    /** Returns what the file seems to be, a clause. */
    String looksLike() {
        return looksLike;
    }

    /** Returns what to do. */
    String wayOut() {
        return wayOut;
    }
}
