// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlScript;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file below a folder of migrations. It is read when its text is first asked for, and only once. */
final class FolderFile {
    private final Path path;
    private final String relative;
    private @Nullable SqlScript script;

    FolderFile(Path folder, Path path) {
        this.path = path;
        this.relative = folder.relativize(path).toString().replace('\\', '/');
    }

    Path path() {
        return path;
    }

    /** Returns its path below the folder, with slashes. */
    String relative() {
        return relative;
    }

    String name() {
        return relative.substring(relative.lastIndexOf('/') + 1);
    }

    /** Returns the folder that it stands in, below the folder of migrations; empty when it is that folder itself. */
    String parent() {
        int slash = relative.lastIndexOf('/');
        return slash < 0 ? "" : relative.substring(0, slash);
    }

    /** Returns how many names its relative path has: 1 for a file in the folder itself. */
    int depth() {
        return 1 + (int) relative.chars().filter(c -> c == '/').count();
    }

    boolean isSql() {
        return relative.endsWith(".sql");
    }

    SqlScript script() {
        if (script == null) {
            script = SqlScript.read(path);
        }
        return script;
    }

    @Override
    public String toString() {
        return relative;
    }
}
