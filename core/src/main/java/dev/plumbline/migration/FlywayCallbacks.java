// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The callbacks of a Flyway folder: {@code afterMigrate.sql} or {@code afterMigrate__what_it_does.sql}, in the folder and all folders
 * below, those of an event without a description first and then by description (Flyway's {@code SqlScriptCallbackFactory}). What is
 * called by an event that Plumbline has no counterpart of, such as {@code beforeClean.sql}, stays among what is not read.
 */
final class FlywayCallbacks {
    private static final String SEPARATOR = "__";
    private static final String ENDING = ".sql";

    private final List<Callback> all;

    private FlywayCallbacks(List<Callback> all) {
        this.all = all;
    }

    static FlywayCallbacks read(FolderReading reading) {
        Map<String, FolderFile> found = new HashMap<>();
        List<Callback> callbacks = new ArrayList<>();
        for (FolderFile file : reading.files()) {
            Optional<CallbackEvent> event = event(file.name());
            if (event.isPresent()) {
                FolderFile before = found.putIfAbsent(file.name(), file);
                if (before != null) {
                    throw FormatErrors.sameCallback(before.relative(), file.relative());
                }
                callbacks.add(new Callback(event.get(), file.relative(), script(file, reading)));
            }
        }
        callbacks.sort(Comparator.comparing(Callback::event).thenComparing(callback -> name(callback.origin())));
        return new FlywayCallbacks(callbacks);
    }

    private static Optional<CallbackEvent> event(String name) {
        if (!name.endsWith(ENDING)) {
            return Optional.empty();
        }
        int separator = name.indexOf(SEPARATOR);
        return CallbackEvent.of(name.substring(0, separator < 0 ? name.length() - ENDING.length() : separator));
    }

    /** Its name without the ending, so that the one without a description comes first. */
    private static String name(String origin) {
        return origin.substring(origin.lastIndexOf('/') + 1, origin.length() - ENDING.length());
    }

    private static MigrationScript.Sql script(FolderFile file, FolderReading reading) {
        reading.used(file);
        FlywayScriptConfig config = FlywayScriptConfig.of(file, reading);
        return reading.sql(config.replaced(file, reading), config.transaction());
    }

    /** Returns those that are run once in a run. */
    Callbacks oncePerRun() {
        return new Callbacks(
                all.stream().filter(callback -> !isAroundEach(callback.event())).toList());
    }

    private static boolean isAroundEach(CallbackEvent event) {
        return switch (event) {
            case BEFORE_EACH_MIGRATE, AFTER_EACH_MIGRATE, BEFORE_EACH_UNDO, AFTER_EACH_UNDO -> true;
            default -> false;
        };
    }

    /** Returns the way up of a migration with what stands around each. */
    MigrationScript aroundUp(MigrationScript script) {
        return around(script, CallbackEvent.BEFORE_EACH_MIGRATE, CallbackEvent.AFTER_EACH_MIGRATE);
    }

    /** Returns the way down of a migration with what stands around each. */
    MigrationScript aroundDown(MigrationScript script) {
        return around(script, CallbackEvent.BEFORE_EACH_UNDO, CallbackEvent.AFTER_EACH_UNDO);
    }

    private MigrationScript around(MigrationScript script, CallbackEvent before, CallbackEvent after) {
        return script instanceof MigrationScript.Sql sql ? sql.between(scripts(before), scripts(after)) : script;
    }

    private List<MigrationScript.Sql> scripts(CallbackEvent event) {
        return all.stream()
                .filter(callback -> callback.event() == event)
                .map(Callback::script)
                .toList();
    }
}
