// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.StepCost;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a statement costs while it runs, as facts below it. */
final class CostCells {
    private CostCells() {}

    /** Returns a cell for its locks, and one each for what it rewrites, scans and rebuilds, as far as there is any. */
    static List<Cell> of(StepCost cost) {
        List<Cell> facts = new ArrayList<>();
        if (!cost.locks().isEmpty()) {
            boolean blocks = cost.locks().stream().anyMatch(lock -> lock.mode().compareTo(LockMode.SHARE) >= 0);
            facts.add(new Cell(
                    "locks "
                            + cost.locks().stream()
                                    .map(lock -> LockText.of(lock, cost))
                                    .collect(Collectors.joining(", ")),
                    blocks ? Tone.NOTABLE : Tone.PLAIN));
        }
        if (!cost.rewrites().isEmpty()) {
            facts.add(new Cell("rewrites " + String.join(", ", cost.rewrites()) + time(cost), Tone.BAD));
        }
        if (!cost.scans().isEmpty()) {
            facts.add(new Cell(
                    "scans " + String.join(", ", cost.scans())
                            + (cost.rewrites().isEmpty() ? time(cost) : ""),
                    Tone.NOTABLE));
        }
        if (!cost.rebuilds().isEmpty()) {
            facts.add(new Cell("rebuilds " + String.join(", ", cost.rebuilds()), Tone.NOTABLE));
        }
        cost.unseen().ifPresent(why -> facts.add(new Cell(why, Tone.NOTABLE)));
        return facts;
    }

    /** What has no lock that anybody waits for has its time here. */
    private static String time(StepCost cost) {
        boolean saidAlready = cost.locks().stream().anyMatch(lock -> LockText.hasTime(lock, cost));
        return saidAlready
                ? ""
                : cost.takes().map(range -> ", for " + LockText.time(range)).orElse("");
    }
}
