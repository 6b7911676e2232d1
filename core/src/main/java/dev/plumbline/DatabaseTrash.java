// SPDX-License-Identifier: Apache-2.0
package dev.plumbline;

import dev.plumbline.engine.Engine;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Trash;
import dev.plumbline.execute.TrashEntry;
import dev.plumbline.source.DatabaseUrl;
import java.util.List;

/**
 * What plans moved out of the way in one database instead of dropping it. Every method opens a connection of its own, and
 * throws {@code CONNECTION_FAILED} where there is none to be had.
 */
public final class DatabaseTrash {
    private final Trash trash;
    private final DatabaseUrl url;

    private DatabaseTrash(Trash trash, DatabaseUrl url) {
        this.trash = trash;
        this.url = url;
    }

    static DatabaseTrash of(Engine engine, DatabaseUrl url) {
        Trash trash = engine.trash()
                .orElseThrow(() -> new PlumblineException(
                        ErrorCode.UNSUPPORTED,
                        "There is no trash for databases of the engine " + engine.id() + ".",
                        "It is for PostgreSQL."));
        return new DatabaseTrash(trash, url);
    }

    /**
     * Returns what it holds, oldest first.
     *
     * @throws PlumblineException with {@code DATABASE_ERROR}
     */
    public List<TrashEntry> list() {
        return Plumbline.seenIn(url, trash::list);
    }

    /**
     * Brings tables back under the names that they had, or not at all.
     *
     * @return what could not be brought back with them, such as a foreign key to a table that is gone: one sentence each
     * @throws PlumblineException with {@code DATABASE_ERROR} where another table has the name now
     */
    public List<String> restore(TrashEntry entry) {
        return Plumbline.seenIn(url, connection -> trash.restore(connection, entry));
    }

    /**
     * Drops an entry for good.
     *
     * @throws PlumblineException with {@code DATABASE_ERROR} where something depends on it
     */
    public void purge(TrashEntry entry) {
        Plumbline.seenIn(url, connection -> {
            trash.purge(connection, entry);
            return List.of();
        });
    }
}
