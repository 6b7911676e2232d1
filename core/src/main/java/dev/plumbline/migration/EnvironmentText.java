// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlScript;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts environment variables into text as goose does: {@code $NAME}, {@code ${NAME}}, {@code ${NAME:-default}}, {@code
 * ${NAME-default}} and {@code ${NAME?message}}. A variable that is not set is an error here, where goose puts in nothing:
 * half a statement may still be a valid one.
 */
final class EnvironmentText {
    /** A name between two dollars is the tag of a dollar quote. */
    private static final Pattern VARIABLE = Pattern.compile(
            "(?<!\\$)\\$(?:([A-Za-z_][A-Za-z0-9_]*)(?![A-Za-z0-9_$])|\\{([A-Za-z_][A-Za-z0-9_]*)(:-|-|\\?)?([^}]*)\\})");

    private EnvironmentText() {}

    static String substitute(TextLine line, SqlScript script, Map<String, String> environment) {
        Matcher variable = VARIABLE.matcher(line.text());
        StringBuilder result = new StringBuilder();
        while (variable.find()) {
            variable.appendReplacement(result, Matcher.quoteReplacement(value(variable, line, script, environment)));
        }
        return variable.appendTail(result).toString();
    }

    private static String value(Matcher variable, TextLine line, SqlScript script, Map<String, String> environment) {
        String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
        String operator = variable.group(3) == null ? "" : variable.group(3);
        String operand = variable.group(4) == null ? "" : variable.group(4);
        int offset = line.start() + variable.start();
        if (operator.isEmpty() && !operand.isEmpty()) {
            throw FormatErrors.unsupported(
                    script, offset, "'" + variable.group() + "' is not understood", "Known is ${NAME:-default}.");
        }
        String value = environment.get(name);
        if (value != null && !(value.isEmpty() && operator.equals(":-"))) {
            return value;
        }
        if (operator.endsWith("-")) {
            return operand;
        }
        throw FormatErrors.invalid(
                script,
                offset,
                "the environment variable '" + name + "' is not set" + (operand.isEmpty() ? "" : ": " + operand),
                "Set it, or give a default: ${" + name + ":-default}.");
    }
}
