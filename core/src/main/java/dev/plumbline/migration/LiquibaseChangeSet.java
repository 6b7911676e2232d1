// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlScript;
import java.util.Optional;

/**
 * A change set as it stands in its file.
 *
 * @param id {@code author:id}
 * @param attributes what stands behind that
 * @param offset where its line begins
 * @param up its statements; everything else of the file is blanked out
 * @param down what its rollback lines hold; a script without statements where they say that there is nothing to do
 */
record LiquibaseChangeSet(
        FolderFile file, String id, String attributes, int offset, SqlScript up, Optional<SqlScript> down) {}
