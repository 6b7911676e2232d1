// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.corpus;

import dev.plumbline.acceptance.Places;
import dev.plumbline.corpus.PairResult.Verdict;
import dev.plumbline.embedded.EmbeddedServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/** Prints the verdicts of a suite; for work on single pairs: {@code PairScores SUITE [PATTERN [VERSION]]}. */
final class PairScores {
    private PairScores() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        String suite = arguments[0];
        Pattern pattern = Pattern.compile(arguments.length > 1 ? arguments[1] : ".*");
        int version = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 15;
        Path folder = Places.corpus("pairs/" + suite);
        List<SchemaPair> pairs = SchemaPair.ofSuite(suite, folder).stream()
                .filter(pair -> pattern.matcher(pair.name()).find())
                .toList();
        ClientTools tools = ClientTools.forServer(version, Places.root()).orElseThrow();
        try (EmbeddedServer server = EmbeddedServer.start(version)) {
            List<PairResult> results = walkAll(new PostgresPairs(server.url("postgres"), tools), pairs);
            int shown = 0;
            for (PairResult result : results) {
                if (result.verdict() == Verdict.FAILED || result.verdict() == Verdict.NOT_SUPPORTED) {
                    System.out.println(
                            "#### " + result.verdict() + " " + result.pair().name() + "\n" + result.detail());
                    shown++;
                }
            }
            for (Verdict verdict : Verdict.values()) {
                System.out.println(verdict + " "
                        + results.stream().filter(r -> r.verdict() == verdict).count());
            }
            System.out.println(shown + " of " + results.size() + " not passed");
        }
    }

    static List<PairResult> walkAll(PostgresPairs walker, List<SchemaPair> pairs)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<PairResult>> running = new ArrayList<>();
            pairs.forEach(pair -> running.add(threads.submit(() -> walker.walk(pair))));
            List<PairResult> results = new ArrayList<>();
            for (Future<PairResult> future : running) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
