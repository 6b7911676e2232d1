// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.plan.Hazard;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A migration that was written out of a plan, with what the comments at its top say of that.
 *
 * @param from the abbreviated fingerprint of the catalog that it begins with
 * @param to that of the catalog that it leads to
 * @param hazards what it says that could go wrong
 */
public record PlannedScript(Migration migration, String from, String to, Set<Hazard> hazards) {
    private static final Pattern MADE = Pattern.compile(
            "^-- Made by plumbline for .*: from catalog ([0-9a-f]{12}) to ([0-9a-f]{12})\\.$", Pattern.MULTILINE);
    private static final Pattern HAZARD = Pattern.compile("^-- Hazard ([A-Z_]+): ", Pattern.MULTILINE);
    private static final Pattern PROVEN = Pattern.compile("(?m)^-- plumbline: proven [0-9a-f]{64}$");
    private static final Pattern VERDICT = Pattern.compile("(?m)^-- (?:Proven|Not proven|No longer proven): .*$");

    public PlannedScript {
        hazards = Set.copyOf(hazards);
    }

    /**
     * Reads the comments.
     *
     * @throws PlumblineException with {@code INVALID_ARGUMENT} for a script that was not written out of a plan
     */
    public static PlannedScript of(Migration migration) {
        String text = text(migration);
        Matcher made = MADE.matcher(text);
        if (!made.find()) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    migration.origin() + " does not say from which schema to which it was made, so nothing was proven.",
                    "Only what 'plumbline plan' has written can be proven again. What any other script does is seen by"
                            + " 'plumbline check FILE', and of a folder of migrations by 'plumbline test'.");
        }
        Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
        Matcher hazard = HAZARD.matcher(text);
        while (hazard.find()) {
            for (Hazard known : Hazard.values()) {
                if (known.name().equals(hazard.group(1))) {
                    hazards.add(known);
                }
            }
        }
        return new PlannedScript(migration, made.group(1), made.group(2), hazards);
    }

    private static String text(Migration migration) {
        return migration.up() instanceof MigrationScript.Sql sql ? sql.script().text() : "";
    }

    /**
     * Returns the text of the script with the mark of a proof that holds.
     *
     * @param end the abbreviated fingerprint of the catalog that it was seen to lead to
     * @param verdict what the proof says, a line
     */
    public String proven(String end, String verdict) {
        String mark = "-- plumbline: proven " + migration.checksum();
        String text = VERDICT.matcher(text(migration)).replaceFirst(Matcher.quoteReplacement("-- " + verdict));
        Matcher made = MADE.matcher(text);
        if (!made.find()) {
            return text;
        }
        String first = text.substring(made.start(), made.start(2)) + end + ".";
        String rest = text.substring(made.end());
        Matcher old = PROVEN.matcher(rest);
        return text.substring(0, made.start()) + first + (old.find() ? old.replaceFirst(mark) : "\n" + mark + rest);
    }
}
