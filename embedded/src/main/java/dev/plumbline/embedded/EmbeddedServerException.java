// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server that could not be had: what is the matter, what follows, and the way out. */
public final class EmbeddedServerException extends RuntimeException {
    private final String wayOut;

    EmbeddedServerException(String fact, String effect, String wayOut) {
        this(fact, effect, wayOut, null);
    }

    EmbeddedServerException(String fact, String effect, String wayOut, @Nullable Throwable cause) {
        super(sentence(fact) + " " + sentence(effect) + " " + sentence(wayOut), cause);
        this.wayOut = wayOut;
    }

    /** What the person can do about it. */
    public String wayOut() {
        return wayOut;
    }

    private static String sentence(String text) {
        String trimmed = text.strip();
        return trimmed.endsWith(".") ? trimmed : trimmed + ".";
    }
}
