// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import java.io.IOException;
import java.nio.file.Path;

/** A copy of a whole database, as it was at one moment. */
public interface SafeCopy {
    /** Returns where it is. */
    Path file();

    /** Returns how the database is put back to it: one sentence for people, with a full stop. */
    String wayBack();

    /** Deletes it. */
    void remove() throws IOException;
}
