// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.Engines;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PresenceQueries;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Verb;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A plan as the {@code .verify.sql} of its migration: a query for each object that the plan makes, changes or drops, which
 * returns a row that says what is wrong, and none where the object is as it should be. The same plan gives the same text.
 */
public final class VerifyWriter {
    private VerifyWriter() {}

    /**
     * Returns the script.
     *
     * @param desired the catalog that the plan reaches
     */
    public static String of(Plan plan, Catalog desired) {
        PresenceQueries queries = Engines.forId(plan.product().engine()).presenceQueries();
        StringBuilder script = new StringBuilder("-- Made by plumbline for ")
                .append(plan.product())
                .append(": what the migration to catalog ")
                .append(plan.desired().abbreviated())
                .append(" leaves behind. Each query returns no row where all is well.\n");
        for (ObjectKey key : touched(plan, desired)) {
            boolean wanted = desired.contains(key);
            Optional<String> condition = wanted ? queries.isAs(desired.object(key)) : queries.exists(key);
            String name = Texts.oneLine(key.toString());
            if (condition.isEmpty()) {
                script.append("-- Not asked: ").append(name).append(".\n");
            } else {
                script.append("SELECT ")
                        .append(literal(name + (wanted ? " is not there as it should be" : " is still there")))
                        .append(" AS problem WHERE ")
                        .append(wanted ? "NOT " : "")
                        .append(condition.get())
                        .append(";\n");
            }
        }
        return script.toString();
    }

    /** What a step makes anew it makes with everything in it. */
    private static SortedSet<ObjectKey> touched(Plan plan, Catalog desired) {
        SortedSet<ObjectKey> touched = new TreeSet<>();
        for (Step step : plan.steps()) {
            touched.add(step.object());
            if (desired.contains(step.object()) && (step.verb() == Verb.CREATE || step.verb() == Verb.REBUILD)) {
                touched.addAll(desired.descendants(step.object()));
            }
        }
        return touched;
    }

    /** A backslash needs care in PostgreSQL alone, and only where standard_conforming_strings is off. */
    private static String literal(String text) {
        return "'" + text.replace("'", "''").replace('\\', '/') + "'";
    }
}
