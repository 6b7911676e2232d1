// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the ending of a file's name says of what is to be written there: nobody wants a text in {@code gap.json}. */
final class FileEnding {
    private FileEnding() {}

    /** Returns the format that is called as the file ends, {@code .md} standing for {@code markdown}; otherwise the usual one. */
    static <F extends Enum<F>> F of(@Nullable Path file, F[] formats, F usual) {
        String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.endsWith(".md") ? "markdown" : name.substring(dot + 1);
        return Arrays.stream(formats)
                .filter(format -> format.name().equals(ending))
                .findFirst()
                .orElse(usual);
    }
}
