// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Engines;
import dev.plumbline.Plumbline;
import dev.plumbline.acceptance.Places;
import dev.plumbline.alignment.memory.ApiUsage;
import dev.plumbline.alignment.memory.Entity;
import dev.plumbline.alignment.memory.Interaction;
import dev.plumbline.alignment.memory.Memory;
import dev.plumbline.alignment.memory.User;
import dev.plumbline.source.SchemaSource;
import dev.plumbline.source.ScratchDatabases;
import dev.plumbline.sqlite.SqliteScratchDatabases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The records of the memory store beside its declared schema, and beside older ones. */
class MemoryAlignmentTest {
    private static final Path PACK = Places.root().resolve("packs/memory");
    private static final AlignmentMapping RECORDS = AlignmentMapping.of("users", User.class)
            .and("entities", Entity.class)
            .and("memories", Memory.class)
            .and("interactions", Interaction.class)
            .and("api_usage_tracking", ApiUsage.class);

    @Test
    void theyFitTheDeclaredSchemaToTheLastNote() {
        Alignment alignment = align(
                new SchemaSource.SqlFiles(PACK.resolve("schema")),
                RECORDS.with(Conventions.NONE.withDates(Conventions.Dates.TEXT)));

        assertThat(alignment.types()).allSatisfy(type -> {
            assertThat(type.findings()).as(type.type()).isEmpty();
            assertThat(type.paired()).isEqualTo(type.columns()).isEqualTo(type.fields());
        });
        assertThat(alignment.types()).map(TypeAlignment::columns).containsExactly(10, 19, 13, 8, 9);
    }

    @Test
    void withoutTheConventionTheDatesAreNotedAndNoMore() {
        Alignment alignment = align(new SchemaSource.SqlFiles(PACK.resolve("schema")), RECORDS);

        assertThat(alignment.worst()).contains(Severity.NOTE);
        assertThat(alignment.types().stream().flatMap(type -> type.findings().stream()))
                .hasSize(11)
                .allMatch(finding -> finding.rule() == AlignmentRule.NOT_ENFORCED);
        assertThat(alignment.requireAligned()).isSameAs(alignment);
    }

    @Test
    void whatTheLegacySchemaHasOtherwiseIsNamedAndNothingElse() {
        Alignment alignment = align(
                new SchemaSource.SqlFiles(PACK.resolve("legacy/v1.3.5.sql")),
                RECORDS.with(Conventions.NONE.withDates(Conventions.Dates.TEXT)));

        assertThat(alignment.types().stream().flatMap(type -> type.findings().stream()))
                .map(Misalignment::toString)
                .containsExactly(
                        "error type-differs: embedding byte[] <- embedding text: a value of the one is no value of the"
                                + " other, and nothing converts it; expected String");
    }

    @Test
    void recordsThatFellBehindAreNamedColumnByColumn() {
        Alignment alignment = align(
                new SchemaSource.SqlFiles(PACK.resolve("schema")),
                AlignmentMapping.of("memories", OldMemory.class)
                        .with(Conventions.NONE.withDates(Conventions.Dates.TEXT)));

        assertThat(alignment.types().getFirst().findings())
                .map(Misalignment::toString)
                .containsExactly(
                        "error overflow: source char <- source text: a text of more than one character does not fit;"
                                + " expected String",
                        "error null-in-primitive: source char <- source text: a row with NULL ends in a"
                                + " NullPointerException, or reads as 0; expected Character, or NOT NULL",
                        "error field-without-column: body String: there is no column body",
                        "error field-without-column: type OldType: there is no column type; perhaps the column memory_type"
                                + " is meant",
                        "error field-without-column: archived String: there is no column archived; perhaps the column"
                                + " is_archived is meant",
                        "error column-not-written: content text: it is NOT NULL without a default, so an insert that does"
                                + " not know it fails",
                        "warning dead-column: memory_type text: no field reads it; perhaps the field type is meant",
                        "warning dead-column: entity_ids text: no field reads it",
                        "warning dead-column: is_archived integer: no field reads it; perhaps the field archived is meant",
                        "warning dead-column: updated_at text: no field reads it",
                        "warning dead-column: embedding blob: no field reads it",
                        "note not-enforced: id int <- id integer: a column of integers holds 64 bits whatever its type is"
                                + " called; long holds them, or a check bounds them");
    }

    /** As the code was before columns were renamed and added. */
    record OldMemory(
            int id,
            String userId,
            String title,
            String body,
            OldType type,
            short importance,
            String archived,
            List<String> tags,
            char source,
            Instant createdAt) {}

    enum OldType {
        note,
        fact,
        dream
    }

    private static Alignment align(SchemaSource source, AlignmentMapping mapping) {
        try (ScratchDatabases scratch = new SqliteScratchDatabases();
                ClassPath classes = ClassPath.ofThread()) {
            Plumbline plumbline = Plumbline.of(Engines.forId("sqlite"), scratch);
            return plumbline.align(plumbline.load(source), mapping, classes);
        }
    }
}
