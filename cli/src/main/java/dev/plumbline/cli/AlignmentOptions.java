// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.alignment.AlignmentMapping;
import dev.plumbline.alignment.Severity;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which classes of an application hold the rows of which tables. */
final class AlignmentOptions {
    @Option(
            names = "--class",
            paramLabel = "TABLE=CLASS",
            description =
                    "a class, with its package, that holds the rows of a table or view; may be repeated. 'classes' of"
                            + " [alignment] by default")
    private @Nullable List<String> classes;

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            description = "folders and jars with the class files; they are read, not loaded")
    private @Nullable List<String> classpath;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "exit with 1 from this severity on: ${COMPLETION-CANDIDATES}; error by default")
    private @Nullable Severity failOn;

    /** Returns whether classes are named, here or in the configuration. */
    boolean areGiven(AlignmentSettings settings) {
        return classes != null || !settings.classes().isEmpty();
    }

    /**
     * Returns which classes hold the rows of which tables.
     *
     * @throws PlumblineException with {@code INVALID_ARGUMENT} when none are named
     */
    AlignmentMapping mapping(AlignmentSettings settings) {
        AlignmentMapping mapping = settings.mapping();
        if (classes != null) {
            AlignmentMapping named = mapping.withoutEntries();
            for (String text : classes) {
                int equals = text.indexOf('=');
                if (equals <= 0 || equals == text.length() - 1) {
                    throw new PlumblineException(
                            ErrorCode.INVALID_ARGUMENT,
                            "'" + text + "' is no table with a class.",
                            "Say --class TABLE=CLASS, as in --class memories=com.example.Memory.");
                }
                named = named.and(text.substring(0, equals), text.substring(equals + 1));
            }
            mapping = named;
        }
        if (mapping.entries().isEmpty()) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "No classes are named, so there is nothing to lay beside the tables.",
                    "Give --class TABLE=CLASS and --classpath, or write [alignment] into plumbline.toml.");
        }
        return failOn == null ? mapping : mapping.failingOn(failOn);
    }

    /** Returns where the class files are. */
    List<Path> classpath(AlignmentSettings settings) {
        if (classpath == null) {
            return settings.classpath();
        }
        List<Path> places = new ArrayList<>();
        for (String text : classpath) {
            for (String place : text.split(Pattern.quote(File.pathSeparator), -1)) {
                if (!place.isEmpty()) {
                    places.add(Path.of(place));
                }
            }
        }
        return places;
    }
}
