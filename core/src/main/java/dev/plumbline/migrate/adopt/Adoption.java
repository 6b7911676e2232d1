// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.migrate.Revision;
import java.util.List;

/**
 * What another tool recorded, as rows of the history.
 *
 * @param outcome what became of it
 * @param tool whose history it was
 * @param table its table, qualified, for people
 * @param revisions the rows by rank; before they are written, their ranks count from 1; none where it is refused
 * @param notes what could not be known or was decided, one sentence each
 * @param refusals where files and history disagree, one sentence each; all of them, and nothing was written if there is
 *     one
 */
public record Adoption(
        Outcome outcome,
        String tool,
        String table,
        List<Revision> revisions,
        List<String> notes,
        List<String> refusals) {
    public Adoption {
        revisions = List.copyOf(revisions);
        notes = List.copyOf(notes);
        refusals = List.copyOf(refusals);
    }

    /** What became of an adoption. */
    public enum Outcome {
        /** It can be written, and was not yet. */
        READY,
        /** It is written. */
        WRITTEN,
        /** Files and history disagree; nothing was written. */
        REFUSED,
        /** It was written by an earlier run; nothing was done. */
        ALREADY_DONE
    }

    /** Returns whether files and history disagree. */
    public boolean isRefused() {
        return outcome == Outcome.REFUSED;
    }

    Adoption written(List<Revision> rows) {
        return new Adoption(Outcome.WRITTEN, tool, table, rows, notes, List.of());
    }
}
