// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli.demo;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.embedded.ServerOptions;
import dev.plumbline.execute.Outcome;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapAnalysis;
import dev.plumbline.gap.HealthFacts;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.postgres.PostgresEngine;
import dev.plumbline.postgres.ServerScratchDatabases;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.report.MigrationWriter;
import dev.plumbline.report.TextReport;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.IndexUse;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.MigrationHistory;
import dev.plumbline.source.RowEstimates;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * The story that {@code plumbline demo} tells: a database that its migration tool left dirty at version 1, and whose
 * application expects what is not there, is measured, planned for, proven, mended and measured again.
 */
public final class Demo {
    private static final int NEWEST = 18;
    private static final String DATABASE = "agent_platform";

    private final Story story;
    private final TextReport text;
    private final boolean keep;
    private final Path reports;

    /**
     * Prepares the story.
     *
     * @param out where it is told
     * @param text how values are shown
     * @param keep whether the database stays up
     * @param reports the folder for the reports
     */
    public Demo(PrintWriter out, TextReport text, boolean keep, Path reports) {
        this.story = new Story(out);
        this.text = text;
        this.keep = keep;
        this.reports = reports;
    }

    /** Tells it, and returns the exit code: 0 when no gap is left. */
    public int run() throws IOException, SQLException {
        Files.createDirectories(reports);
        ServerOptions options = ServerOptions.of(NEWEST).tell(line -> story.say("  " + line));
        EmbeddedServer server = EmbeddedServer.start(keep ? options.keepRunning() : options);
        boolean told = false;
        try {
            int exit = tell(server);
            told = true;
            return exit;
        } finally {
            if (!keep || !told) {
                server.stop();
            }
        }
    }

    private int tell(EmbeddedServer server) throws IOException, SQLException {
        DatabaseUrl maintenance = DatabaseUrl.parse(server.url("postgres"));
        DatabaseUrl url = DatabaseUrl.parse(server.url(DATABASE));
        story.chapter(
                "1. The database",
                "An agent platform whose migration tool stopped half-way: PostgreSQL " + server.version()
                        + ", schema mcp, with rows in it.");
        build(maintenance, url);
        Path schema = DemoFiles.copySchema(reports.resolve("schema"));
        story.say("  What the application expects is declared in " + schema + ".");

        try (ServerScratchDatabases scratch = new ServerScratchDatabases(maintenance)) {
            Plumbline plumbline = Plumbline.of(new PostgresEngine(), scratch);
            LoadedSchema desired = plumbline.load(new SchemaSource.SqlFiles(schema));
            LoadedSchema actual = plumbline.load(new SchemaSource.LiveDatabase(url));

            story.chapter(
                    "2. The gap",
                    "Both sides are read from a database's own catalogs; the declared one was loaded into a"
                            + " scratch database first. (plumbline gap)");
            Gap gap = plumbline.gap(actual, desired);
            GapAnalysis analysis = GapAnalysis.of(gap, facts(url, actual));
            story.show(
                    text.of(gap, analysis, actual.origin(), desired.origin()), "MISSING TYPES", "gap.md has the rest");
            write("gap.md", new MarkdownReport().of(gap, analysis, actual.origin(), desired.origin()));
            write("gap.json", new JsonReports().write(gap, analysis));

            story.chapter(
                    "3. The plan",
                    "Every step with the locks it was seen to take, proven there and back on a scratch"
                            + " database with rows in it. (plumbline plan)");
            Plan plan = plumbline.plan(actual, desired, PlanOptions.DEFAULT);
            story.show(text.of(plan), "  9  ", "plan.md has all " + plan.steps().size() + " steps");
            write("plan.md", new MarkdownReport().of(plan));
            write("plan.json", new JsonReports().write(plan));
            MigrationWriter.write(plan, reports.resolve("migrations"), "close_gap");

            story.chapter(
                    "4. Applying it",
                    "The status columns become enum types, which copies their table: a hazard that is"
                            + " allowed by name, or the plan is refused. (plumbline apply --allow rewrite)");
            String keysBefore = keyTypes(url, "type");
            Outcome outcome = plumbline.apply(plan, url, ApplyOptions.DEFAULT.allowing(Set.of(Hazard.REWRITE)));
            story.show(text.of(outcome), "", "");
            story.say("  api_keys.type     was " + keysBefore);
            story.say("  api_keys.key_type is  " + keyTypes(url, "key_type"));

            story.chapter("5. The gap again", "The same measurement on the mended database. (plumbline gap)");
            LoadedSchema mended = plumbline.load(new SchemaSource.LiveDatabase(url));
            Gap left = plumbline.gap(mended, desired);
            story.show(
                    text.of(left, GapAnalysis.of(left, facts(url, mended)), mended.origin(), desired.origin()),
                    "FOR INFORMATION",
                    "the order of columns cannot be changed and is only mentioned");
            farewell(server);
            return left.isEmpty() ? 0 : 1;
        }
    }

    private static void build(DatabaseUrl maintenance, DatabaseUrl url) throws SQLException, IOException {
        try (Connection connection = maintenance.open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE + " TEMPLATE template0");
        }
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.execute(DemoFiles.read("initial.sql"));
            statement.execute(DemoFiles.read("rows.sql"));
        }
    }

    private static HealthFacts facts(DatabaseUrl url, LoadedSchema loaded) throws SQLException {
        try (Connection connection = url.open()) {
            return new HealthFacts(
                    MigrationHistory.read(connection, loaded.catalog()).stream()
                            .map(found -> new HealthFacts.History(
                                    found.tool(), found.table().qualifiedName(), found.rows(), found.state()))
                            .toList(),
                    RowEstimates.read(connection, loaded.catalog()),
                    IndexUse.read(connection, loaded.catalog()));
        }
    }

    private static String keyTypes(DatabaseUrl url, String column) throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT string_agg(n || ' ' || kind, ', ' ORDER BY kind)"
                        + " FROM (SELECT " + column + " AS kind, count(*) AS n FROM mcp.api_keys GROUP BY 1) AS k")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private void farewell(EmbeddedServer server) {
        story.say("");
        story.say("The reports are in " + reports + ": gap.md, gap.json, plan.md, plan.json, migrations/ and schema/.");
        if (keep) {
            story.say("The database stays up:  " + server.url(DATABASE));
            story.say("Stop it with:           " + server.stopCommand());
        } else {
            story.say("The database is gone; with --keep it stays up and its URL is printed.");
        }
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(reports.resolve(name), content);
    }
}
