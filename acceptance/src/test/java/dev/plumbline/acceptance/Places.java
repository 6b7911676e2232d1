// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Folders outside the module that tests read, by the system properties that the build sets. */
public final class Places {
    private Places() {}

    /** Returns the project's root folder. */
    public static Path root() {
        // An IDE sets no property and runs a module's tests in the module's folder.
        return Path.of(System.getProperty("plumbline.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /**
     * Returns a folder of the corpus, the real schemas of other projects that are not part of this one. Where the corpus
     * is missing, the calling test is skipped, and the summary says what it missed.
     */
    public static Path corpus(String folder) {
        Path corpus = Path.of(System.getProperty("plumbline.corpus", root() + "/../shared/corpus"))
                .toAbsolutePath()
                .normalize();
        Path wanted = corpus.resolve(folder);
        Assumptions.assumeTrue(
                Files.isDirectory(wanted), () -> "the corpus folder '" + folder + "' is not on this machine");
        return wanted;
    }
}
