// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Places;
import dev.plumbline.alignment.AlignmentRule;
import dev.plumbline.cli.CommandRun;
import dev.plumbline.cli.Main;
import dev.plumbline.gap.Impact;
import dev.plumbline.gap.ImpactRule;
import dev.plumbline.gap.InventoryType;
import dev.plumbline.gap.MissingTable;
import dev.plumbline.plan.Hazard;
import dev.plumbline.review.Rule;
import dev.plumbline.review.rules.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The parts of the documentation that list what the code has. {@code -Dgolden=update} writes them anew; without it they
 * are compared, so that a page cannot lag behind.
 */
class GeneratedPagesTest {
    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
    private static final int WIDTH = 100;

    @Test
    void theCommandPageIsTheHelpOfEveryCommand() throws IOException {
        CommandLine main = Main.commandLine();
        List<String> page = new ArrayList<>();
        page.add("# The commands");
        page.add("");
        page.add("The help of every command, as `plumbline COMMAND --help` prints it. The build writes this page.");
        page.add("");
        page.add(usage("plumbline", main));
        main.getSubcommands().forEach((name, command) -> page.add(usage("plumbline " + name, command)));
        expect(Places.root().resolve("docs/cli.md"), String.join("\n", page));
    }

    private static String usage(String title, CommandLine command) {
        String text =
                command.setUsageHelpAutoWidth(false).setUsageHelpWidth(WIDTH).getUsageMessage(Ansi.OFF);
        String body = text.lines().map(String::stripTrailing).reduce("", (one, other) -> one + other + "\n");
        return "## " + title + "\n\n```text\n" + body + "```\n";
    }

    @Test
    void theGapPageHasEveryRuleTierAndCount() throws IOException {
        Path page = Places.root().resolve("docs/guide/gap-analysis.md");
        List<String> rules = table("level", "rule", "what follows");
        for (Impact level : Impact.values()) {
            Arrays.stream(ImpactRule.values())
                    .filter(rule -> rule.impact() == level)
                    .forEach(rule -> rules.add(row(lower(level), "`" + rule.id() + "`", rule.sentence())));
        }
        List<String> tiers = table("tier", "when");
        for (MissingTable.Tier tier : MissingTable.Tier.values()) {
            tiers.add(row(tier.number() + " " + lower(tier), tier.rule()));
        }
        List<String> counts = table("type", "what is counted");
        for (InventoryType type : InventoryType.values()) {
            counts.add(row(type.label(), type.counted()));
        }
        String text = section(Files.readString(page), "rules", rules);
        text = section(text, "tiers", tiers);
        expect(page, section(text, "counts", counts));
    }

    @Test
    void theAlignmentPageHasEveryRule() throws IOException {
        Path page = Places.root().resolve("docs/guide/alignment.md");
        List<String> rules = table("severity", "rule", "what it means");
        for (AlignmentRule rule : AlignmentRule.values()) {
            rules.add(row(rule.severity().toString(), "`" + rule.id() + "`", rule.sentence()));
        }
        expect(page, section(Files.readString(page), "alignment rules", rules));
    }

    @Test
    void theRulePageHasEveryRuleWithItsExamples() throws IOException {
        List<String> page = new ArrayList<>();
        page.add("# The rules of a review");
        page.add("");
        page.add(
                "What [`plumbline check FILES`](guide/check.md) looks for, written by the build from the rules themselves. Every"
                        + " example is tried by the tests: the first is found, the second is not.");
        page.add("");
        List<String> overview = table("rule", "severity", "what is found");
        RuleBook.rules().stream()
                .map(Rule::description)
                .forEach(rule -> overview.add(row(
                        "[`" + rule.id() + "`](#" + rule.id() + ")",
                        rule.severity().toString(),
                        rule.title())));
        page.addAll(overview);
        page.add("");
        RuleBook.rules().forEach(rule -> page.addAll(RulePage.section(rule.description())));
        expect(Places.root().resolve("docs/rules.md"), String.join("\n", page));
    }

    @Test
    void thePlanPageHasEveryHazard() throws IOException {
        Path page = Places.root().resolve("docs/guide/plans-and-proof.md");
        List<String> hazards = table("hazard", "meaning", "must be allowed by name");
        for (Hazard hazard : Hazard.values()) {
            hazards.add(row("`" + hazard + "`", hazard.effect(), hazard.guarded() ? "yes" : ""));
        }
        expect(page, section(Files.readString(page), "hazards", hazards));
    }

    /** The plans are those of the schemas beside, as the command prints them. */
    @Test
    void theSqlitePageShowsPlansAsTheyAre(@TempDir Path folder) throws IOException {
        String begin = "CREATE TABLE notebook (\n  id    INTEGER PRIMARY KEY AUTOINCREMENT,\n  title TEXT";
        Path actual = Files.writeString(
                folder.resolve("actual.sql"), begin + ",\n  CONSTRAINT old_rule CHECK (title <> 'old')\n) STRICT;");
        Path altered = Files.writeString(
                folder.resolve("altered.sql"),
                begin + " NOT NULL,\n  CONSTRAINT \"not empty\" CHECK (title <> '')\n) STRICT;");
        Path rebuilt =
                Files.writeString(folder.resolve("rebuilt.sql"), begin + " NOT NULL CHECK (title <> '')\n) STRICT;");
        Path page = Places.root().resolve("docs/guide/sqlite.md");
        String text = section(Files.readString(page), "alteration", steps(actual, altered));
        expect(page, section(text, "rebuild", steps(actual, rebuilt)));
    }

    private static List<String> steps(Path actual, Path desired) {
        CommandRun run = CommandRun.of("plan", "--actual", actual, "--desired", desired, "--scratch-url", "sqlite:");
        assertThat(run.out()).as(run.err()).contains("Proven: reaches the desired schema");
        String steps = run.out()
                .substring(
                        run.out().indexOf("STEPS\n") + "STEPS\n".length(),
                        run.out().indexOf("The reverse has"))
                .strip();
        return List.of("```text", steps, "```");
    }

    private static List<String> table(String... heads) {
        List<String> lines = new ArrayList<>();
        lines.add(row(heads));
        lines.add("|" + "---|".repeat(heads.length));
        return lines;
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Puts lines between the two marks of a section. */
    private static String section(String page, String name, List<String> lines) {
        String begin = "<!-- " + name + ": written by the build -->\n";
        String end = "<!-- end of " + name + " -->";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        assertThat(from >= 0 && to > from)
                .as("the page has the section '%s'", name)
                .isTrue();
        return page.substring(0, from + begin.length()) + String.join("\n", lines) + "\n" + page.substring(to);
    }

    private static void expect(Path file, String text) throws IOException {
        if (UPDATE) {
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("what the code has; -Dgolden=update writes %s anew", file.getFileName())
                .hasContent(text);
    }
}
