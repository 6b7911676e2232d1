// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks a tar.xz archive.
 *
 * <p>The archives hold files, folders and symbolic links with short names in the
 * <a href="https://www.gnu.org/software/tar/manual/html_node/Standard.html">ustar layout</a>, and nothing else. Anything
 * else is refused, so that a new kind of entry shows as an error and not as a missing file.
 */
final class TarXz {
    private static final int BLOCK = 512;
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final InputStream tar;
    private final Path target;

    private TarXz(InputStream tar, Path target) {
        this.tar = tar;
        this.target = target;
    }

    static void unpack(InputStream archive, Path target) throws IOException {
        try (InputStream tar = new BufferedInputStream(new XZInputStream(archive), 1 << 16)) {
            new TarXz(tar, target).unpackAll();
        }
    }

    private void unpackAll() throws IOException {
        createFolder(target);
        byte[] header = tar.readNBytes(BLOCK);
        // The end is marked by a block of zeros.
        while (header.length == BLOCK && header[0] != 0) {
            unpackEntry(header);
            header = tar.readNBytes(BLOCK);
        }
        if (header.length != BLOCK) {
            throw new IOException("The archive ends in the middle");
        }
    }

    private void unpackEntry(byte[] header) throws IOException {
        String prefix = text(header, 345, 155);
        String name = text(header, 0, 100);
        Path path = inside(prefix.isEmpty() ? name : prefix + "/" + name);
        char type = (char) header[156];
        long size = octal(header, 124, 12);
        switch (type) {
            case '5' -> createFolder(path);
            case '2' -> {
                createFolder(parent(path));
                Path link = Path.of(text(header, 157, 100));
                inside(target.relativize(parent(path).resolve(link)).toString());
                Files.createSymbolicLink(path, link);
            }
            case '0', '\0' -> unpackFile(path, size, (octal(header, 100, 8) & 0100) != 0);
            default ->
                throw new IOException("The archive holds an entry of unknown type '%c': %s".formatted(type, name));
        }
    }

    private void unpackFile(Path path, long size, boolean executable) throws IOException {
        createFolder(parent(path));
        try (var out = Files.newOutputStream(path)) {
            byte[] buffer = new byte[1 << 16];
            for (long left = size; left > 0; ) {
                int read = tar.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
                if (read == 0) {
                    throw new IOException("The archive ends in the middle of " + path.getFileName());
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        permit(path, executable ? "rwxr-xr-x" : "rw-r--r--");
    }

    private Path inside(String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The archive names a file outside of itself: " + name);
        }
        return path;
    }

    private static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            permit(folder, "rwxr-xr-x");
        }
    }

    /** Whatever the umask: where root's server runs as another user, that user reads these files. */
    private static void permit(Path path, String permissions) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static Path parent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("The archive names a file outside of any folder");
        }
        return parent;
    }

    private static String text(byte[] header, int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int offset, int length) {
        String digits = text(header, offset, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }
}
