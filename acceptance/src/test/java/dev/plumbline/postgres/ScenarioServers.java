// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.acceptance.Places;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.corpus.ClientTools;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The servers of scenarios that are walked two at a time: each walk has one to itself, because roles, event triggers and the
 * names of databases belong to the whole of one. A second of the same version is started only when the first is in use.
 */
final class ScenarioServers implements AutoCloseable {
    private final Map<Integer, Deque<Place>> free = new HashMap<>();
    private final List<Place> all = new ArrayList<>();

    /**
     * A server with what is found out about it once.
     *
     * @param empty the catalog of a database in which nothing was made
     * @param tools the programs that can dump it, where they are at hand
     */
    record Place(int version, TestServer server, Catalog empty, Optional<ClientTools> tools) {}

    /** What is done on a server. */
    @FunctionalInterface
    interface Work<W, E extends Exception> {
        void on(W where) throws E;
    }

    /** Does work on a server of that major version that nobody else uses meanwhile. */
    <E extends Exception> void on(int version, Work<TestServer, E> work) throws E {
        at(version, place -> work.on(place.server()));
    }

    /** Does work there with what was found out about the server. */
    <E extends Exception> void at(int version, Work<Place, E> work) throws E {
        Place place = take(version);
        try {
            work.on(place);
        } finally {
            giveBack(place);
        }
    }

    private Place take(int version) {
        synchronized (this) {
            Deque<Place> waiting = free.computeIfAbsent(version, v -> new ArrayDeque<>());
            if (!waiting.isEmpty()) {
                return waiting.pop();
            }
        }
        TestServer server = TestServer.start(version);
        Place place = new Place(
                version, server, server.declared("SELECT 1").catalog(), ClientTools.forServer(version, Places.root()));
        synchronized (this) {
            all.add(place);
        }
        return place;
    }

    private synchronized void giveBack(Place place) {
        free.computeIfAbsent(place.version(), v -> new ArrayDeque<>()).push(place);
    }

    @Override
    public synchronized void close() {
        all.forEach(place -> place.server().close());
        all.clear();
        free.clear();
    }
}
