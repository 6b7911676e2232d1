// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.migrate.FleetRun.Member;
import dev.plumbline.migrate.FleetRun.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does the same on many databases, so many at once. What is done on one is whole or not done at all; a run that ended
 * early is called again, and finds nothing to do where it was done.
 *
 * @param parallel how many at once, at least 1
 * @param keepGoing whether the others are begun after one has failed
 */
public record Fleet(int parallel, boolean keepGoing) {
    public Fleet {
        if (parallel < 1) {
            throw new IllegalArgumentException("at least one database at a time");
        }
    }

    /**
     * Does it on each. An interrupted run lets those end that have begun, and leaves the others out.
     *
     * @param names what the databases are called, in order; each once
     * @param work what is done on one; it may throw
     * @param told hears of each as it ends, one at a time, in the order of their ends
     */
    public FleetRun run(List<String> names, Function<String, Member> work, Consumer<Member> told) {
        long begun = System.nanoTime();
        AtomicBoolean stopped = new AtomicBoolean();
        List<Member> members = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(parallel, Math.max(1, names.size())))) {
            List<Future<Member>> futures = new ArrayList<>();
            for (String name : names) {
                futures.add(threads.submit(() -> one(name, work, stopped, told)));
            }
            for (int i = 0; i < names.size(); i++) {
                members.add(ended(names.get(i), futures.get(i), stopped));
            }
        }
        return new FleetRun(members, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static Member ended(String name, Future<Member> future, AtomicBoolean stopped) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    stopped.set(true);
                    interrupted = true;
                } catch (ExecutionException e) {
                    return failed(name, e, Duration.ZERO);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Member one(String name, Function<String, Member> work, AtomicBoolean stopped, Consumer<Member> told) {
        if (stopped.get()) {
            return new Member(name, Verdict.LEFT_OUT, 0, Optional.empty(), Optional.empty(), Duration.ZERO);
        }
        long begun = System.nanoTime();
        Member member;
        try {
            member = work.apply(name);
        } catch (RuntimeException e) {
            member = failed(name, e, Duration.ofNanos(System.nanoTime() - begun));
        }
        if (member.verdict() == Verdict.FAILED && !keepGoing) {
            stopped.set(true);
        }
        synchronized (told) {
            told.accept(member);
        }
        return member;
    }

    private static Member failed(String name, Exception error, Duration took) {
        return new Member(name, Verdict.FAILED, 0, Optional.empty(), Optional.of(error), took);
    }
}
