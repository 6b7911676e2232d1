// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import picocli.CommandLine.Option;

/** Whether a copy is made first. */
final class BackupOptions {
    @Option(
            names = "--no-backup",
            description = "make no copy of a SQLite file before the first statement that could cost rows; one that is"
                    + " made lies beside the file until the run has succeeded")
    boolean noBackup;
}
