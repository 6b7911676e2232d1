// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tasks: made once, led through their states, handed on as often as they may be, escalated when they are late. */
interface WorkScenarios {
    String REFUSED = "23514";

    Platform platform();

    /** The states of a task as people would list them, apart from the database. */
    enum State {
        PENDING,
        ASSIGNED,
        IN_PROGRESS,
        DELEGATED,
        COMPLETED,
        FAILED,
        CANCELLED;

        String sql() {
            return "'" + name().toLowerCase(Locale.ROOT) + "'";
        }
    }

    Map<State, Set<State>> LEGAL = new EnumMap<>(Map.of(
            State.PENDING,
            EnumSet.of(State.ASSIGNED, State.IN_PROGRESS, State.DELEGATED, State.FAILED, State.CANCELLED),
            State.ASSIGNED,
            EnumSet.of(State.PENDING, State.IN_PROGRESS, State.DELEGATED, State.FAILED, State.CANCELLED),
            State.IN_PROGRESS,
            EnumSet.of(State.ASSIGNED, State.DELEGATED, State.COMPLETED, State.FAILED, State.CANCELLED),
            State.DELEGATED,
            EnumSet.of(State.ASSIGNED, State.IN_PROGRESS, State.COMPLETED, State.FAILED, State.CANCELLED),
            State.COMPLETED,
            EnumSet.noneOf(State.class),
            State.FAILED,
            EnumSet.of(State.PENDING),
            State.CANCELLED,
            EnumSet.noneOf(State.class)));

    private static UUID task(Connection application) throws SQLException {
        return UUID.fromString(Rows.one(application, "SELECT task_id FROM mcp.create_task(NULL, 'a task')"));
    }

    @Test
    default void thirtyTwoRequestsUnderOneKeyMakeOneTask() throws Exception {
        UUID tenant = platform().tenant();
        List<String> made = Storm.of(32, number -> {
            try (Connection application = platform().application(tenant)) {
                return Rows.one(
                        application,
                        "SELECT task_id, is_new FROM mcp.create_task('order 7', 'try ' || ?::int)",
                        number);
            }
        });
        assertThat(made.stream().map(row -> row.substring(0, row.indexOf('|'))).distinct())
                .hasSize(1);
        assertThat(made.stream().filter(row -> row.endsWith("|t"))).hasSize(1);
        UUID other = platform().tenant();
        try (Connection application = platform().application(tenant);
                Connection second = platform().application(other)) {
            assertThat(Rows.one(application, "SELECT count(*) FROM mcp.tasks")).isEqualTo("1");
            assertThat(Rows.one(second, "SELECT is_new FROM mcp.create_task('order 7', 'mine')"))
                    .as("the same key of another tenant")
                    .isEqualTo("t");
            Rows.run(
                    application,
                    "UPDATE mcp.task_idempotency_keys SET created_at = now() - interval '2 days', expires_at = now() -"
                            + " interval '1 day'");
            assertThat(Rows.one(application, "SELECT is_new FROM mcp.create_task('order 7', 'later')"))
                    .as("a key whose time is over")
                    .isEqualTo("t");
        }
    }

