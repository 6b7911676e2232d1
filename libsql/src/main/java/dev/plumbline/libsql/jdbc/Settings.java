// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.jdbc;

import dev.plumbline.libsql.hrana.HranaResult;
import dev.plumbline.libsql.hrana.HranaStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A connection's PRAGMAs. The server keeps them with the stream, so those that it takes are said again when a stream is
 * opened anew. Two that it does not take are kept here and have the effect that they have in SQLite: {@code
 * busy_timeout} and {@code query_only}. And what it could only be asked to leave as it is, is left.
 */
final class Settings {
    /** Off in every stream, and the server lets nobody switch them on. */
    private static final Set<String> ALWAYS_OFF = Set.of("legacy_alter_table", "ignore_check_constraints");

    private static final Set<String> KEPT_BY_THE_SERVER = Set.of("foreign_keys", "recursive_triggers");
    private static final Set<String> OFF = Set.of("off", "0", "false", "no");

    private final Map<String, String> onTheServer = new TreeMap<>();
    private Duration patience = Duration.ZERO;
    private boolean queryOnly;

    /** Returns how long a statement waits for another writer. */
    Duration patience() {
        return patience;
    }

    /** Returns whether nothing may be written. */
    boolean queryOnly() {
        return queryOnly;
    }

    void queryOnly(boolean on) {
        queryOnly = on;
    }

    /** Returns the statements that make a new stream what the last one was. */
    List<HranaStatement> again() {
        return onTheServer.entrySet().stream()
                .map(entry -> new HranaStatement("PRAGMA " + entry.getKey() + " = " + entry.getValue()))
                .toList();
    }

    /** Returns what the statement gives where it is about a setting that is kept here; empty for every other one. */
    Optional<HranaResult> answer(SqlWords words) {
        if (!words.word(0).equals("pragma")) {
            return Optional.empty();
        }
        boolean reading = words.word(2).isEmpty();
        String value = words.word(3);
        return switch (words.word(1)) {
            case "busy_timeout" -> {
                if (!reading) {
                    patience = Duration.ofMillis(number(value));
                }
                yield Optional.of(one("timeout", patience.toMillis()));
            }
            case "query_only" -> {
                if (!reading) {
                    queryOnly = !OFF.contains(value);
                }
                yield Optional.of(reading ? one("query_only", queryOnly ? 1 : 0) : HranaResult.NOTHING);
            }
            default ->
                ALWAYS_OFF.contains(words.word(1)) && OFF.contains(value)
                        ? Optional.of(HranaResult.NOTHING)
                        : Optional.empty();
        };
    }

    /** Notes a statement that the server carried out outside a transaction, where it ignores some settings. */
    void note(SqlWords words) {
        if (words.word(0).equals("pragma")
                && KEPT_BY_THE_SERVER.contains(words.word(1))
                && words.word(2).equals("=")) {
            onTheServer.put(words.word(1), words.word(3));
        }
    }

    private static long number(String text) {
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static HranaResult one(String name, long value) {
        return new HranaResult(
                List.of(new HranaResult.Column(name, "")),
                List.<@Nullable Object[]>of(new @Nullable Object[] {value}),
                0,
                Optional.empty());
    }
}
