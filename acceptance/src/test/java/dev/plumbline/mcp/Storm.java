// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many at once. */
final class Storm {
    private Storm() {}

    /** One of many. */
    @FunctionalInterface
    interface Work<T> {
        T run(int number) throws Exception;
    }

    /** Lets all begin together and returns what each made, in the order of their numbers. */
    static <T> List<T> of(int size, Work<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(size);
        try (ExecutorService threads = Executors.newFixedThreadPool(size)) {
            List<Callable<T>> all = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int number = i;
                all.add(() -> {
                    start.await();
                    return work.run(number);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(all)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
