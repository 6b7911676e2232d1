// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.migration.MigrationSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Files that are tried on one scratch database. */
public sealed interface ReviewUnit {

    /**
     * Migrations of one folder.
     *
     * @param folder the folder
     * @param set all of its migrations
     * @param chosen those that are reviewed; the others only make the state that they find
     */
    record Folder(Path folder, MigrationSet set, Set<Migration> chosen) implements ReviewUnit {
        public Folder {
            chosen = Set.copyOf(chosen);
        }
    }

    /** Files of no folder, in the order in which they were named. */
    record Files(List<MigrationScript.Sql> scripts) implements ReviewUnit {
        public Files {
            scripts = List.copyOf(scripts);
        }
    }

    /** A file or folder that cannot be read as what it is. */
    record Unreadable(Path path, PlumblineException error) implements ReviewUnit {}
}
