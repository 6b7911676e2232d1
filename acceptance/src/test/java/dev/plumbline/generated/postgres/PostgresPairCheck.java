// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.acceptance.Places;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Ownership;
import dev.plumbline.corpus.ClientTools;
import dev.plumbline.corpus.Dump;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.SessionControl;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.generated.Checklist;
import dev.plumbline.generated.PairCheck;
import dev.plumbline.generated.Row;
import dev.plumbline.generated.SchemaPair;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.postgres.PostgresEngine;
import dev.plumbline.postgres.ServerScratchDatabases;
import dev.plumbline.postgres.TestServer;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Leads the actual side with its rows to the desired side and back. Afterwards the catalog must be that of the side, the
 * values must be there that have a place on both, and {@code pg_dump} must see what it sees of the desired side.
 */
final class PostgresPairCheck implements PairCheck, AutoCloseable {
    private static final String ACTUAL = "pair_actual";
    private static final String DESIRED = "pair_desired";
    private static final PostgresEngine ENGINE = new PostgresEngine();
    private static final ApplyOptions EVERYTHING = new ApplyOptions(EnumSet.allOf(Hazard.class), 0, true);
    private static final long PROVEN_ONE_OF = 10;
    /** In so many pairs a transaction is cut wherever it can be. */
    private static final long CUT_ONE_OF = 2;
    /** In so many pairs everything belongs to another role than the one that runs the plan. */
    private static final long GIVEN_ONE_OF = 3;

    private static final String NO_PATH = "has no update path";
    /** An hstore tells a text that it cannot read as a syntax error, or an internal one. */
    private static final Pattern UNREADABLE = Pattern.compile("yntax error (in hstore|near \"\\S+\" at position)");

    private static final String INTEGRITY = "(a constraint) ";

    private final Plumbline plumbline;
    private final ServerScratchDatabases scratch;
    private final PairDatabases databases;
    private final Optional<ClientTools> tools;
    private final long dumpedOneOf;
    private final Checklist checklist;

    /** Creates a check; one of so many pairs is looked at with pg_dump, where that is there, and the list is told what each has. */
    PostgresPairCheck(TestServer server, long dumpedOneOf, Checklist checklist) throws SQLException {
        this.databases = new PairDatabases(server);
        this.scratch = new ServerScratchDatabases(databases.url("postgres"));
        this.plumbline = Plumbline.of(ENGINE, scratch);
        this.tools = ClientTools.forServer(server.embedded().majorVersion(), Places.root());
        this.dumpedOneOf = dumpedOneOf;
        this.checklist = checklist;
    }

    @Override
    public Outcome outcome(SchemaPair pair) {
        Outcome outcome = with(pair);
        // Rows can be in the way of a plan; then it must go without them.
        return outcome instanceof Refused
                        && !(with(pair.withoutRows(0, pair.rows().size())) instanceof Passed)
                ? with(pair.withoutRows(0, pair.rows().size()))
                : outcome;
    }

    private Outcome with(SchemaPair pair) {
        try {
            Connection live = databases.empty(ACTUAL);
            Connection fresh = databases.empty(DESIRED);
            SequencedMap<String, String> before = PairDatabases.load(live, pair.actual());
            List<Row> rows = PairDatabases.fill(live, pair.rows());
            if (pair.seed() % GIVEN_ONE_OF == 0) {
                PairDatabases.giveAway(live);
            }
            SequencedMap<String, String> taken = PairDatabases.load(fresh, pair.desired());
            checklist.add(before, taken);
            Outcome outcome = lead(pair, live, fresh, desired(fresh, taken));
            return outcome instanceof Refused refused
                            && refused.detail().contains(INTEGRITY)
                            && PairDatabases.fits(fresh, asTheyBecome(pair, rows, fresh))
                    ? new Failed("rows that fit", refused.detail())
                    : outcome;
        } catch (SQLException e) {
            return Failed.of("check", e, "");
        } catch (PlumblineException e) {
            return e.code() == ErrorCode.STEP_FAILED ? stepFailed(pair, e, "") : Failed.of(sort(e), e, "");
        } catch (RuntimeException e) {
            return Failed.of(e.getClass().getSimpleName(), e, "");
        }
    }

