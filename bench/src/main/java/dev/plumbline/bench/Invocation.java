// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command that is run as a process of its own and timed from outside.
 *
 * @param command its words
 * @param environment added to that of this process
 * @param good the exit codes that mean it did its work
 * @param said what it must have printed, in letters of either case, if it did its work; may be empty
 */
record Invocation(List<String> command, Map<String, String> environment, List<Integer> good, String said) {
    private static final Path TIME = Path.of("/usr/bin/time");
    private static final long LIMIT_MINUTES = 15;

    Invocation {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        good = List.copyOf(good);
    }

    static Invocation of(List<String> command) {
        return new Invocation(command, Map.of(), List.of(0), "");
    }

    static Invocation of(String... command) {
        return of(List.of(command));
    }

    /** Returns the same where these exit codes are as good as 0: tools say with them what they found. */
    Invocation alsoGood(int... codes) {
        List<Integer> more = new ArrayList<>(good);
        for (int code : codes) {
            more.add(code);
        }
        return new Invocation(command, environment, more, said);
    }

    /** Returns the same where no other exit code than 0 is good. */
    Invocation succeeding() {
        return new Invocation(command, environment, List.of(0), said);
    }

    /** Returns the same with words after its own. */
    Invocation and(String... words) {
        List<String> more = new ArrayList<>(command);
        more.addAll(List.of(words));
        return new Invocation(more, environment, good, said);
    }

    /** Returns the same, which has failed unless it prints that: an exit code alone does not tell what was done. */
    Invocation saying(String text) {
        return new Invocation(command, environment, good, text);
    }

    Invocation with(String variable, String value) {
        return new Invocation(command, Map.of(variable, value), good, said);
    }

    /** Runs it; what it prints goes to a file that is shown when it fails. */
    Timing time() throws IOException, InterruptedException {
        Path output = Files.createTempFile("bench", ".out");
        Path figures = Files.createTempFile("bench", ".time");
        try {
            List<String> whole = new ArrayList<>();
            boolean measured = Files.isExecutable(TIME);
            if (measured) {
                whole.addAll(List.of(TIME.toString(), "-o", figures.toString(), "-f", "%U %S %M"));
            }
            whole.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            long started = System.nanoTime();
            Process process = builder.start();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " took more than " + LIMIT_MINUTES + " minutes");
            }
            double seconds = (System.nanoTime() - started) / 1e9;
            if (!good.contains(process.exitValue())) {
                throw new IOException("exit code " + process.exitValue() + ": " + lastLines(output));
            }
            if (!Files.readString(output).toLowerCase(Locale.ROOT).contains(said.toLowerCase(Locale.ROOT))) {
                throw new IOException("it says nothing of '" + said + "': " + lastLines(output));
            }
            return measured ? timing(seconds, Files.readString(figures)) : new Timing(seconds, Double.NaN, Double.NaN);
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(figures);
        }
    }

    /** A line above the figures tells of an exit code that is not 0. */
    private static Timing timing(double seconds, String written) {
        List<String> lines = written.lines().toList();
        String[] figures = lines.getLast().split(" ", -1);
        return new Timing(
                seconds,
                Double.parseDouble(figures[0]) + Double.parseDouble(figures[1]),
                Double.parseDouble(figures[2]) * 1024 / 1e6);
    }

    private static String lastLines(Path output) throws IOException {
        List<String> lines =
                Files.readString(output).lines().filter(line -> !line.isBlank()).toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }

    /** Runs it and returns what it prints, or an empty text where it cannot be run. */
    String answer() throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return "";
        }
        process.getOutputStream().close();
        String answer = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? answer.strip() : "";
    }
}
