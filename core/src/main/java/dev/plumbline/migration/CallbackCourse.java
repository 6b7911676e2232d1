// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import java.util.ArrayList;
import java.util.List;

/** Which callbacks are due on the way of one run through its migrations. Not safe for use by several threads. */
public final class CallbackCourse {
    private final Callbacks callbacks;
    private boolean begun;
    private boolean applied;
    private boolean repeatables;

    /** Begins a way. */
    public CallbackCourse(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    /** Returns what is due at the beginning; nothing when it was asked before. */
    public List<Callback> beginning() {
        List<Callback> due = begun ? List.of() : callbacks.of(CallbackEvent.BEFORE_MIGRATE);
        begun = true;
        return due;
    }

    /** Returns what is due before a migration is applied, the beginning included if it is the first. */
    public List<Callback> before(Migration migration) {
        List<Callback> due = new ArrayList<>(beginning());
        if (migration.kind() == MigrationKind.REPEATABLE && !repeatables) {
            due.addAll(callbacks.of(CallbackEvent.AFTER_VERSIONED));
            due.addAll(callbacks.of(CallbackEvent.BEFORE_REPEATABLES));
            repeatables = true;
        }
        applied = true;
        return due;
    }

    /** Returns what is due behind the last migration; nothing where nothing was begun. */
    public List<Callback> end() {
        List<Callback> due = new ArrayList<>();
        if (begun) {
            due.addAll(repeatables ? List.of() : callbacks.of(CallbackEvent.AFTER_VERSIONED));
            due.addAll(applied ? callbacks.of(CallbackEvent.AFTER_MIGRATE_APPLIED) : List.of());
            due.addAll(callbacks.of(CallbackEvent.AFTER_MIGRATE));
        }
        return due;
    }
}