    /** A cast of the actual side may make something else of a value than the desired side would of its text. */
    private List<Row> asTheyBecome(SchemaPair pair, List<Row> rows, Connection fresh) throws SQLException {
        Connection actual = databases.empty(ACTUAL);
        PairDatabases.load(actual, pair.actual());
        return PairDatabases.converted(actual, fresh, rows);
    }

    /** Hints are read from files; without any, the database says it all. */
    private LoadedSchema desired(Connection fresh, SequencedMap<String, String> taken) throws SQLException {
        if (!taken.containsKey("HINT")) {
            return LoadedSchema.of(ENGINE.introspector().inspect(fresh), DESIRED);
        }
        try {
            Path file = Files.createTempFile("pair", ".sql");
            try {
                Files.writeString(file, String.join(";\n", taken.values()) + ";\n");
                return plumbline.load(new SchemaSource.SqlFiles(file));
            } catch (PlumblineException e) {
                // What was renamed may be among the statements that the server refused,
                // or what has its new name is one of several that do, of which a hint cannot tell.
                String said = String.valueOf(e.getMessage());
                if (said.contains(" for this hint") || said.contains("this hint may be about any of")) {
                    return LoadedSchema.of(ENGINE.introspector().inspect(fresh), DESIRED);
                }
                throw e;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlanOptions options(long seed) {
        PlanOptions options = new PlanOptions(seed % PROVEN_ONE_OF == 0, false);
        // Independent of the other choices, whose numbers share a divisor with it.
        return seed / PROVEN_ONE_OF % CUT_ONE_OF == 0 ? options.tablesAtOnce(1) : options;
    }

    private Outcome lead(SchemaPair pair, Connection live, Connection fresh, LoadedSchema desired) throws SQLException {
        LoadedSchema actual = LoadedSchema.of(ENGINE.introspector().inspect(live), ACTUAL);
        if (!actual.catalog().unmodelled().isEmpty()) {
            return new Failed("unmodelled", actual.catalog().unmodelled().toString());
        }
        Plan plan = plumbline.plan(actual, desired, options(pair.seed()));
        String text = "\n-- plan\n" + text(plan.steps()) + "\n-- reverse\n" + text(plan.reverse());
        List<String> problems = plan.proof().map(Proof::problems).orElse(List.of());
        if (!problems.isEmpty()) {
            if (problems.stream().allMatch(problem -> problem.contains(NO_PATH))) {
                return new Refused(problems + text);
            }
            return new Failed("proof " + sort(problems.getFirst()), problems + text);
        }
        TableRows rows = new TableRows(actual.catalog(), desired.catalog(), desired.hints(), plan.steps());
        Map<String, String> before = rows.read(live, false);
        try {
            apply(plan, live);
            Catalog wanted = ENGINE.actionWriter().settled(actual.catalog(), desired.catalog());
            Optional<Outcome> wrong = compare(live, wanted, before, rows.read(live, true), "there", text)
                    .or(() -> observe(pair, live, fresh, text))
                    .or(() -> owners(actual.catalog(), live, text));
            if (wrong.isPresent()) {
                return wrong.get();
            }
            TableRows back = new TableRows(desired.catalog(), actual.catalog(), List.of(), plan.reverse());
            apply(plan.back(), live);
            Map<String, String> after = rows.read(live, false);
            after.keySet().retainAll(back.read(live, true).keySet());
            before.keySet().retainAll(after.keySet());
            return compare(live, actual.catalog(), before, after, "back", text)
                    .or(() -> owners(actual.catalog(), live, text))
                    .orElse(new Passed());
        } catch (PlumblineException e) {
            return e.code() == ErrorCode.STEP_FAILED ? stepFailed(pair, e, text) : Failed.of(sort(e), e, text);
        }
    }

    /** A proven plan goes the whole way that a user's plan goes; another only through the session that is there. */
    private void apply(Plan plan, Connection live) throws SQLException {
        if (plan.proof().isPresent()) {
            plumbline.apply(plan, databases.url(ACTUAL), EVERYTHING);
            return;
        }
        SessionControl session = ENGINE.sessionControl();
        session.prepare(live);
        for (List<Step> group : Plan.groups(plan.steps())) {
            boolean together = group.getFirst().mode() != TransactionMode.OUTSIDE;
            if (together) {
                session.begin(live);
            }
            for (Step step : group) {
                for (String sql : step.statements()) {
                    run(live, step, sql);
                }
            }
            if (together) {
                session.commit(live);
            }
        }
    }

    private static void run(Connection live, Step step, String sql) {
        try (Statement statement = live.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException e) {
            throw new PlumblineException(
                    ErrorCode.STEP_FAILED, "Step " + step.number() + " fails: " + e.getMessage(), sql, null, e);
        }
    }

    @Override
    public void close() throws SQLException {
        scratch.close();
        databases.close();
    }

    private static Optional<Outcome> compare(
            Connection live,
            Catalog wanted,
            Map<String, String> before,
            Map<String, String> after,
            String way,
            String text)
            throws SQLException {
        List<Change> left =
                GapFinder.between(ENGINE.introspector().inspect(live), wanted).changes();
        if (!left.isEmpty()) {
            return Optional.of(new Failed(
                    "gap " + left.getFirst().getClass().getSimpleName() + " "
                            + left.getFirst().key().kind(),
                    way + ": " + left + text));
        }
        Map<String, String> lost = TableRows.differences(before, after);
        return lost.isEmpty() ? Optional.empty() : Optional.of(new Failed("rows", way + ": " + lost + text));
    }

    /** Whatever is on both sides belongs to whom it did. */
    private static Optional<Outcome> owners(Catalog before, Connection live, String text) {
        try {
            Ownership now = ENGINE.introspector().inspect(live).ownership();
            List<String> others = new ArrayList<>();
            before.ownership()
                    .roles()
                    .forEach((key, role) -> now.of(key)
                            .filter(other -> !other.equals(role))
                            .ifPresent(other -> others.add(key + " of " + role + " is " + other + "'s")));
            return others.isEmpty() ? Optional.empty() : Optional.of(new Failed("owners", others + text));
        } catch (SQLException e) {
            return Optional.of(Failed.of("owners", e, text));
        }
    }

    private Optional<Outcome> observe(SchemaPair pair, Connection live, Connection fresh, String text) {
        if (tools.isEmpty() || pair.seed() % dumpedOneOf != 0 || !haveTheSameParts(live, fresh)) {
            return Optional.empty();
        }
        if (pair.seed() % GIVEN_ONE_OF == 0) {
            // What an extension brings is dumped with its rights once it belongs to another than who created it.
            Optional<Outcome> failed = given(fresh, text);
            if (failed.isPresent()) {
                return failed;
            }
        }
        Dump is = Dump.of(tools.get().dump(databases.text(ACTUAL)));
        Dump should = Dump.of(tools.get().dump(databases.text(DESIRED)));
        return is.equals(should) ? Optional.empty() : Optional.of(new Failed("dump", is.difference(should) + text));
    }

    private static Optional<Outcome> given(Connection fresh, String text) {
        try {
            PairDatabases.giveAway(fresh);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(Failed.of("check", e, text));
        }
    }

    /** The names of parts that nobody gave are the server's choice, which goes by what columns were called when an index was made. */
    private static boolean haveTheSameParts(Connection live, Connection fresh) {
        return PairDatabases.parts(live).equals(PairDatabases.parts(fresh));
    }

    private static Outcome stepFailed(SchemaPair pair, PlumblineException e, String text) {
        String detail = e.getMessage() + text;
        String state = e.getCause() instanceof SQLException cause ? String.valueOf(cause.getSQLState()) : "";
        // An extension leads nowhere but where its own scripts lead.
        boolean noPath = detail.contains(NO_PATH);
        boolean aboutValues =
                state.matches("2[23].*") || UNREADABLE.matcher(detail).find();
        return noPath || (aboutValues && !pair.rows().isEmpty())
                ? new Refused((state.startsWith("23") ? INTEGRITY : "") + detail)
                : new Failed("error " + sort(e), detail);
    }

    /** The kind of an error without the names in it, so that a shrinker keeps to it. */
    private static String sort(Exception e) {
        String text = String.valueOf(e.getCause() instanceof SQLException cause ? cause.getMessage() : e.getMessage());
        return sort(text);
    }

    private static String sort(String text) {
        return text.replaceAll("\"([^\"]|\"\")*\"|'[^']*'|\\S*\\d\\S*|\\S+\\.\\S+", "")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("(.{60}).*", "$1");
    }

    private static String text(List<Step> steps) {
        return steps.stream().flatMap(step -> step.statements().stream()).collect(Collectors.joining(";\n"));
    }
}
