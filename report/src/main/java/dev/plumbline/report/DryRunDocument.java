// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.migrate.Revision.Direction;
import dev.plumbline.migrate.replay.DataLoss;
import dev.plumbline.migrate.replay.DryRun;
import dev.plumbline.migrate.replay.RehearsedMigration;
import dev.plumbline.migrate.replay.RehearsedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run would do, as a document: the verdict, then each migration with its SQL and what comes of it. */
final class DryRunDocument {
    private final Document.Builder document = new Document.Builder();
    private final DryRun run;

    private DryRunDocument(DryRun run) {
        this.run = run;
    }

    static Document of(DryRun run) {
        return new DryRunDocument(run).build();
    }

    private Document build() {
        document.paragraph(run.succeeds() ? Tone.GOOD : Tone.BAD, verdict());
        run.migrations().forEach(this::migration);
        document.bullets(run.notes().stream().map(Cell::of).toList());
        return document.build();
    }

    private String verdict() {
        if (run.migrations().isEmpty()) {
            return run.succeeds() ? "Nothing to do." : "Not tried: " + notRehearsed() + ".";
        }
        long up = count(Direction.UP);
        long down = count(Direction.DOWN);
        List<String> what = new ArrayList<>();
        if (down > 0) {
            what.add(Texts.count(down, "migration", "migrations") + " would be undone");
        }
        if (up > 0) {
            what.add(Texts.count(up, "migration", "migrations") + " would be applied");
        }
        long losses = run.migrations().stream()
                .mapToLong(each -> each.losses().size())
                .sum();
        String end = run.notRehearsed().isPresent()
                ? "; not tried: " + notRehearsed()
                : run.migrations().stream()
                        .filter(each -> each.failure().isPresent())
                        .findFirst()
                        .map(each -> "; " + each.migration() + " would fail: "
                                + VerificationDocument.sentence(each.failure().orElseThrow()))
                        .orElse("; tried on a scratch database, where "
                                + (up + down == 1 ? "it succeeds" : "they succeed")
                                + (losses == 0 ? "" : ", and data is lost"));
        return "Dry run: " + String.join(", ", what) + end + ".";
    }

    private String notRehearsed() {
        return run.notRehearsed().map(VerificationDocument::sentence).orElse("");
    }

    private long count(Direction direction) {
        return run.migrations().stream()
                .filter(each -> each.direction() == direction)
                .count();
    }

    private void migration(RehearsedMigration migration) {
        document.heading(1, migration.direction().name().toLowerCase(Locale.ROOT) + " " + migration.migration());
        document.paragraph(Tone.FAINT, transactions(migration));
        int digits = String.valueOf(migration.statements().size()).length();
        for (RehearsedStatement statement : migration.statements()) {
            document.statement(new Document.Statement(
                    String.format(Locale.ROOT, "%" + digits + "d", statement.number()),
                    statement.position().location(),
                    statement.sql().strip() + ";",
                    facts(statement, migration)));
        }
        migration
                .failure()
                .ifPresent(failure ->
                        document.paragraph(Tone.BAD, "It would fail: " + VerificationDocument.sentence(failure) + "."));
        migration.gap().map(ChangeCells::effects).ifPresent(document::bullets);
        document.bullets(migration.losses().stream()
                .map(loss -> new Cell(loss(loss), Tone.BAD))
                .toList());
        document.bullets(migration.notes().stream()
                .map(note -> new Cell(note, Tone.NOTABLE))
                .toList());
    }

    private static String transactions(RehearsedMigration migration) {
        if (migration.statements().isEmpty()) {
            return "No SQL.";
        }
        return migration.inOneTransaction()
                ? "In one transaction, with its row in the history."
                : "Not in one transaction: stopped half-way, the next run goes on behind the last statement that is"
                        + " committed.";
    }

    private static List<Cell> facts(RehearsedStatement statement, RehearsedMigration migration) {
        List<Cell> facts = new ArrayList<>();
        if (statement.number() <= migration.done()) {
            facts.add(new Cell("is in place already and is not run again", Tone.GOOD));
        }
        if (statement.outside()) {
            facts.add(new Cell("outside any transaction", Tone.NOTABLE));
        } else if (!migration.inOneTransaction()) {
            facts.add(Cell.of("in transaction " + statement.transaction()));
        }
        statement.cost().map(CostCells::of).ifPresent(facts::addAll);
        return facts;
    }

    private static String loss(DataLoss loss) {
        return "data lost: " + loss.object() + ", " + loss.means()
                + (loss.rows().isPresent()
                        ? ", about " + Texts.count(loss.rows().getAsLong(), "row", "rows")
                        : "");
    }

    /** Returns the SQL alone, as a script that says what it is. */
    static String sql(DryRun run) {
        return run.migrations().stream()
                .map(migration -> "-- "
                        + migration.direction().name().toLowerCase(Locale.ROOT) + " "
                        + Texts.oneLine(migration.migration()) + "\n"
                        + migration.statements().stream()
                                .filter(statement -> statement.number() > migration.done())
                                .map(statement -> statement.sql().strip() + ";\n"
                                        + statement
                                                .rows()
                                                .map(rows -> rows + "\\.\n")
                                                .orElse(""))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
