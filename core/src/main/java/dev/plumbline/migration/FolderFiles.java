// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** Finds the files of a folder. */
final class FolderFiles {
    /** Deep enough for every format that reads sub-folders, and an end to a folder named by mistake. */
    private static final int DEPTH = 8;

    private FolderFiles() {}

    /**
     * Returns all files below a folder by relative path, without hidden ones. Links are followed: a mounted
     * configuration volume consists of links into a hidden folder.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_FOUND}
     */
    static List<FolderFile> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new PlumblineException(
                    ErrorCode.SOURCE_NOT_FOUND,
                    Files.exists(folder)
                            ? folder + " is a file, not a folder of migrations."
                            : "There is no folder " + folder + ", so there are no migrations.",
                    "Name the folder that holds the migration files.");
        }
        List<FolderFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return isHidden(directory) && !directory.equals(folder)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !isHidden(file)) {
                        files.add(new FolderFile(folder, file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(Comparator.comparing(FolderFile::relative));
        return files;
    }

    private static boolean isHidden(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().startsWith(".");
    }
}
