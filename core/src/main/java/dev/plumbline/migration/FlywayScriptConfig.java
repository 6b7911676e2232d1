// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlScript;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code V1__name.sql.conf} says about {@code V1__name.sql} (Flyway's documentation, "Script Config Files").
 *
 * @param transaction whether the script runs in a transaction
 * @param placeholders whether placeholders in it are replaced
 */
record FlywayScriptConfig(boolean transaction, boolean placeholders) {
    private static final Pattern ENTRY = Pattern.compile("(?:flyway\\.)?(\\w+)\\s*[=:]\\s*(.*)");

    static FlywayScriptConfig of(FolderFile script, FolderReading reading) {
        FlywayScriptConfig config = new FlywayScriptConfig(true, true);
        return reading.file(script.relative() + ".conf")
                .map(FolderFile::script)
                .map(config::with)
                .orElse(config);
    }

    /** Returns the text of the script with its placeholders replaced, as far as they are to be. */
    SqlScript replaced(FolderFile script, FolderReading reading) {
        return placeholders
                ? new FlywayPlaceholders(reading.options().placeholders(), reading.dialect())
                        .replace(script.script(), script.name())
                : script.script();
    }

    private FlywayScriptConfig with(SqlScript file) {
        FlywayScriptConfig config = this;
        for (TextLine line : TextLine.of(file)) {
            String text = line.text().strip();
            if (!text.isEmpty() && text.charAt(0) != '#' && text.charAt(0) != '!') {
                config = config.with(text, line, file);
            }
        }
        return config;
    }

    private FlywayScriptConfig with(String text, TextLine line, SqlScript file) {
        Matcher entry = ENTRY.matcher(text);
        String key = entry.matches() ? entry.group(1) : text;
        String value = entry.matches() ? entry.group(2).strip() : "";
        boolean isTrue = value.equalsIgnoreCase("true");
        boolean isFalse = value.equalsIgnoreCase("false");
        if (key.equals("executeInTransaction") && (isTrue || isFalse)) {
            return new FlywayScriptConfig(isTrue, placeholders);
        }
        if (key.equals("placeholderReplacement") && (isTrue || isFalse)) {
            return new FlywayScriptConfig(transaction, isTrue);
        }
        if ((key.equals("encoding") && value.equalsIgnoreCase("UTF-8")) || (key.equals("shouldExecute") && isTrue)) {
            return this;
        }
        throw FormatErrors.unsupported(
                file,
                line.start(),
                "'" + text + "' cannot be followed",
                "Known are executeInTransaction=true|false, placeholderReplacement=true|false and encoding=UTF-8.");
    }
}
