// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A folder in memory for servers to throw away, where the system has one.
 *
 * <p>A cluster is a thousand small files, a database three hundred, all of them soon removed, which ext4 takes badly: it
 * does not reuse the inodes of the last half minute, and searches past all of them for every new file
 * ({@code recently_deleted} in fs/ext4/ialloc.c). After a few servers or some dozen databases, CREATE DATABASE takes 300 ms
 * there, and 15 ms in memory.
 */
final class Memory {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    /** A container has 64 MB unless told otherwise: room for two databases. */
    private static final long ENOUGH = 1L << 30;

    private Memory() {}

    /** The user's own folder there; the user who runs root's servers may pass through it. */
    static Optional<Path> folder(Account account) {
        String user = System.getProperty("user.name", "");
        boolean shared = account.owner().isPresent();
        String permissions = shared ? "rwx--x--x" : "rwx------";
        Path folder = SHARED_MEMORY.resolve("plumbline-" + user + (shared ? "-shared" : ""));
        try {
            if (!Files.isDirectory(SHARED_MEMORY)
                    || !Files.getFileStore(SHARED_MEMORY).type().equals("tmpfs")
                    || Files.getFileStore(SHARED_MEMORY).getUsableSpace() < ENOUGH) {
                return Optional.empty();
            }
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
            }
            // Everybody may write in /dev/shm, and so lay a folder or a link of this name there.
            boolean ours = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
                            .getName()
                            .equals(user);
            return ours ? Optional.of(folder) : Optional.empty();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException | SecurityException notHere) {
            return Optional.empty();
        }
    }
}
