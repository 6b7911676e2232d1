// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.error.SourcePosition;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Says which statement of a source failed, where, and why. */
public final class LoadErrors {
    /** SQLSTATEs that say that something is not there, or not there yet. */
    private static final Set<String> NOT_THERE = Set.of(
            "42P01", // relation
            "42704", // type and other objects
            "42883", // function
            "3F000", // schema
            "42703", // column
            "42830", // unique constraint that a foreign key needs
            "42803"); // primary key that GROUP BY relies on

    private static final Set<String> EXTENSION_NOT_AVAILABLE = Set.of("0A000", "58P01", "22023");

    private LoadErrors() {}

    /** Returns whether the statement may succeed once others have run. */
    static boolean isNotThereYet(SQLException error) {
        return NOT_THERE.contains(Objects.requireNonNullElse(error.getSQLState(), ""))
                || ServerMessage.of(error).text().toLowerCase(Locale.ROOT).contains("no such ");
    }

    /** Returns the error of a source, at the place in its file that the server names. */
    public static PlumblineException failed(ScriptStatement statement, SQLException error, String scratch) {
        ServerMessage said = ServerMessage.of(error);
        SourcePosition position = said.in(statement);
        if (statement.begins("CREATE", "EXTENSION") && EXTENSION_NOT_AVAILABLE.contains(said.sqlState())) {
            return extension(statement, said, position, scratch, error);
        }
        StringBuilder message = new StringBuilder("Statement ")
                .append(statement.number())
                .append(" of ")
                .append(statement.script().name())
                .append(" does not load: ")
                .append(said.text());
        said.detail().ifPresent(detail -> message.append(" (").append(detail).append(')'));
        return new PlumblineException(
                ErrorCode.SOURCE_NOT_LOADED,
                message.toString(),
                said.hint()
                        .orElse("Nothing was changed: it was run on a scratch database (" + scratch
                                + "). Correct the statement and run again."),
                position,
                error);
    }

    private static PlumblineException extension(
            ScriptStatement statement,
            ServerMessage said,
            SourcePosition position,
            String scratch,
            SQLException cause) {
        int nameAt = statement.word(2).equals("IF") ? 5 : 2;
        String name = String.join(".", Names.dotted(statement, nameAt, SqlDialect.POSTGRES));
        return new PlumblineException(
                ErrorCode.SOURCE_NOT_LOADED,
                "The schema needs the extension '" + name + "', which the scratch database cannot have (" + scratch
                        + "): " + said.text(),
                "Let Plumbline make its scratch databases on a server where '" + name
                        + "' is installed: --scratch-url postgres://…, such as the one that the schema is for.",
                position,
                cause);
    }
}
