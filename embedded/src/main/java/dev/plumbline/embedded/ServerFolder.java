// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Where a server lives: its cluster in {@code data}, its {@code log}, and, if it is to be thrown away, a file
 * {@code owner} that the JVM holds a lock on. The lock goes with the JVM however it ends, so that a folder whose lock can be
 * had is a leftover. (A process id would not do: it is used again, and means nothing in another container.)
 */
final class ServerFolder {
    /** Those of this JVM. On Unix, to open and close a file a second time would give up the lock on it. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private static final String OWNER = "owner";

    private final Path path;
    private final Runnable unlock;

    private ServerFolder(Path path, Runnable unlock) {
        this.path = path;
        this.unlock = unlock;
    }

    /** A folder to throw away, owned by this JVM. */
    static ServerFolder create(Path parent, int major) throws IOException {
        return Folders.locked(lock(parent), () -> {
            Path path = newPath(parent, major);
            OWN.add(path);
            PrivateFolder.create(path);
            FileChannel channel =
                    FileChannel.open(path.resolve(OWNER), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            FileLock lock = channel.lock();
            return new ServerFolder(path, () -> release(path, lock));
        });
    }

    /** A folder that stays. */
    static ServerFolder keep(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            PrivateFolder.create(path);
        }
        return new ServerFolder(path, () -> {});
    }

    /** A new folder for a server that stays. */
    static Path newPath(Path parent, int major) {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        return parent.resolve(major + "-" + HexFormat.of().formatHex(random));
    }

    /** Stops and removes the servers that a JVM left behind when it was killed. */
    static void sweep(Path parent, Installation installation) throws IOException {
        if (folders(parent).isEmpty()) {
            return;
        }
        Folders.locked(lock(parent), () -> {
            for (Path folder : folders(parent)) {
                if (isLeftover(folder)) {
                    Postmaster.find(folder.resolve("data")).ifPresent(left -> left.stop(installation, "immediate"));
                    Folders.delete(folder);
                }
            }
            return parent;
        });
    }

    Path path() {
        return path;
    }

    Path data() {
        return path.resolve("data");
    }

    Path log() {
        return path.resolve("log");
    }

    void remove() throws IOException {
        // On Windows a file that is open cannot be removed.
        unlock.run();
        Folders.delete(path);
    }

    private static boolean isLeftover(Path folder) {
        if (OWN.contains(folder)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(folder.resolve(OWNER), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        } catch (IOException noOwnerWasEverWritten) {
            return true;
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Path lock(Path parent) {
        return parent.resolve("lock");
    }

    private static void release(Path path, FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OWN.remove(path);
        }
    }
}
