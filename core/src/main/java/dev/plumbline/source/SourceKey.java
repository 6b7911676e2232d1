// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.Token;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What decides which catalog declared SQL has: its text, the search path, and where it is run. Some SQL has no key,
 * because it need not have the same effect tomorrow: a {@code DO} block that makes next month's partitions, a query that
 * calls a function, a bound or default that is computed from the time.
 */
final class SourceKey {
    private static final Set<String> DECLARING = Set.of(
            "CREATE",
            "ALTER",
            "DROP",
            "COMMENT",
            "GRANT",
            "REVOKE",
            "SECURITY",
            "SET",
            "RESET",
            "BEGIN",
            "START",
            "COMMIT",
            "END");
    private static final Set<String> CLOCKS = Set.of(
            "NOW",
            "CURRENT_DATE",
            "CURRENT_TIME",
            "CURRENT_TIMESTAMP",
            "LOCALTIME",
            "LOCALTIMESTAMP",
            "CLOCK_TIMESTAMP",
            "STATEMENT_TIMESTAMP",
            "TRANSACTION_TIMESTAMP");

    /** Strings that PostgreSQL turns into a time as soon as it reads them (documentation, "Special Values" of dates). */
    private static final Set<String> TIMES = Set.of("'now'", "'today'", "'tomorrow'", "'yesterday'");

    private SourceKey() {}

    /**
     * Returns the key of files in the order in which they are run.
     *
     * @param place where they are run, as {@link ScratchDatabases#place} tells; empty where nobody can
     */
    static Optional<String> of(Optional<String> place, List<String> searchPath, List<List<ScriptStatement>> files) {
        if (place.isEmpty() || !files.stream().flatMap(List::stream).allMatch(SourceKey::isRepeatable)) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        add(digest, place.get());
        add(digest, String.join("\n", searchPath));
        for (List<ScriptStatement> file : files) {
            // A file without statements declares nothing, and its hints are read anew each time.
            file.stream()
                    .map(ScriptStatement::script)
                    .map(SqlScript::text)
                    .distinct()
                    .forEach(text -> add(digest, text));
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }

    private static boolean isRepeatable(ScriptStatement statement) {
        if (statement.tokens().isEmpty()) {
            return true;
        }
        return (DECLARING.contains(statement.word(0)) && !dependsOnTime(statement)) || setsSearchPath(statement);
    }

    /** The default {@code now()} is called with each row, the bound of a partition when it is made. */
    private static boolean dependsOnTime(ScriptStatement statement) {
        boolean bound = false;
        for (int i = 0; i < statement.tokens().size(); i++) {
            Token token = statement.tokens().get(i);
            if (TIMES.contains(statement.text(token).toLowerCase(Locale.ROOT))) {
                return true;
            }
            bound |= statement.word(i).equals("FOR") && statement.word(i + 1).equals("VALUES");
            if (bound && CLOCKS.contains(statement.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** {@code pg_dump} begins with such a query. */
    private static boolean setsSearchPath(ScriptStatement statement) {
        return statement.begins("SELECT", "PG_CATALOG")
                && statement.isSymbol(2, '.')
                && statement.word(3).equals("SET_CONFIG")
                && statement.isSymbol(statement.tokens().size() - 1, ')');
    }

    /** With its length before it, so that no two lists of texts look the same. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
