// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import java.util.List;

/**
 * The callbacks of a folder that are run once in a run. Those around each migration are a part of its script.
 *
 * @param all those of one event in the order in which they are run
 */
public record Callbacks(List<Callback> all) {
    /** No callback. */
    public static final Callbacks NONE = new Callbacks(List.of());

    public Callbacks {
        all = List.copyOf(all);
    }

    /** Returns those of an event, in order. */
    public List<Callback> of(CallbackEvent event) {
        return all.stream().filter(callback -> callback.event() == event).toList();
    }

    /** Returns whether a run that applies migrations has something to do though none is pending. */
    public boolean runAlways() {
        return all.stream().map(Callback::event).anyMatch(event -> switch (event) {
            case BEFORE_MIGRATE, AFTER_VERSIONED, AFTER_MIGRATE -> true;
            default -> false;
        });
    }
}
