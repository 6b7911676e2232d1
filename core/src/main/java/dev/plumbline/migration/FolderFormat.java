// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import java.util.List;

/** Reads the folders of one format. */
interface FolderFormat {
    MigrationFormat format();

    /** Returns whether a file is a migration of this format, or a part of one. */
    boolean claims(FolderFile file);

    /** Reads the files that it claimed, sorted by relative path, and adds what they hold to a reading. */
    void read(List<FolderFile> files, FolderReading reading);
}
