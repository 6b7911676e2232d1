// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.Migrations;
import dev.plumbline.OpenDatabase;
import dev.plumbline.Plumbline;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.engine.Engine;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.gap.GapText;
import dev.plumbline.migrate.replay.MigrationTest;
import dev.plumbline.migrate.replay.TestedMigration;
import dev.plumbline.migrate.replay.TestedMigration.Verdict;
import dev.plumbline.migrate.replay.Verification;
import dev.plumbline.migration.FolderOptions;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationFolder;
import dev.plumbline.migration.MigrationKind;
import dev.plumbline.migration.MigrationOptions;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.Version;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.source.MigrationHistory;
import dev.plumbline.source.ScratchDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The migrations of another project, on a database of their own: read in their own format, applied, verified, each tried
 * up, down and up; and where every one of them can be relied on, all of them undone and applied again.
 *
 * @param name the folder's name
 * @param folder the folder
 * @param options what the database needs, such as a search path
 * @param beginning the schema that the first of its migrations finds, where they do not begin with nothing
 */
record RealHistory(String name, Path folder, RunOptions options, Optional<Beginning> beginning) {
    private static final int LONGEST = 400;

    /** A schema that was there before, and the version that it stands for. */
    record Beginning(String version, Path script) {
        private MigrationSet before(MigrationSet set, SqlDialect dialect) {
            Version last = Version.of(version);
            List<Migration> migrations = new ArrayList<>();
            migrations.add(new Migration(
                    MigrationKind.BASELINE,
                    last,
                    "beginning",
                    script.toString(),
                    new MigrationScript.Sql(SqlScript.read(script), dialect, MigrationOptions.DEFAULT),
                    Optional.empty(),
                    Optional.empty()));
            set.migrations().stream()
                    .filter(migration -> migration.version().compareTo(last) > 0)
                    .forEach(migrations::add);
            return new MigrationSet(set.format(), set.origin(), migrations, set.notRead());
        }
    }

    /** Where it is run. */
    record Place(Engine engine, DataSource database, ScratchDatabases scratch) {
        private Catalog catalog() {
            try (Connection connection = database.getConnection()) {
                return MigrationHistory.leaveOut(engine.introspector().inspect(connection));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private MigrationSet read(SqlDialect dialect) {
        return MigrationFolder.read(folder, dialect, FolderOptions.DEFAULT);
    }

    /** Returns the migrations, after a baseline where they do not begin with nothing. */
    MigrationSet set(SqlDialect dialect) {
        MigrationSet read = read(dialect);
        return beginning.map(known -> known.before(read, dialect)).orElse(read);
    }

    /** Returns what came of it as a section in Markdown; it is the same on every run. */
    String section(Place place) {
        SqlDialect dialect = place.engine().dialect();
        MigrationSet read = read(dialect);
        MigrationSet set = set(dialect);
        OpenDatabase database = Plumbline.on(place.database());
        Migrations migrations = database.migrations(set)
                .with(options)
                .with(MigrationListener.NONE)
                .withScratch(place.scratch());
        List<String> lines = new ArrayList<>();
        lines.add("## " + name + "\n");
        int count = read.migrations().size();
        lines.add(count + " migrations, written as for " + set.format().tool() + ".");
        beginning.ifPresent(known -> lines.add(
                "They do not begin with nothing: a schema of that time stands as baseline " + known.version() + "."));
        if (!set.notRead().isEmpty()) {
            lines.add("Not read: " + String.join(", ", set.notRead()) + ".");
        }
        int applied = migrations.up().done().size();
        lines.add(
                applied == count
                        ? "All are applied."
                        : applied + " are applied, with the baseline where there is one.");
        Catalog there = place.catalog();
        lines.add(verification(migrations.verify()));
        MigrationTest test = migrations.test();
        lines.addAll(verdicts(test));
        if (set.migrations().stream().allMatch(migration -> migration.down().isPresent())) {
            lines.add("");
            lines.add(roundTrip(migrations, place, there));
        }
        return String.join("\n", lines) + "\n";
    }

    private String verification(Verification found) {
        if (found.holds()) {
            return "`verify` finds nothing wrong"
                    + (found.notes().isEmpty() ? "." : ", and says: " + anonymous(String.join(" ", found.notes())));
        }
        return "`verify` finds: "
                + found.notReplayed().map(failure -> anonymous(failure.fact())).orElse("")
                + found.drift().map(GapText::brief).orElse("") + ".";
    }

    private List<String> verdicts(MigrationTest test) {
        List<String> lines = new ArrayList<>();
        long downs = test.migrations().stream()
                .filter(tested -> tested.verdict() != Verdict.NO_DOWN)
                .count();
        long right = test.migrations().stream()
                .filter(tested -> tested.verdict() == Verdict.OK)
                .count();
        lines.add(downs == 0 ? "There is no way down." : right + " of " + downs + " ways down are right.");
        List<TestedMigration> wrong =
                test.migrations().stream().filter(tested -> !tested.passed()).toList();
        if (!wrong.isEmpty()) {
            lines.add("");
            wrong.forEach(tested -> lines.add("- `" + tested.migration() + "`: " + words(tested)));
        }
        return lines;
    }

    private String words(TestedMigration tested) {
        String what = switch (tested.verdict()) {
            case OK, NO_DOWN -> "right";
            case DOWN_FAILS -> "its way down fails";
            case DOWN_DOES_NOT_RESTORE -> "its way down does not restore";
            case DOES_NOT_REPEAT -> "it does not repeat after its way down";
            case FAILS -> "it fails";
            case BASELINE_DIFFERS -> "it differs from what it stands for";
            case NOT_REACHED -> "not reached";
        };
        String why = tested.failure().map(failure -> failure.fact()).orElse("")
                + tested.differences().map(GapText::brief).orElse("");
        String line = anonymous(why).replace('\n', ' ').replaceAll(" +", " ");
        return what + ": " + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
    }

    /** Where the corpus is differs from machine to machine. */
    private String anonymous(String text) {
        return text.replace(folder + "/", "");
    }

    private String roundTrip(Migrations migrations, Place place, Catalog there) {
        int undone;
        try {
            undone = migrations.to("0").done().size();
        } catch (PlumblineException e) {
            return "All the way down in one run ends early: " + anonymous(String.valueOf(e.getMessage()));
        }
        Catalog begun = place.catalog();
        List<String> keys = begun.objects().stream()
                .map(object -> object.key().toString())
                .filter(key -> !key.contains("schema public") && !key.contains("plpgsql"))
                .toList();
        String left = keys.stream().limit(5).collect(Collectors.joining(", "))
                + (keys.size() > 5 ? " and " + (keys.size() - 5) + " more" : "");
        try {
            migrations.up();
        } catch (PlumblineException e) {
            return "All " + undone + " can be undone in one run, and not applied again: "
                    + anonymous(String.valueOf(e.getMessage()));
        }
        Catalog again = place.catalog();
        return "All " + undone + " undone in one run"
                + (left.isEmpty() ? " leave nothing" : " leave " + left)
                + (again.fingerprint().equals(there.fingerprint())
                        ? ", and applied again they lead to the same catalog."
                        : ", and applied again they differ: " + GapText.brief(GapFinder.between(again, there)) + ".");
    }
}
