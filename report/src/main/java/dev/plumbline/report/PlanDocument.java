// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan as a document: what it does and whether it is proven, then each step with what it costs. */
final class PlanDocument {
    private final Document.Builder document = new Document.Builder();
    private final Plan plan;

    private PlanDocument(Plan plan) {
        this.plan = plan;
    }

    static Document of(Plan plan) {
        return new PlanDocument(plan).build();
    }

    static Document of(Proof proof) {
        Document.Builder document = new Document.Builder();
        document.paragraph(tone(proof), ProofSentence.of(proof));
        document.bullets(remarks(proof));
        return document.build();
    }

    private Document build() {
        if (plan.isEmpty()) {
            document.paragraph(
                    Tone.GOOD,
                    plan.notes().isEmpty() ? "Nothing to do: the database is as declared." : "Nothing to do.");
            notes();
            return document.build();
        }
        document.heading(
                1,
                "Plan: " + Texts.count(plan.steps().size(), "step", "steps") + ", "
                        + Texts.count(Plan.groups(plan.steps()).size(), "commit", "commits"));
        document.paragraph(proofTone(), ProofSentence.of(plan));
        document.bullets(proofRemarks());
        if (!plan.hazards().isEmpty()) {
            document.paragraph(
                    Tone.NOTABLE,
                    "Hazards: "
                            + plan.hazards().stream()
                                    .map(PlanDocument::hazardWithEffect)
                                    .collect(Collectors.joining("; "))
                            + ".");
        }
        notes();
        if (!plan.steps().isEmpty()) {
            document.heading(2, "Steps");
        }
        plan.steps().forEach(this::step);
        if (!plan.reverse().isEmpty()) {
            document.paragraph(
                    Tone.FAINT,
                    "The reverse has " + Texts.count(plan.reverse().size(), "step", "steps")
                            + "; -o FOLDER writes both as a migration, -o FILE.json the whole plan.");
        }
        return document.build();
    }

    private void notes() {
        plan.notes().forEach(note -> document.paragraph(Tone.NOTABLE, Texts.oneLine(note)));
    }

    private Tone proofTone() {
        return plan.proof().map(PlanDocument::tone).orElse(Tone.NOTABLE);
    }

    private static Tone tone(Proof proof) {
        return proof.holds() ? Tone.GOOD : Tone.BAD;
    }

    private List<Cell> proofRemarks() {
        return plan.proof()
                .filter(proof -> proof.lapsed().isEmpty())
                .map(PlanDocument::remarks)
                .orElse(List.of());
    }

    private static List<Cell> remarks(Proof proof) {
        List<Cell> remarks = new ArrayList<>();
        proof.problems().forEach(problem -> remarks.add(new Cell(problem, Tone.BAD)));
        proof.unseeded().forEach(table -> remarks.add(new Cell("not proven with rows: " + table, Tone.NOTABLE)));
        return remarks;
    }

    private void step(Step step) {
        String sql = step.statements().stream().map(PlanDocument::ended).collect(Collectors.joining("\n"));
        List<Cell> facts = new ArrayList<>();
        facts.add(Cell.of(transaction(step)));
        step.cost().map(CostCells::of).ifPresent(facts::addAll);
        if (!step.hazards().isEmpty()) {
            boolean guarded = !step.guarded().isEmpty();
            facts.add(new Cell(
                    "hazard "
                            + step.hazards().stream()
                                    .map(PlanDocument::hazardWithEffect)
                                    .collect(Collectors.joining("; ")),
                    guarded ? Tone.BAD : Tone.NOTABLE));
        }
        step.loses().ifPresent(what -> facts.add(new Cell("the reverse cannot bring back " + what, Tone.BAD)));
        document.statement(new Document.Statement(
                String.format(
                        Locale.ROOT, "%" + String.valueOf(plan.steps().size()).length() + "d", step.number()),
                title(step),
                sql,
                facts));
    }

    private static String transaction(Step step) {
        return step.batch()
                .map(batch -> "in batches by " + Texts.key(batch) + ", each a transaction of about "
                        + batch.target().toMillis() + " ms")
                .orElse(
                        switch (step.mode()) {
                            case OUTSIDE -> "outside any transaction";
                            case BEGINS -> "in a new transaction";
                            case TOGETHER, ALONE, BATCHES -> "in a transaction";
                        });
    }

    private static String title(Step step) {
        String what = step.verb().name().toLowerCase(Locale.ROOT) + " " + step.object();
        boolean reasonTellsAll = step.reason().contains(step.object().qualifiedName());
        return Texts.oneLine(
                step.reason().isEmpty() ? what : reasonTellsAll ? step.reason() : what + ": " + step.reason());
    }

    private static String ended(String statement) {
        return statement.strip() + ";";
    }

    private static String hazardWithEffect(Hazard hazard) {
        return hazard + " (" + hazard.effect() + ")";
    }
}
