// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of the same work on many databases, each with a history of its own.
 *
 * @param members one for each database, in the order in which they were named
 * @param took how long all of it took
 */
public record FleetRun(List<Member> members, Duration took) {
    public FleetRun {
        members = List.copyOf(members);
    }

    /** How a database came out of it. */
    public enum Verdict {
        /** It could not be done there. */
        FAILED,
        /** It was not begun there, because it had failed elsewhere. */
        LEFT_OUT,
        /** Migrations are pending, or not as they should be; said by a status alone. */
        BEHIND,
        /** Migrations were applied or undone. */
        CHANGED,
        /** There was nothing to do. */
        UNCHANGED
    }

    /**
     * One database.
     *
     * @param name what it is called among them
     * @param verdict how it came out of it
     * @param migrations how many were carried out, or are pending where it is behind
     * @param at the last migration in place; empty where none is, or where it is not known
     * @param error why it failed
     * @param took how long it took there
     */
    public record Member(
            String name,
            Verdict verdict,
            int migrations,
            Optional<String> at,
            Optional<Exception> error,
            Duration took) {}

    /** Returns those that came out of it so, in order. */
    public List<Member> in(Verdict verdict) {
        return members.stream().filter(member -> member.verdict() == verdict).toList();
    }

    /** Returns whether it was done everywhere. */
    public boolean isWhole() {
        return in(Verdict.FAILED).isEmpty() && in(Verdict.LEFT_OUT).isEmpty();
    }
}
