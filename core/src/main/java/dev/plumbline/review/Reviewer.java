// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.error.SourcePosition;
import dev.plumbline.migrate.replay.LiveSchema;
import dev.plumbline.migrate.replay.ReplayFailure;
import dev.plumbline.migrate.replay.ReplayTools;
import dev.plumbline.migrate.trial.Trial;
import dev.plumbline.migrate.trial.TriedMigration;
import dev.plumbline.migration.Callback;
import dev.plumbline.migration.CallbackCourse;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.migration.SumFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries migrations on scratch databases, and lets the rules say what they find. */
public final class Reviewer {
    private final ReplayTools tools;
    private final List<Rule> rules;
    private final Optional<LiveSchema> base;
    private final List<String> notes = new ArrayList<>();

    /**
     * Creates a reviewer.
     *
     * @param base the state that the files find; empty for what the migrations before them in their folder make, or
     *     nothing
     */
    public Reviewer(ReplayTools tools, List<Rule> rules, Optional<LiveSchema> base) {
        this.tools = tools;
        this.rules = List.copyOf(rules);
        this.base = base;
    }

    /** Returns the rules about comments and files, which are found beside the others. */
    public static List<Rule> rulesOfItsOwn() {
        return CommentRule.ALL;
    }

    /**
     * Reviews them.
     *
     * @throws PlumblineException with {@code NO_SCRATCH_DATABASE}, or {@code DATABASE_ERROR} when one fails; what is
     *     wrong with a file is a finding
     */
    public Review review(List<ReviewUnit> units, ReviewSettings settings, Circumstances circumstances) {
        Judgement judgement = new Judgement(rules, settings, circumstances);
        for (ReviewUnit unit : units) {
            switch (unit) {
                case ReviewUnit.Folder folder -> folder(folder, judgement);
                case ReviewUnit.Files files -> files(files, judgement);
                case ReviewUnit.Unreadable unreadable -> judgement.add(finding(unreadable));
            }
        }
        return judgement.review(notes);
    }

    private static Finding finding(ReviewUnit.Unreadable unreadable) {
        PlumblineException error = unreadable.error();
        SourcePosition position = error.position()
                .orElseGet(() -> new SourcePosition(unreadable.path().toString(), 1, 1, ""));
        String advice = error.advice().map(text -> " " + text).orElse("");
        return CommentRule.FILE_NOT_READ.at(position, error.getMessage() + advice);
    }

    private void files(ReviewUnit.Files files, Judgement judgement) {
        Optional<String> blocked = Optional.empty();
        try (Trial trial = new Trial(tools, base)) {
            for (MigrationScript.Sql script : files.scripts()) {
                TriedMigration tried = trial.run(script, script.script().name());
                judgement.judge(tried, blocked);
                blocked = blocked.or(() -> failed(tried));
                note(tried);
            }
        }
    }

    private void folder(ReviewUnit.Folder folder, Judgement judgement) {
        sum(folder, judgement);
        int last = -1;
        List<Migration> all = folder.set().migrations();
        boolean forwards = all.stream().noneMatch(migration -> migration.down().isPresent());
        for (int i = 0; i < all.size(); i++) {
            last = folder.chosen().contains(all.get(i)) ? i : last;
        }
        Optional<String> blocked = Optional.empty();
        CallbackCourse callbacks = new CallbackCourse(folder.set().callbacks());
        try (Trial trial = new Trial(tools, base)) {
            for (Migration migration : all.subList(0, last + 1)) {
                boolean run = folder.chosen().contains(migration) || base.isEmpty();
                if (run && !standsForOthers(migration, all)) {
                    prepare(callbacks.before(migration), trial);
                }
                if (standsForOthers(migration, all)) {
                    notes.add(migration.title() + " stands for migrations that are there, and was left out.");
                } else if (folder.chosen().contains(migration)) {
                    TriedMigration found = trial.run(migration);
                    TriedMigration tried = forwards ? found.goingForwards() : found;
                    judgement.judge(tried, blocked);
                    blocked = blocked.or(() -> failed(tried));
                    note(tried);
                } else if (base.isEmpty()) {
                    Optional<ReplayFailure> failure = trial.prepare(migration.up());
                    failure.ifPresent(found ->
                            notes.add(migration.title() + ", which is not reviewed, fails: " + found.fact()
                                    + found.position()
                                            .map(at -> " (" + at.location() + ")")
                                            .orElse("") + "."));
                    blocked = blocked.or(() -> failure.map(found -> migration.title()));
                }
            }
        }
    }

    /** What they make is there for the migration that comes next; they are not judged. */
    private void prepare(List<Callback> due, Trial trial) {
        for (Callback callback : due) {
            trial.prepare(callback.script())
                    .ifPresent(failure -> notes.add("The callback " + callback.origin() + " fails: " + failure.fact()
                            + failure.position()
                                    .map(at -> " (" + at.location() + ")")
                                    .orElse("") + "."));
        }
    }

    private static Optional<String> failed(TriedMigration tried) {
        return tried.up().failure().map(failure -> tried.title());
    }

    private void note(TriedMigration tried) {
        tried.up().notes().forEach(notes::add);
    }

    private static boolean standsForOthers(Migration migration, List<Migration> all) {
        return migration.kind() == MigrationKind.BASELINE
                && all.stream()
                        .anyMatch(other -> other.kind() == MigrationKind.VERSIONED
                                && other.version().compareTo(migration.version()) <= 0);
    }

    private static void sum(ReviewUnit.Folder folder, Judgement judgement) {
        SumFile.read(folder.folder()).map(sum -> sum.check(folder.set())).orElse(List.of()).stream()
                .limit(5)
                .map(problem -> CommentRule.SUM_DIFFERS.at(
                        new SourcePosition(folder.folder().resolve(SumFile.NAME).toString(), 1, 1, ""), problem + "."))
                .forEach(judgement::add);
    }
}
