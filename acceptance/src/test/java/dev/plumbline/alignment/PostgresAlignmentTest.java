// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.OpenDatabase;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.postgres.TestServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Types of an application beside tables of PostgreSQL, on a server. */
class PostgresAlignmentTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(18);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    enum KeyType {
        USER,
        ADMIN,
        AGENT,
        GATEWAY
    }

    /** What the platform's code once expected of its keys, while the table had {@code type}. */
    @NullMarked
    record ApiKey(
            UUID id,
            String keyHash,
            String keyPrefix,
            KeyType keyType,
            List<String> scopes,
            @Nullable Instant lastUsedAt,
            int usageCount,
            boolean isActive,
            OffsetDateTime createdAt) {}

    private static final String API_KEYS = """
            CREATE SCHEMA mcp;
            CREATE TABLE mcp.api_keys (
                id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
                tenant_id uuid NOT NULL,
                key_hash varchar(255) NOT NULL UNIQUE,
                key_prefix varchar(10) NOT NULL,
                type varchar(50) NOT NULL CHECK (type IN ('USER', 'ADMIN', 'AGENT', 'SERVICE')),
                scopes text[] NOT NULL DEFAULT '{}',
                rate_limit integer DEFAULT 1000,
                last_used_at timestamptz,
                usage_count bigint NOT NULL DEFAULT 0,
                is_active boolean,
                created_at timestamp NOT NULL DEFAULT now())
            """;

    @Test
    void everyMismatchOfTheKeysIsNamed() {
        OpenDatabase database = OpenDatabase.of(server.database("keys", API_KEYS));

        TypeAlignment keys = database.align(AlignmentMapping.of("mcp.api_keys", ApiKey.class))
                .types()
                .getFirst();

        assertThat(keys.findings())
                .map(Misalignment::toString)
                .containsExactly(
                        "error overflow: usageCount int <- usage_count bigint: a number beyond 2147483647 does not fit:"
                                + " reading it fails, or gives another number; expected long",
                        "error null-in-primitive: isActive boolean <- is_active boolean: a row with NULL ends in a"
                                + " NullPointerException, or reads as false; expected Boolean, or NOT NULL",
                        "error time-zone: createdAt OffsetDateTime <- created_at timestamp without time zone: the column names"
                                + " no moment: the driver refuses, or takes the zone of whoever reads; expected"
                                + " LocalDateTime, or timestamp with time zone",
                        "error field-without-column: keyType KeyType: there is no column key_type;"
                                + " perhaps the column type is meant",
                        "error column-not-written: tenant_id uuid: it is NOT NULL without a default, so an insert that"
                                + " does not know it fails",
                        "error column-not-written: type character varying(50): it is NOT NULL without a default, so an"
                                + " insert that does not know it fails; perhaps the field keyType is meant",
                        "warning dead-column: rate_limit integer: no field reads it");
    }

    @Test
    void theMessageOfAFailedTestSaysWhatToDo() {
        OpenDatabase database = OpenDatabase.of(server.database("keys", API_KEYS));
        Alignment alignment = database.align(AlignmentMapping.of("mcp.api_keys", ApiKey.class));

        assertThatThrownBy(alignment::requireAligned).isInstanceOfSatisfying(PlumblineException.class, error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.NOT_ALIGNED);
            assertThat(error.getMessage())
                    .contains("$ApiKey does not fit mcp.api_keys:\n  error overflow: usageCount")
                    .contains("perhaps the column type is meant")
                    .doesNotContain("dead-column");
            assertThat(error.advice()).isPresent();
        });
    }

    record Key(KeyType type) {}

    record LowerKey(Lower type) {}

    enum Lower {
        user,
        admin
    }

    @Test
    void constantsAreComparedWithWhatEnumTypesDomainsAndChecksAllow() {
        OpenDatabase database = OpenDatabase.of(server.database("labels", """
                CREATE TYPE kind AS ENUM ('USER', 'ADMIN', 'AGENT', 'ROBOT');
                CREATE DOMAIN narrow AS text CHECK (VALUE IN ('USER', 'ADMIN'));
                CREATE TABLE by_type (type kind NOT NULL);
                CREATE TABLE by_domain (type narrow NOT NULL);
                CREATE TABLE by_check (type text NOT NULL CHECK (type = 'USER' OR type = ANY ('{ADMIN}') OR type = 'AGENT'));
                CREATE TABLE by_list (type text NOT NULL, CHECK (type IN ('USER', 'ADMIN', 'AGENT', 'GATEWAY')));
                CREATE TABLE by_case (type text NOT NULL CHECK (type IN ('USER', 'ADMIN', 'NOBODY')));
                CREATE TABLE by_other (type text NOT NULL CHECK (type IN ('USER') OR length(type) > 3));
                """));
        AlignmentMapping mapping = AlignmentMapping.of("by_type", Key.class)
                .and("by_domain", Key.class)
                .and("by_check", Key.class)
                .and("by_list", Key.class)
                .and("by_case", LowerKey.class)
                .and("by_other", Key.class);

        List<TypeAlignment> types = database.align(mapping).types();

        assertThat(said(types.get(0)))
                .containsExactlyInAnyOrder(
                        "label-unknown: the column may hold 'ROBOT', which is no constant of the enum",
                        "constant-refused: the column refuses GATEWAY");
        assertThat(said(types.get(1))).containsExactly("constant-refused: the column refuses AGENT, GATEWAY");
        // One of its alternatives is no list that can be read for sure, so nothing is claimed.
        assertThat(said(types.get(2))).isEmpty();
        assertThat(said(types.get(3))).isEmpty();
        assertThat(said(types.get(4)))
                .containsExactlyInAnyOrder(
                        "label-spelling: the column says 'USER' where the enum says user, so a converter is needed",
                        "label-unknown: the column may hold 'NOBODY', which is no constant of the enum");
        assertThat(said(types.get(5))).isEmpty();
    }

    // What applications have is what is to be read.
    @SuppressWarnings("ArrayRecordComponent")
    record Bounded(int id, short level, byte[] data, BigDecimal price, Optional<LocalDateTime> at, int[] numbers) {}

    @Test
    void checksThatBoundANumberMakeRoomForASmallerType() {
        OpenDatabase database = OpenDatabase.of(server.database("bounds", """
                CREATE TABLE bounded (
                    id bigint PRIMARY KEY CHECK (id > 0 AND id <= 1000000),
                    level integer NOT NULL CHECK (level BETWEEN -5 AND 5),
                    data bytea NOT NULL, price numeric(10, 2) NOT NULL, at timestamp, numbers integer[] NOT NULL);
                CREATE TABLE unbounded (
                    id bigint PRIMARY KEY CHECK (id > 0),
                    level integer NOT NULL CHECK (level BETWEEN -5 AND 50000 OR level IS NULL),
                    data text NOT NULL, price numeric(10, 2) NOT NULL, at timestamp, numbers bigint[] NOT NULL);
                """));

        assertThat(said(database.align(AlignmentMapping.of("bounded", Bounded.class))
                        .types()
                        .getFirst()))
                .isEmpty();
        assertThat(database.align(AlignmentMapping.of("unbounded", Bounded.class))
                        .types()
                        .getFirst()
                        .findings())
                .map(finding -> finding.rule().id() + " "
                        + finding.field().orElseThrow().name())
                .containsExactlyInAnyOrder("overflow id", "overflow level", "type-differs data", "overflow numbers");
    }

    record Summary(UUID id, String name, long total) {}

    @Test
    void aViewIsReadAndNotWritten() {
        OpenDatabase database = OpenDatabase.of(server.database("views", """
                CREATE TABLE t (id uuid PRIMARY KEY, name text NOT NULL, n int NOT NULL);
                CREATE VIEW summary AS SELECT id, name, sum(n) AS total, count(*) AS rows FROM t GROUP BY id;
                """));

        assertThat(said(database.align(AlignmentMapping.of("summary", Summary.class))
                        .types()
                        .getFirst()))
                .containsExactly("dead-column: no field reads it");
    }

    record Made(
            long id, String name, String search, @Nullable String note) {}

    @Test
    void whatTheDatabaseMakesNeedsNoFieldAndMustNotBeWritten() {
        OpenDatabase database = OpenDatabase.of(server.database("made", """
                CREATE TABLE made (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    name text NOT NULL,
                    search text NOT NULL GENERATED ALWAYS AS (lower(name)) STORED,
                    note text,
                    again text NOT NULL GENERATED ALWAYS AS (upper(name)) STORED);
                """));

        assertThat(database.align(AlignmentMapping.of("made", Made.class))
                        .types()
                        .getFirst()
                        .findings())
                .map(finding ->
                        finding.rule() + " " + finding.column().orElseThrow().name())
                .containsExactly("DEAD_COLUMN again", "DATABASE_WRITES id", "DATABASE_WRITES search");
    }

    @Test
    void namesWithAndWithoutSchemaAreFoundAndOthersSuggested() {
        OpenDatabase database = OpenDatabase.of(server.database("names", """
                CREATE SCHEMA a; CREATE SCHEMA b;
                CREATE TABLE a.accounts (id int PRIMARY KEY); CREATE TABLE b.accounts (id int PRIMARY KEY);
                CREATE TABLE public.users (id int PRIMARY KEY); CREATE TABLE a.users (id int PRIMARY KEY);
                """));

        assertThat(database.align(AlignmentMapping.of("users", OnlyId.class))
                        .types()
                        .getFirst()
                        .relation())
                .isEqualTo("public.users");
        assertThat(database.align(AlignmentMapping.of("b.accounts", OnlyId.class))
                        .types()
                        .getFirst()
                        .findings())
                .isEmpty();
        assertThat(database.align(AlignmentMapping.of("user", OnlyId.class))
                        .types()
                        .getFirst()
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(AlignmentRule.RELATION_MISSING);
                    assertThat(finding.suggestion().orElseThrow()).endsWith(".users is meant");
                });
        assertThatThrownBy(() -> database.align(AlignmentMapping.of("accounts", OnlyId.class)))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("a.accounts, b.accounts");
    }

    record OnlyId(int id) {}

    private static List<String> said(TypeAlignment type) {
        return type.findings().stream()
                .map(finding -> finding.rule().id() + ": " + finding.effect())
                .toList();
    }
}
