// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.error.SourcePosition;
import dev.plumbline.script.SqlScript;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a folder of migrations. */
final class FormatErrors {
    private FormatErrors() {}

    static PlumblineException sameVersion(String version, String one, String other) {
        return new PlumblineException(
                ErrorCode.INVALID_FILE,
                "Two migrations have the version " + version + ": " + one + " and " + other
                        + ". Only one of them could be recorded.",
                "Give the one that came later, and that no database has yet, a version of its own.");
    }

    static PlumblineException sameCallback(String one, String other) {
        return new PlumblineException(
                ErrorCode.INVALID_FILE,
                "Two callbacks have one name: " + one + " and " + other + ". Which is run first would be a guess.",
                "Describe each in its name, which then says the order: afterMigrate__10_views.sql.");
    }

    static PlumblineException invalid(SqlScript script, int offset, String fact, String wayOut) {
        return at(ErrorCode.INVALID_FILE, script, offset, fact, wayOut);
    }

    static PlumblineException unsupported(SqlScript script, int offset, String fact, String wayOut) {
        return at(ErrorCode.UNSUPPORTED, script, offset, fact, wayOut);
    }

    private static PlumblineException at(ErrorCode code, SqlScript script, int offset, String fact, String wayOut) {
        @Nullable SourcePosition position = offset < 0 ? null : script.position(offset);
        return new PlumblineException(code, script.name() + ": " + fact + ".", wayOut, position, null);
    }
}
