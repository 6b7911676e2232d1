// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class BuildVersion implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"plumbline " + read()};
    }

    /** Returns the version alone, as {@code 1.2.3}. */
    static String read() throws IOException {
        Properties build = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream("build.properties")) {
            if (in == null) {
                return "unknown"; // compiled by an IDE that does not filter resources
            }
            build.load(in);
        }
        return build.getProperty("version", "unknown");
    }

    /**
     * Returns what tells this build from others: its version and, because a version in the making has many builds, when
     * its jar was written. Empty for classes in a folder, which change without a trace on the folder.
     */
    static Optional<String> identity() {
        try {
            Path code = Path.of(BuildVersion.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(code)
                    ? Optional.of(read() + " " + Files.getLastModifiedTime(code))
                    : Optional.empty();
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }
}
