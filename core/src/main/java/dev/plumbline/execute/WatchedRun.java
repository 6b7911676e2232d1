// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.ProgressListener;
import dev.plumbline.source.ServerMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Looks twice a second at the statement that a run is at: shows how far it is, remembers who is in its way, and ends who
 * may be ended. It looks from a thread of its own, and tells only while a statement runs, when the run itself tells
 * nothing.
 */
public final class WatchedRun implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(500);

    /** A look that takes longer than this at the end is not waited for: its answer interests nobody any more. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final String UNSEEN = "What statements wait for could not be seen: ";

    private final SessionWatch watch;
    private final Optional<Duration> endIdle;
    private final ProgressListener progress;
    private final Thread thread = Thread.ofVirtual().unstarted(this::watch);
    private final ReentrantLock lock = new ReentrantLock();

    /** Held while a session is ended, until that is noted: the statement that waited for it may be done before. */
    private final ReentrantLock ending = new ReentrantLock();

    private final Condition closing = lock.newCondition();
    private final SortedMap<Integer, Blocker> blockers = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    /** Sessions that were to be ended; only the thread that watches asks. */
    private final Set<Integer> asked = new HashSet<>();

    private long begun;

    /** The number of the statement that runs, counted from 1; 0 between statements. */
    private long running;

    private String title = "";
    private boolean closed;

    private WatchedRun(SessionWatch watch, Optional<Duration> endIdle, ProgressListener progress) {
        this.watch = watch;
        this.endIdle = endIdle;
        this.progress = progress;
    }

    /**
     * Begins to watch a run.
     *
     * @param endIdle sessions in its way that are idle in a transaction for that long are ended; empty for none
     */
    public static WatchedRun of(SessionWatch watch, Optional<Duration> endIdle, ProgressListener progress) {
        WatchedRun run = new WatchedRun(watch, endIdle, progress);
        run.thread.start();
        return run;
    }

    /** A statement begins; what blocked the one before is forgotten. */
    public void begins(String what) {
        watch.begins();
        lock.lock();
        try {
            running = ++begun;
            title = what;
            blockers.clear();
        } finally {
            lock.unlock();
        }
    }

    /** The statement has ended, well or not. */
    public void ended() {
        lock.lock();
        try {
            running = 0;
        } finally {
            lock.unlock();
        }
    }

    private Collection<Blocker> blockers() {
        lock.lock();
        try {
            return List.copyOf(blockers.values());
        } finally {
            lock.unlock();
        }
    }

    /** Returns who was in the way of the last statement, for people; empty where nobody was seen. */
    public Optional<String> inTheWay() {
        return Optional.of(blockers().stream().map(Blocker::description).collect(Collectors.joining("; ")))
                .filter(words -> !words.isEmpty());
    }

    /** Returns what else happened since this was last asked, one sentence each; waits for what is just happening. */
    public List<String> takeNotes() {
        ending.lock();
        lock.lock();
        try {
            List<String> taken = List.copyOf(notes);
            notes.clear();
            return taken;
        } finally {
            lock.unlock();
            ending.unlock();
        }
    }

    private void watch() {
        while (isOpenAfterABeat()) {
            long seen = running();
            if (seen != 0) {
                try {
                    tell(seen, watch.look());
                } catch (SQLException e) {
                    note(UNSEEN + ServerMessage.of(e).whole() + ".");
                    return;
                } catch (PlumblineException e) {
                    // There is no second connection to be had.
                    note(UNSEEN + e.getMessage());
                    return;
                }
            }
        }
    }

    private boolean isOpenAfterABeat() {
        lock.lock();
        try {
            long left = BEAT.toNanos();
            while (!closed && left > 0) {
                left = closing.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException e) {
            // Nobody interrupts it: it ends when it is closed.
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private long running() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    private void tell(long seen, Sight sight) {
        lock.lock();
        try {
            if (running != seen) {
                return;
            }
            sight.blockers().forEach(blocker -> blockers.put(blocker.session(), blocker));
            if (sight.blockers().isEmpty()) {
                sight.advance()
                        .ifPresent(advance ->
                                progress.progress(title + ", " + advance.what(), advance.done(), advance.total()));
            } else {
                progress.progress(
                        title + ", waiting for " + sight.blockers().getFirst().description(), 0, 0);
            }
        } finally {
            lock.unlock();
        }
        endIdle.ifPresent(limit -> sight.blockers().stream()
                .filter(blocker -> blocker.session() != 0)
                .filter(blocker ->
                        blocker.idle().filter(age -> age.compareTo(limit) >= 0).isPresent())
                .filter(blocker -> asked.add(blocker.session()))
                .forEach(blocker -> end(blocker, limit)));
    }

    private void end(Blocker blocker, Duration limit) {
        ending.lock();
        try {
            if (watch.end(blocker, limit)) {
                note("A step waited for " + blocker.description() + ". That session was ended.");
            }
        } catch (SQLException e) {
            note("A step waited for " + blocker.description() + ". That session could not be ended: "
                    + ServerMessage.of(e).whole() + ".");
        } finally {
            ending.unlock();
        }
    }

    private void note(String sentence) {
        lock.lock();
        try {
            notes.add(sentence);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            running = 0;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(TimeUnit.MILLISECONDS.convert(FAREWELL));
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        watch.close();
    }
}
