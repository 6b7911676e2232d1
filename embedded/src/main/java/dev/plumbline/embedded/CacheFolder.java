// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.nio.file.Path;
import java.util.Map;

/** Where files are kept that can be made again. */
public final class CacheFolder {
    private CacheFolder() {}

    /** Returns the folder of the user who runs this, absolute; it need not be there. */
    public static Path ofUser(Map<String, String> environment) {
        return of(environment, Path.of(System.getProperty("user.home"), ".cache", "plumbline"));
    }

    /**
     * Returns {@code $PLUMBLINE_CACHE}, else {@code $XDG_CACHE_HOME/plumbline}, as the
     * <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directory specification</a> has it,
     * else the folder that is given.
     */
    static Path of(Map<String, String> environment, Path otherwise) {
        String own = environment.getOrDefault("PLUMBLINE_CACHE", "");
        if (!own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (xdg.isBlank() ? otherwise : Path.of(xdg, "plumbline")).toAbsolutePath();
    }
}
