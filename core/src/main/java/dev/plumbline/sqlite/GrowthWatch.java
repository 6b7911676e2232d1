// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.execute.SessionWatch;
import dev.plumbline.execute.Sight;
import java.util.List;
import java.util.Optional;

/** While a statement of SQLite runs, the growth of the file is all that can be seen of it from outside. */
final class GrowthWatch implements SessionWatch {
    private static final long MEGABYTE = 1L << 20;

    private final DatabaseFile file;
    private volatile long before;

    GrowthWatch(DatabaseFile file) {
        this.file = file;
    }

    @Override
    public void begins() {
        before = file.size();
    }

    @Override
    public Sight look() {
        long written = Math.max(0, file.size() - before) / MEGABYTE;
        return new Sight(Optional.of(new Sight.Advance("MB written", written, 0)), List.of());
    }

    @Override
    public void close() {
        // Looking took nothing.
    }
}
