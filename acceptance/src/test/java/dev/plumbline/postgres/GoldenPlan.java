// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Places;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a plan as it is kept beside a scenario, so that a change to what is planned is seen in review. */
final class GoldenPlan {
    private GoldenPlan() {}

    /** Compares the plan with the one that was kept, or keeps it where {@code -Dgolden=update} says so. */
    static void check(Scenario scenario, Plan plan) throws IOException {
        String text = text(plan);
        if (System.getProperty("golden", "").equals("update")) {
            Path source = Places.root().resolve("acceptance/src/test/resources/scenarios/postgres/" + scenario.name());
            Files.writeString(source.resolve("plan.sql"), text);
            return;
        }
        Path kept = scenario.folder().resolve("plan.sql");
        assertThat(text)
                .as("the plan of " + scenario + "; -Dgolden=update keeps the new one")
                .isEqualTo(Files.exists(kept) ? Files.readString(kept) : "");
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
