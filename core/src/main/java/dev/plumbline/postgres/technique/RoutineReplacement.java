// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Routine;
import dev.plumbline.catalog.Signatures;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.RenameStatements;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * A function or procedure that has to be made anew, because its result or its arguments change, gives its name over in one
 * transaction and is dropped when the calls of then have ended.
 *
 * <p>A call finds its routine by name when it is parsed and holds no lock on it (PostgreSQL documentation, "Explicit Locking",
 * speaks of tables alone). One that was dropped before the call gets to run it fails: {@code cache lookup failed for function}
 * ({@code fmgr_info_cxt_security} in the server's {@code fmgr.c}). A renamed one is found by its number.
 */
record RoutineReplacement() implements Technique {
    /**
     * Waits for the transactions of the database that have begun by then. Every transaction holds a lock on its own number until it ends, which all may see. Where one stays for a minute it is taken for
     * idle. Nothing is locked while this waits.
     */
    static final String EARLIER_END = """
            DO $$
            DECLARE
              earlier text[] := ARRAY(SELECT l.virtualtransaction FROM pg_catalog.pg_locks l
                JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
                WHERE l.locktype = 'virtualxid' AND a.datname = pg_catalog.current_database()
                  AND a.usesysid IS NOT NULL AND a.pid <> pg_catalog.pg_backend_pid());
              patience timestamptz := pg_catalog.clock_timestamp() + interval '1 minute';
            BEGIN
              WHILE pg_catalog.clock_timestamp() < patience AND EXISTS (SELECT FROM pg_catalog.pg_locks l
                  WHERE l.locktype = 'virtualxid' AND l.virtualtransaction = ANY (earlier)) LOOP
                PERFORM pg_catalog.pg_sleep(0.02);
              END LOOP;
            END
            $$""";

    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        ObjectKey routine = action.object();
        if (!routine.kind().isRoutine()) {
            return Optional.empty();
        }
        return switch (action.verb()) {
            case CREATE -> {
                List<ObjectKey> before = namesakes(scene.recreation().dropped(), routine)
                        .filter(other -> successor(other, scene).equals(Optional.of(routine)))
                        .toList();
                yield before.isEmpty() ? Optional.empty() : Optional.of(List.of(taking(action, before, scene)));
            }
            case DROP -> successor(routine, scene).map(successor -> List.of(dropped(action, successor)));
            default -> Optional.empty();
        };
    }

    /** Returns those of its name, with whatever arguments. */
    private static Stream<ObjectKey> namesakes(SortedSet<ObjectKey> keys, ObjectKey routine) {
        String name = name(routine);
        // Behind the name stands the parenthesis, and behind that one, in the order of characters, the other.
        return keys.subSet(withName(routine, name + "("), withName(routine, name + ")")).stream()
                .filter(key -> name(key).equals(name));
    }

    private static ObjectKey withName(ObjectKey routine, String name) {
        return ObjectKey.of(routine.kind(), routine.schema(), name);
    }

    /** Returns what takes over the name of a routine that goes: itself in another form, or one with other arguments. */
    private static Optional<ObjectKey> successor(ObjectKey routine, Scene scene) {
        boolean free = scene.actual().find(routine, Routine.class).isPresent()
                && scene.drop(routine).isPresent()
                && !scene.actual().contains(aside(routine))
                && scene.actual().dependencies(routine).stream().allMatch(scene::isStill);
        if (!free) {
            return Optional.empty();
        }
        // One that is new in its signature takes calls that the other could not.
        return namesakes(scene.recreation().createdRoutines(), routine)
                .min(Comparator.<ObjectKey, Boolean>comparing(key -> !key.equals(routine))
                        .thenComparing(scene.actual()::contains)
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Returns the actions so that the calls are waited for once, when all names have been given over. */
    static List<Action> waitingOnce(List<Action> actions) {
        List<Action> waiting =
                actions.stream().filter(RoutineReplacement::isWaiting).toList();
        if (waiting.size() < 2) {
            return actions;
        }
        Action first = waiting.getFirst();
        Action forAll = first;
        for (Action action : waiting) {
            for (ObjectKey successor : action.follows()) {
                forAll = forAll.following(successor);
            }
        }
        List<Action> once = new ArrayList<>();
        for (Action action : actions) {
            if (action.equals(first)) {
                once.add(forAll);
            } else if (isWaiting(action)) {
                List<String> drop =
                        action.statements().subList(1, action.statements().size());
                once.add(action.with(drop, TransactionMode.TOGETHER).following(first.object()));
            } else {
                once.add(action);
            }
        }
        return once;
    }

    private static boolean isWaiting(Action action) {
        return !action.statements().isEmpty() && action.statements().getFirst().equals(EARLIER_END);
    }

    private static Action taking(Action create, List<ObjectKey> before, Scene scene) {
        Action taking = create;
        for (ObjectKey routine : before) {
            Action.Builder rename =
                    Action.of(Verb.ALTER, routine).sql(RenameStatements.of(routine, aside(routine), scene.actual()));
            if (routine.equals(create.object())) {
                Action drop = scene.drop(routine).orElseThrow();
                rename.releases(drop.releases()).awaits(drop.awaits()).follows(drop.follows());
            }
            taking = taking.after(rename.build());
        }
        return taking.because(create.reason() + "; calls of the one before go on");
    }

    private static Action dropped(Action drop, ObjectKey successor) {
        ObjectKey aside = aside(drop.object());
        Action.Builder gone = Action.of(Verb.DROP, aside)
                .because("no call of the " + drop.object() + " of before is left")
                .sql(EARLIER_END, "DROP " + Sql.kind(aside.kind()) + " " + Sql.of(aside))
                .achieves(aside)
                .releases(aside)
                .follows(Set.of(successor))
                .takesLong()
                .inOwnTransaction();
        if (!successor.equals(drop.object())) {
            gone.releases(drop.releases()).awaits(drop.awaits()).follows(drop.follows());
        }
        return gone.build();
    }

    private static ObjectKey aside(ObjectKey routine) {
        return withName(routine, Scaffold.aside(name(routine)) + Signatures.arguments(routine.name()));
    }

    private static String name(ObjectKey routine) {
        return Signatures.name(routine.name());
    }
}
