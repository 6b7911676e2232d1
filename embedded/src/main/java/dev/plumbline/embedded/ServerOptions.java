// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What kind of server to start.
 *
 * @param majorVersion 14 to 18
 * @param folder where the server lives, created if need be; one below the cache otherwise. It holds {@code data} and
 *     {@code log}. A server that is thrown away never gets a folder of the caller's
 * @param port any that is free otherwise
 * @param settings added to, or in place of, those of postgresql.conf
 * @param cache the folder for binaries; otherwise {@code $PLUMBLINE_CACHE}, {@code $XDG_CACHE_HOME/plumbline} or
 *     {@code ~/.cache/plumbline}
 * @param listener hears a line for everything that takes time
 */
public record ServerOptions(
        int majorVersion,
        Lifetime lifetime,
        Optional<Path> folder,
        OptionalInt port,
        SortedMap<String, String> settings,
        Optional<Path> cache,
        Consumer<String> listener) {
    public ServerOptions {
        if (!Binaries.supports(majorVersion)) {
            throw new EmbeddedServerException(
                    "There is no embedded PostgreSQL " + majorVersion,
                    "No server was started",
                    "Name a major version from 14 to 18, or give the URL of a server with --scratch-url");
        }
        if (lifetime == Lifetime.THROW_AWAY && folder.isPresent()) {
            throw new IllegalArgumentException("A server that is thrown away has no folder of the caller's");
        }
        folder = folder.map(Path::toAbsolutePath);
        cache = cache.map(Path::toAbsolutePath);
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** A server to throw away. */
    public static ServerOptions of(int majorVersion) {
        return new ServerOptions(
                majorVersion,
                Lifetime.THROW_AWAY,
                Optional.empty(),
                OptionalInt.empty(),
                Collections.emptySortedMap(),
                Optional.empty(),
                line -> {});
    }

    public ServerOptions keepData(Path inFolder) {
        return new ServerOptions(
                majorVersion, Lifetime.KEEP_DATA, Optional.of(inFolder), port, settings, cache, listener);
    }

    public ServerOptions keepRunning(Path inFolder) {
        return new ServerOptions(
                majorVersion, Lifetime.KEEP_RUNNING, Optional.of(inFolder), port, settings, cache, listener);
    }

    /** A server that goes on, in a folder of its own below the cache. */
    public ServerOptions keepRunning() {
        return new ServerOptions(
                majorVersion, Lifetime.KEEP_RUNNING, Optional.empty(), port, settings, cache, listener);
    }

    public ServerOptions onPort(int fixedPort) {
        return new ServerOptions(majorVersion, lifetime, folder, OptionalInt.of(fixedPort), settings, cache, listener);
    }

    public ServerOptions with(String setting, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(setting, value);
        return new ServerOptions(majorVersion, lifetime, folder, port, new TreeMap<>(more), cache, listener);
    }

    public ServerOptions cachedIn(Path cacheFolder) {
        return new ServerOptions(majorVersion, lifetime, folder, port, settings, Optional.of(cacheFolder), listener);
    }

    public ServerOptions tell(Consumer<String> progress) {
        return new ServerOptions(majorVersion, lifetime, folder, port, settings, cache, progress);
    }
}
