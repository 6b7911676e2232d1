// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be done about an error of SQLite that is about the file and not about a statement (SQLite documentation,
 * "Result and Error Codes"). The driver gives the extended code by its name only, in brackets before its message.
 */
public final class SqliteErrors {
    private static final Pattern CODE = Pattern.compile("^\\[(SQLITE_[A-Z_]+)]");

    private SqliteErrors() {}

    /** Returns the name of the result code, such as {@code SQLITE_READONLY_DIRECTORY}; empty for another database's error. */
    public static Optional<String> code(SQLException error) {
        Matcher matcher = CODE.matcher(String.valueOf(error.getMessage()));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Returns the way out, one sentence or more; empty where the error is not about the file, or not SQLite's. */
    public static Optional<String> wayOut(SQLException error) {
        return code(error).flatMap(code -> wayOut(code, String.valueOf(error.getMessage())));
    }

    private static Optional<String> wayOut(String code, String message) {
        if (code.startsWith("SQLITE_READONLY")) {
            return Optional.of(readOnly(code));
        }
        if (code.startsWith("SQLITE_CANTOPEN")) {
            return Optional.of(
                    "SQLite needs the right to read and write the file, and to make others in its folder: the"
                            + " journal, or -wal and -shm beside a database in WAL mode.");
        }
        if (code.startsWith("SQLITE_IOERR")) {
            return Optional.of("The disk or the network drive with the file fails. Look into the system's log, and copy"
                    + " the file with those beside it (-wal, -journal) before anything else writes to it.");
        }
        if (code.startsWith("SQLITE_CORRUPT")) {
            return Optional.of("The file is damaged. Keep a copy of it as it is, with -wal and -journal beside it; then"
                    + " take a backup, or save what can be read: sqlite3 FILE .recover | sqlite3 NEWFILE.");
        }
        if (code.startsWith("SQLITE_BUSY")) {
            return Optional.of(
                    "Another program holds a lock on the file: wait until it has ended its transaction, then run again.");
        }
        return switch (code) {
            case "SQLITE_FULL" ->
                Optional.of(
                        "Nothing of the transaction was kept. Free some space, or raise max_page_count where that is"
                                + " the limit: a table that is made anew needs room for itself once more, and as much for the"
                                + " journal or the log; so does the copy that is made before (--no-backup to do without).");
            case "SQLITE_NOTADB" ->
                Optional.of(
                        "Check the path. If the database is encrypted, Plumbline has no key for it: decrypt a copy.");
            case "SQLITE_PERM", "SQLITE_AUTH" -> Optional.of("Run as a user that may read and write the file.");
            case "SQLITE_PROTOCOL", "SQLITE_NOLFS" ->
                Optional.of(
                        "The drive on which the file is does not lock or store files as SQLite needs it: use a local"
                                + " one.");
            case "SQLITE_ERROR" ->
                message.contains("unsupported file format")
                        ? Optional.of("The file was written by a newer SQLite. Use a newer version of the driver.")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String readOnly(String code) {
        return switch (code) {
            case "SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY" ->
                "A program was killed while it wrote, and its transaction must be rolled back before anybody can read."
                        + " SQLite does that by itself for whoever may write: open the file once with the right to write"
                        + " to it and to its folder.";
            case "SQLITE_READONLY_DBMOVED" -> "The file was moved or replaced meanwhile. Run again.";
            case "SQLITE_READONLY_DIRECTORY", "SQLITE_READONLY_CANTLOCK", "SQLITE_READONLY_CANTINIT" ->
                "SQLite makes files beside the database while it works. Give this user the right to write to the folder.";
            default ->
                "Give this user the right to write to the file and its folder; look whether the drive is mounted for"
                        + " reading only, or the URL says so (mode=ro, immutable=1).";
        };
    }
}
