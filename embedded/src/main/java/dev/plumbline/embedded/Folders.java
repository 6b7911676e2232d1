// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Copies, measures, removes and locks whole folders. */
final class Folders {
    /** A file lock holds between processes only; threads of one process need this besides. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private Folders() {}

    /** How much is in a folder: enough to see that a file is missing or cut off. */
    record Size(long files, long bytes) {
        @Override
        public String toString() {
            return files + " " + bytes;
        }
    }

    static Size size(Path folder) throws IOException {
        return walk(folder, (file, attributes) -> {});
    }

    /**
     * Copies a folder into one that exists. {@code Files.copy} shares the blocks where the file system can (Linux:
     * copy_file_range, macOS: clonefile), and is as fast as cp where it cannot.
     */
    static Size copy(Path from, Path to) throws IOException {
        return walk(from, (file, attributes) -> {
            Path target = to.resolve(from.relativize(file));
            if (!attributes.isDirectory()) {
                Files.copy(file, target);
            } else if (!file.equals(from)) {
                Files.createDirectory(target);
            }
        });
    }

    /** Removes a folder if it is there; files that vanish meanwhile are no matter. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Puts a finished folder in its place at once; what was there before is gone. */
    static void replace(Path finished, Path place) throws IOException {
        Path old = place.resolveSibling(
                place.getFileName() + ".old-" + ProcessHandle.current().pid());
        if (Files.exists(place)) {
            Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
    }

    interface Work<T> {
        T run() throws IOException;
    }

    /** Does work that no other thread or process does at the same time under the same lock file. */
    static <T> T locked(Path lockFile, Work<T> work) throws IOException {
        THREADS.lock();
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("The lock on " + lockFile + " was lost");
            }
            return work.run();
        } finally {
            THREADS.unlock();
        }
    }

    private interface Visit {
        void visit(Path file, BasicFileAttributes attributes) throws IOException;
    }

    private static Size walk(Path folder, Visit visit) throws IOException {
        long[] seen = new long[2];
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                visit.visit(visited, attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                visit.visit(file, attributes);
                seen[0]++;
                seen[1] += attributes.size();
                return FileVisitResult.CONTINUE;
            }
        });
        return new Size(seen[0], seen[1]);
    }
}
