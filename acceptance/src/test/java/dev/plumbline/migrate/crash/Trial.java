// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One run that is killed.
 *
 * @param number its number, from 1
 * @param event the event at which it is killed, from 1; or after which, or during whose statement
 * @param millis how long after the event it is killed, or after the start of the run; for a build that is held up, how
 *     long it is held up yet after the kill
 */
record Trial(int number, Kind kind, int event, int millis) {
    /** A moment within a statement is more often met by a short pause. */
    private static final int SHORT_MILLIS = 25;

    private static final int HELD_UP_MILLIS = 1500;

    /** Who is killed, and when. */
    enum Kind {
        /** The runner, between two statements. */
        RUNNER_AT_BOUNDARY,
        /** The runner, a few milliseconds after it was let go from a boundary. */
        RUNNER_WITHIN_STATEMENT,
        /** The runner, at any moment. */
        RUNNER_ANY_MOMENT,
        /** The runner, while another session holds its concurrent statement up in the server. */
        RUNNER_HELD_UP,
        /** The server, between two statements. */
        SERVER_AT_BOUNDARY,
        /** The server, a few milliseconds after the runner was let go from a boundary. */
        SERVER_WITHIN_STATEMENT,
        /** The server, at any moment. */
        SERVER_ANY_MOMENT;

        boolean ofServer() {
            return name().startsWith("SERVER");
        }

        boolean anyMoment() {
            return name().endsWith("ANY_MOMENT");
        }
    }

    /**
     * Returns the trials of a seed: every boundary once, then the other kinds in turn, at random.
     *
     * @param events what an undisturbed run told
     * @param millis how long an undisturbed run takes
     */
    static List<Trial> all(int count, long seed, List<Kind> kinds, List<String> events, int millis) {
        List<Integer> boundaries = new ArrayList<>();
        List<Integer> concurrent = new ArrayList<>();
        for (int event = 1; event <= events.size(); event++) {
            // From the end of one migration to the first statement of the next nothing is committed but that it is
            // begun.
            boolean between = events.get(event - 1).startsWith("begins")
                    || (events.get(event - 1).startsWith("ended") && event < events.size());
            if (!between) {
                boundaries.add(event);
            }
            if (events.get(event - 1).contains("CONCURRENTLY")) {
                concurrent.add(event);
            }
        }
        List<Trial> trials = new ArrayList<>();
        for (int event : boundaries) {
            trials.add(new Trial(trials.size() + 1, Kind.RUNNER_AT_BOUNDARY, event, 0));
        }
        Random random = new Random(seed);
        List<Integer> shuffled = new ArrayList<>(boundaries);
        Collections.shuffle(shuffled, random);
        for (int turn = 0; trials.size() < count; turn++) {
            Kind kind = kinds.get(turn % kinds.size());
            int round = turn / kinds.size();
            int event = kind == Kind.RUNNER_HELD_UP
                    ? concurrent.get(round % concurrent.size())
                    : shuffled.get(round % shuffled.size());
            int pause = switch (kind) {
                case RUNNER_AT_BOUNDARY, SERVER_AT_BOUNDARY -> 0;
                case RUNNER_WITHIN_STATEMENT, SERVER_WITHIN_STATEMENT -> random.nextInt(SHORT_MILLIS);
                case RUNNER_HELD_UP -> random.nextInt(HELD_UP_MILLIS);
                case RUNNER_ANY_MOMENT, SERVER_ANY_MOMENT -> random.nextInt(millis);
            };
            trials.add(new Trial(trials.size() + 1, kind, event, pause));
        }
        return List.copyOf(trials.subList(0, count));
    }
}
