// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
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
}
