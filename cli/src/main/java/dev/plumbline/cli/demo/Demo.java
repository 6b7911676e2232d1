// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli.demo;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.report.TextReport;
import java.io.PrintWriter;
import java.nio.file.Path;

/** The story that {@code plumbline demo} tells. */
public final class Demo {
    private final Path reports;

    /**
     * Prepares the story.
     *
     * @param out where it is told
     * @param text how values are shown
     * @param keep whether the database stays up
     * @param reports the folder for the reports
     */
    public Demo(PrintWriter out, TextReport text, boolean keep, Path reports) {
        this.reports = reports;
    }

    /** Tells it, and returns the exit code. */
    @SuppressWarnings("DoNotCallSuggester") // until the story is written
    public int run() {
        throw new PlumblineException(
                ErrorCode.UNSUPPORTED,
                "The demo is not part of this build; nothing was written to " + reports + ".",
                "Try init.");
    }
}
