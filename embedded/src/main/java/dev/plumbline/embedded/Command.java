// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end and keeps what it said. */
final class Command {
    private Command() {}

    /**
     * @param exitCode 127 if there is no such program, as a shell has it
     * @param output both streams, in the order written
     */
    record Result(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    static Result run(List<String> command, Path folder, Duration timeout) {
        try {
            // A file, not a pipe: a server started by the program may inherit the pipe and never close it.
            Path output = Files.createTempFile("plumbline-", ".out");
            try {
                return run(command, folder, timeout, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "The output of %s cannot be kept (%s)".formatted(command.getFirst(), e),
                    "No server was started",
                    "Make room in, or the right to write to, " + System.getProperty("java.io.tmpdir"),
                    e);
        }
    }

    private static Result run(List<String> command, Path folder, Duration timeout, Path output) throws IOException {
        Process process;
        try {
            process = builder(command, folder)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException noSuchProgram) {
            return new Result(127, String.valueOf(noSuchProgram.getMessage()));
        }
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return new Result(124, text(output) + "\n(ended after " + timeout.toSeconds() + " s)");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw interrupted(e);
        }
        return new Result(process.exitValue(), text(output));
    }

    /** A builder whose program speaks English and is not led astray by settings meant for libpq or another cluster. */
    static ProcessBuilder builder(List<String> command, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    static EmbeddedServerException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new EmbeddedServerException(
                "The thread was interrupted", "The server is not ready", "Start it again", e);
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    private static String text(Path output) throws IOException {
        return new String(Files.readAllBytes(output), Charset.defaultCharset()).strip();
    }
}
