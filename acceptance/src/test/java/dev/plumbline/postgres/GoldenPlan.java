// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.acceptance.Golden;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a plan as it is kept beside a scenario, so that a change to what is planned is seen in review. */
final class GoldenPlan {
    private GoldenPlan() {}

    /** Compares the plan with the one that was kept for the newest server. */
    static void check(Scenario scenario, Plan plan) throws IOException {
        Golden.check("scenarios/postgres/" + scenario.name() + "/plan.sql", text(plan));
    }

    /** Compares the plan with the one that was kept for an older server. */
    static void check(Scenario scenario, Plan plan, int version) throws IOException {
        Golden.check("scenarios/postgres/" + scenario.name() + "/" + Scenario.plan(version), text(plan));
    }

    /** Returns the steps with everything that a reviewer must know of them, then the reverse. */
    static String text(Plan plan) {
        return text(plan.steps()) + "\n-- reverse\n\n" + text(plan.reverse());
    }

    private static String text(List<Step> steps) {
        return steps.stream().map(GoldenPlan::text).collect(Collectors.joining("\n"));
    }

    private static String text(Step step) {
        StringBuilder text = new StringBuilder("-- " + step.number() + ". " + step.verb() + " " + step.object());
        if (step.mode() != TransactionMode.TOGETHER) {
            text.append(", ").append(step.mode());
        }
        if (!step.hazards().isEmpty()) {
            text.append(", ").append(step.hazards().stream().map(Hazard::name).collect(Collectors.joining(" ")));
        }
        step.loses().ifPresent(what -> text.append("; loses ").append(what));
        text.append('\n');
        step.statements().forEach(sql -> text.append(sql).append(";\n"));
        return text.toString();
    }
}
