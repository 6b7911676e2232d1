// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The base of everything that Plumbline throws on purpose: a stable code, a message with the fact and its effect, the
 * way out, and the position in a source where there is one.
 */
public class PlumblineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    @Nullable
    private final String advice;

    @Nullable
    private final transient SourcePosition position;

    /** Creates an error with a fact and a way out. */
    public PlumblineException(ErrorCode code, String message, String advice) {
        this(code, message, advice, null, null);
    }

    /** Creates an error with everything that is known; the last three may be absent. */
    public PlumblineException(
            ErrorCode code,
            String message,
            @Nullable String advice,
            @Nullable SourcePosition position,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.advice = advice;
        this.position = position;
    }

    /** Returns the stable code. */
    public ErrorCode code() {
        return code;
    }

    /** Returns what the reader can do, one sentence or more. */
    public Optional<String> advice() {
        return Optional.ofNullable(advice);
    }

    /** Returns where in a source the error stands. */
    public Optional<SourcePosition> position() {
        return Optional.ofNullable(position);
    }
}
