// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a value goes, and in which form. */
final class OutputOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; by default that of the name behind -o (.json, .md), else text")
    private @Nullable Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "write there instead of to the standard output")
    @Nullable
    Path output;

    /** Returns the form that was asked for, else the one that the file's name stands for. */
    Format format() {
        return format == null ? FileEnding.of(output, Format.values(), Format.text) : format;
    }
}
