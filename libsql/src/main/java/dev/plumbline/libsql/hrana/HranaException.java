// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.hrana;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What went wrong between this process and the server, or on the server before a statement was looked at. */
public final class HranaException extends Exception {
    private static final long serialVersionUID = 1;

    /** How far the requests came. */
    public enum Reach {
        /** The server was not reached, and nothing was done. */
        NOT_SENT,
        /** The server refused the requests as a whole, and nothing was done. */
        REFUSED,
        /** The answer was lost: what the server did is not known. */
        UNKNOWN
    }

    private final Reach reach;
    private final int status;
    private final String code;

    HranaException(Reach reach, int status, String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reach = reach;
        this.status = status;
        this.code = code;
    }

    /** Returns how far the requests came. */
    public Reach reach() {
        return reach;
    }

    /** Returns the status of HTTP, 0 where there was no answer. */
    public int status() {
        return status;
    }

    /** Returns the server's code, such as {@code STREAM_EXPIRED}; empty where it gave none. */
    public String code() {
        return code;
    }

    /** Returns whether the stream is gone, and whatever transaction it had with it. */
    public boolean isStreamGone() {
        return code.equals("STREAM_EXPIRED")
                || (status == 400
                        && String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("baton"));
    }
}
