// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether an application can work with a database as it is, seen at its start from the history alone.
 *
 * <p>A database that is <em>ahead</em>, whose history has migrations that the files of this application lack, counts as
 * compatible: while a new release is rolled out, and when it is taken back, the old one runs on the new schema, and one
 * that refused to start would turn a good migration into an outage. Who wants it otherwise asks for
 * {@link Standing#UP_TO_DATE}.
 *
 * @param standing how the two stand to each other
 * @param reasons what is not as the files have it, one sentence each; empty when they agree
 */
public record MigrationCheck(Standing standing, List<String> reasons) {
    private static final int NAMED = 5;

    public MigrationCheck {
        reasons = List.copyOf(reasons);
    }

    /** How a database stands to the files of an application, the worst that holds. */
    public enum Standing {
        /** Everything is applied as it stands in the files. */
        UP_TO_DATE,
        /** Everything is applied, and something more that the files do not know. */
        AHEAD,
        /** Something is not applied. */
        BEHIND,
        /** A migration was begun and not ended, or changed after it was applied: what the database has is not known. */
        IN_CONFLICT
    }

    /** Returns whether the application can work with it. */
    public boolean compatible() {
        return standing == Standing.UP_TO_DATE || standing == Standing.AHEAD;
    }

    /** Judges a status; migrations that the policy leaves out are not missed. */
    public static MigrationCheck of(MigrationStatus status, OutOfOrderPolicy policy) {
        List<MigrationEntry> pending = new ArrayList<>(status.in(MigrationState.PENDING));
        List<MigrationEntry> late = status.in(MigrationState.OUT_OF_ORDER);
        List<MigrationEntry> outdated = status.in(MigrationState.OUTDATED);
        List<MigrationEntry> partial = status.in(MigrationState.PARTIAL);
        List<MigrationEntry> modified = status.in(MigrationState.MODIFIED);
        List<MigrationEntry> missing = status.in(MigrationState.MISSING);
        List<String> reasons = new ArrayList<>();
        add(reasons, partial, "begun and not ended: ");
        add(reasons, modified, "changed after being applied: ");
        add(reasons, pending, "not applied: ");
        add(reasons, late, policy == OutOfOrderPolicy.SKIP ? "left out, being late: " : "not applied, and late: ");
        add(reasons, outdated, "applied in an older form: ");
        add(reasons, missing, "applied, but unknown to these files: ");
        if (!partial.isEmpty() || !modified.isEmpty()) {
            return new MigrationCheck(Standing.IN_CONFLICT, reasons);
        }
        boolean behind =
                !pending.isEmpty() || !outdated.isEmpty() || (!late.isEmpty() && policy != OutOfOrderPolicy.SKIP);
        Standing standing = behind ? Standing.BEHIND : missing.isEmpty() ? Standing.UP_TO_DATE : Standing.AHEAD;
        return new MigrationCheck(standing, reasons);
    }

    private static void add(List<String> reasons, List<MigrationEntry> entries, String what) {
        if (entries.isEmpty()) {
            return;
        }
        String named = entries.stream().limit(NAMED).map(MigrationEntry::title).collect(Collectors.joining(", "));
        int more = entries.size() - NAMED;
        String sentence = what + named + (more > 0 ? " and " + more + " more" : "") + ".";
        reasons.add(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }
}
