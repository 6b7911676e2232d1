// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.SumFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a folder's {@code plumbline.sum} fits its migrations; one without such a file fits. */
final class SumCheck {
    static final String WAY_OUT = "Look at the order of the new migrations; 'plumbline sum' then writes the file anew.";

    private static final int NAMED = 5;

    private SumCheck() {}

    /** Returns what the two disagree on, one sentence each. */
    static List<String> problems(Path folder, MigrationSet set) {
        return SumFile.read(folder).map(file -> file.check(set)).orElse(List.of()).stream()
                .map(problem -> problem + ".")
                .toList();
    }

    /** Refuses to apply migrations of which it is not known that somebody has looked at their order. */
    static void require(Path folder, MigrationSet set) {
        List<String> problems = problems(folder, set);
        if (!problems.isEmpty()) {
            throw new PlumblineException(
                    ErrorCode.HISTORY_CONFLICT,
                    "The folder does not fit its " + SumFile.NAME + ": "
                            + problems.stream().limit(NAMED).collect(Collectors.joining(" "))
                            + (problems.size() > NAMED ? " And " + (problems.size() - NAMED) + " more." : "")
                            + " Nothing was done.",
                    WAY_OUT);
        }
    }
}
