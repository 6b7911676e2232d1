// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import java.util.Arrays;
import java.util.Optional;

/** When Flyway runs a callback (Flyway's documentation, "Callback Events"), of those that Plumbline runs too. */
public enum CallbackEvent {
    /** Before a run that applies migrations, though none be pending. */
    BEFORE_MIGRATE("beforeMigrate"),
    /** Before each migration, in its transaction and session. */
    BEFORE_EACH_MIGRATE("beforeEachMigrate"),
    /** Behind each migration, in its transaction and session. */
    AFTER_EACH_MIGRATE("afterEachMigrate"),
    /** Behind the last version. */
    AFTER_VERSIONED("afterVersioned"),
    /** Before the first repeatable migration. */
    BEFORE_REPEATABLES("beforeRepeatables"),
    /** Behind a run that has applied a migration. */
    AFTER_MIGRATE_APPLIED("afterMigrateApplied"),
    /** Behind a run that has succeeded, though none was pending. */
    AFTER_MIGRATE("afterMigrate"),
    /** Behind a run in which a migration failed. */
    AFTER_MIGRATE_ERROR("afterMigrateError"),
    /** Before a run that undoes migrations. */
    BEFORE_UNDO("beforeUndo"),
    /** Before each way down, in its transaction and session. */
    BEFORE_EACH_UNDO("beforeEachUndo"),
    /** Behind each way down, in its transaction and session. */
    AFTER_EACH_UNDO("afterEachUndo"),
    /** Behind a run that has undone migrations. */
    AFTER_UNDO("afterUndo"),
    /** Behind a run in which a way down failed. */
    AFTER_UNDO_ERROR("afterUndoError");

    private final String id;

    CallbackEvent(String id) {
        this.id = id;
    }

    static Optional<CallbackEvent> of(String id) {
        return Arrays.stream(values()).filter(event -> event.id.equals(id)).findFirst();
    }
}
