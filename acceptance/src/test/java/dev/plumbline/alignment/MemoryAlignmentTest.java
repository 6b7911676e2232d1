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

    private static Alignment align(SchemaSource source, AlignmentMapping mapping) {
        try (ScratchDatabases scratch = new SqliteScratchDatabases();
                ClassPath classes = ClassPath.ofThread()) {
            Plumbline plumbline = Plumbline.of(Engines.forId("sqlite"), scratch);
            return plumbline.align(plumbline.load(source), mapping, classes);
        }
    }
}
