// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that another tool recorded about one migration.
 *
 * @param event what happened
 * @param kind which of the files it was; a version may have more than one
 * @param key the version, or what else the tool tells its migrations by
 * @param name more about it, such as its description; may be empty
 * @param at when; empty where the tool does not say
 * @param by who; empty where the tool does not say
 * @param durationMillis how long it took; 0 where the tool does not say
 * @param sum the checksum, where it can be computed anew
 * @param progress how far it came when it failed, where the tool says so
 * @param note more about it, for people; may be empty
 */
record Recorded(
        Event event,
        Kind kind,
        String key,
        String name,
        Optional<Instant> at,
        String by,
        long durationMillis,
        Optional<FileSum> sum,
        Optional<Progress> progress,
        String note) {

    /** What happened to a migration. */
    enum Event {
        /** It was applied. */
        APPLIED,
        /** It was begun, and did not come to its end. */
        FAILED,
        /** What was recorded before was undone, or taken for undone. */
        UNDONE
    }

    /** Which of the files is meant. */
    enum Kind {
        VERSIONED,
        REPEATABLE,
        BASELINE
    }

    /**
     * How many of the statements are in place.
     *
     * @param done these
     * @param total of these
     */
    record Progress(int done, int total) {}

    static Recorded applied(String key) {
        return new Recorded(
                Event.APPLIED,
                Kind.VERSIONED,
                key,
                "",
                Optional.empty(),
                "",
                0,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    Recorded as(Event other) {
        return new Recorded(other, kind, key, name, at, by, durationMillis, sum, progress, note);
    }

    Recorded of(Kind other) {
        return new Recorded(event, other, key, name, at, by, durationMillis, sum, progress, note);
    }

    Recorded named(String other) {
        return new Recorded(event, kind, key, other, at, by, durationMillis, sum, progress, note);
    }

    Recorded when(Optional<Instant> time) {
        return new Recorded(event, kind, key, name, time, by, durationMillis, sum, progress, note);
    }

    Recorded by(String user) {
        return new Recorded(event, kind, key, name, at, user, durationMillis, sum, progress, note);
    }

    Recorded took(long millis) {
        return new Recorded(event, kind, key, name, at, by, millis, sum, progress, note);
    }

    Recorded with(Optional<FileSum> other) {
        return new Recorded(event, kind, key, name, at, by, durationMillis, other, progress, note);
    }

    Recorded reaching(int done, int total) {
        return new Recorded(
                event, kind, key, name, at, by, durationMillis, sum, Optional.of(new Progress(done, total)), note);
    }

    Recorded noting(String other) {
        return new Recorded(event, kind, key, name, at, by, durationMillis, sum, progress, other);
    }
}
