// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.report.TextOptions;
import dev.plumbline.report.TextReport;
import dev.plumbline.source.LoadedSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command has: the common options, a place to print, a terminal or none. */
abstract class PlumblineCommand implements Callable<Integer> {
    /** Entries of a long list on a terminal. */
    private static final int MOST = 15;

    @Mixin
    final CommonOptions common = new CommonOptions();

    final Terminal terminal = Terminal.detect();

    @Spec
    private @Nullable CommandSpec spec;

    final PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    final PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    final TextReport text() {
        return new TextReport(new TextOptions(terminal.colour(), terminal.width(), MOST));
    }

    /** Writes a text to the file that was named, else to the standard output. */
    final void emit(String text, @Nullable Path file) throws IOException {
        if (file == null) {
            out().print(text);
            out().flush();
            return;
        }
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, text);
        err().println("wrote " + file);
    }

    /** Returns the text report for a file: complete, without colour. */
    final TextReport textFor(@Nullable Path file) {
        return file == null ? text() : new TextReport(TextOptions.PLAIN.complete());
    }

    /** Refuses a schema with objects that are not modelled, where that was asked for. */
    static void refuseUnmodelled(boolean strict, LoadedSchema schema) {
        var unmodelled = schema.catalog().unmodelled();
        if (strict && !unmodelled.isEmpty()) {
            throw new PlumblineException(
                    ErrorCode.UNSUPPORTED,
                    schema.origin() + " has objects that are not compared: "
                            + unmodelled.stream()
                                    .map(Object::toString)
                                    .limit(10)
                                    .collect(Collectors.joining(", "))
                            + (unmodelled.size() > 10 ? " and " + (unmodelled.size() - 10) + " more" : "") + ".",
                    "Leave --strict away to compare everything else.");
        }
    }
}
