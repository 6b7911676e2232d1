// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.Step;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a plan may do without being refused.
 *
 * @param allowed the guarded hazards that were allowed by name
 * @param allowUnproven whether a plan without a proof that holds may be applied
 */
public record Guards(Set<Hazard> allowed, boolean allowUnproven) {
    public Guards {
        Set<Hazard> copy = EnumSet.noneOf(Hazard.class);
        copy.addAll(allowed);
        allowed = copy;
    }

    /**
     * Lets a plan pass.
     *
     * @throws PlumblineException with {@code HAZARD_NOT_ALLOWED} or {@code NOT_PROVEN}; nothing was touched
     */
    void check(Plan plan) {
        Set<Hazard> refused = new TreeSet<>(Comparator.naturalOrder());
        refused.addAll(plan.refused(allowed));
        if (!refused.isEmpty()) {
            String steps = plan.steps().stream()
                    .filter(step -> step.guarded().stream().anyMatch(refused::contains))
                    .map(Guards::line)
                    .limit(10)
                    .collect(Collectors.joining("; "));
            String names = refused.stream().map(Hazard::name).collect(Collectors.joining(","));
            throw new PlumblineException(
                    ErrorCode.HAZARD_NOT_ALLOWED,
                    "The plan has steps that were not allowed: " + steps + ". Nothing was changed.",
                    "If that is meant, allow it by name: " + names + ".");
        }
        plan.proof().filter(proof -> !allowUnproven).flatMap(Proof::lapsed).ifPresent(why -> {
            throw new PlumblineException(
                    ErrorCode.NOT_PROVEN,
                    "The plan is no longer proven: " + why + ". Nothing was changed.",
                    "Prove it as it is now (plumbline prove PLANFILE --write), or change the declared schema instead and plan anew."
                            + " As it is, it is carried out only when that is allowed (apply --no-proof).");
        });
        if (!allowUnproven && !plan.isEmpty() && !plan.proof().map(Proof::holds).orElse(false)) {
            List<String> problems = plan.proof().map(Proof::problems).orElse(List.of("no proof was made"));
            throw new PlumblineException(
                    ErrorCode.NOT_PROVEN,
                    "The plan is not proven: " + String.join("; ", problems) + ". Nothing was changed.",
                    plan.proof().isEmpty()
                            ? "Plan anew with a scratch database, so that it is proven, or allow it unproven (apply --no-proof)."
                            : "Look at what the proof says: the declared schema may ask for something that cannot be reached in"
                                    + " one plan; write that step by hand. A plan whose proof fails is carried out all the"
                                    + " same only when that is allowed (apply --no-proof).");
        }
    }

    private static String line(Step step) {
        String hazards = step.guarded().stream()
                .map(hazard -> hazard.name() + ", " + hazard.effect())
                .collect(Collectors.joining("; "));
        return "step " + step.number() + " " + step.verb() + " " + step.object() + " (" + hazards + ")";
    }
}