    @Test
    default void aRequestThatFailsLeavesItsKeyToTheNext() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection first = platform().application(tenant);
                Connection second = platform().application(tenant)) {
            first.setAutoCommit(false);
            Rows.one(first, "SELECT is_new FROM mcp.create_task('order 8', 'first')");
            first.rollback();
            assertThat(Rows.one(second, "SELECT is_new FROM mcp.create_task('order 8', 'second')"))
                    .isEqualTo("t");
        }
    }

    @Test
    default void everyChangeOfStateIsRefusedOrRecorded() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant)) {
            assertThat(Rows.of(owner, "SELECT unnest(enum_range(NULL::mcp.task_status))"))
                    .hasSize(State.values().length);
            for (State from : State.values()) {
                for (State to : State.values()) {
                    UUID task = task(application);
                    Rows.run(owner, "SET session_replication_role = replica");
                    Rows.run(owner, "UPDATE mcp.tasks SET status = " + from.sql() + " WHERE id = '" + task + "'");
                    Rows.run(owner, "RESET session_replication_role");
                    boolean legal =
                            from == to || LEGAL.getOrDefault(from, Set.of()).contains(to);
                    assertThat(Rows.failure(
                                    application, "UPDATE mcp.tasks SET status = " + to.sql() + " WHERE id = ?", task))
                            .as("%s to %s", from, to)
                            .isEqualTo(legal ? "none" : REFUSED);
                    List<String> recorded = Rows.of(
                            application,
                            "SELECT quote_nullable(from_status::text), quote_literal(to_status) FROM"
                                    + " mcp.task_state_transitions WHERE task_id = ? ORDER BY id",
                            task);
                    assertThat(recorded.getFirst()).isEqualTo("NULL|'pending'");
                    assertThat(recorded.subList(1, recorded.size()))
                            .isEqualTo(legal && from != to ? List.of(from.sql() + "|" + to.sql()) : List.of());
                }
            }
            assertThat(Rows.failure(application, "DELETE FROM mcp.task_state_transitions"))
                    .isEqualTo("42501");
        }
    }

    @Test
    default void aTaskIsHandedOnAsOftenAsItMayAndNoMore() throws Exception {
        UUID tenant = platform().tenant();
        UUID task;
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant)) {
            UUID agent = UUID.randomUUID();
            Platform.agent(owner, tenant, agent);
            task = task(application);
            List<String> outcomes = Storm.of(16, number -> {
                try (Connection connection = platform().application(tenant)) {
                    return Rows.failure(
                            connection,
                            number % 2 == 0
                                    ? "SELECT mcp.delegate_task(?, ?)"
                                    : "INSERT INTO mcp.task_delegations (task_id, to_agent_id, tenant_id) VALUES (?, ?,"
                                            + " mcp.current_tenant_id())",
                            task,
                            agent);
                }
            });
            assertThat(outcomes.stream().filter("none"::equals)).hasSize(3);
            assertThat(outcomes.stream().filter(REFUSED::equals)).hasSize(13);
            assertThat(Rows.one(application, "SELECT delegation_count FROM mcp.tasks WHERE id = ?", task))
                    .isEqualTo("3");
            assertThat(Rows.one(application, "SELECT count(*) FROM mcp.task_delegation_history"))
                    .isEqualTo("3");
            Rows.run(application, "DELETE FROM mcp.task_delegations");
            assertThat(Rows.failure(application, "SELECT mcp.delegate_task(?, ?)", task, agent))
                    .as("deleting delegations makes no room for more")
                    .isEqualTo(REFUSED);
            UUID ended = task(application);
            Rows.of(application, "UPDATE mcp.tasks SET status = 'cancelled' WHERE id = ?", ended);
            assertThat(Rows.failure(application, "SELECT mcp.delegate_task(?, ?)", ended, agent))
                    .isEqualTo(REFUSED);
        }
    }

    @Test
    default void whatIsLateIsEscalatedOnce() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection application = platform().application(tenant);
                Connection busy = platform().application(tenant);
                Connection scheduler = platform().as("mcp_maintenance")) {
            Rows.run(
                    application,
                    "INSERT INTO mcp.tasks (tenant_id, title, status, priority, auto_escalate, deadline, escalation_timeout,"
                            + " created_at) SELECT mcp.current_tenant_id(), * FROM (VALUES"
                            + " ('late', 'pending'::mcp.task_status, 'low'::mcp.task_priority, true, now() - interval '1 hour', NULL::interval, now()),"
                            + " ('slow', 'in_progress', 'critical', true, NULL, interval '1 minute', now() - interval '1 hour'),"
                            + " ('held', 'pending', 'low', true, now() - interval '1 hour', NULL, now()),"
                            + " ('in time', 'pending', 'low', true, now() + interval '1 hour', interval '1 day', now()),"
                            + " ('left alone', 'pending', 'low', false, now() - interval '1 hour', NULL, now()),"
                            + " ('over', 'completed', 'low', true, now() - interval '1 hour', NULL, now())) AS t");
            busy.setAutoCommit(false);
            Rows.of(busy, "SELECT FROM mcp.tasks WHERE title = 'held' FOR UPDATE");
            assertThat(Rows.one(scheduler, "SELECT mcp.escalate_overdue_tasks()"))
                    .isEqualTo("2");
            busy.rollback();
            assertThat(Rows.one(scheduler, "SELECT mcp.escalate_overdue_tasks()"))
                    .isEqualTo("1");
            assertThat(Rows.one(scheduler, "SELECT mcp.escalate_overdue_tasks()"))
                    .isEqualTo("0");
            assertThat(new TreeSet<>(Rows.of(
                            application,
                            "SELECT title, priority FROM mcp.tasks WHERE escalated_at IS NOT NULL ORDER BY 1")))
                    .containsExactly("held|medium", "late|medium", "slow|critical");
        }
    }
}
