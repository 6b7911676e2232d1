// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.migrate.FleetRun;
import dev.plumbline.migrate.MigrationCheck;
import dev.plumbline.migrate.MigrationEntry;
import dev.plumbline.migrate.MigrationOutcome;
import dev.plumbline.migrate.MigrationStatus;
import dev.plumbline.migrate.Revision;
import dev.plumbline.migrate.RevisionStatus;
import dev.plumbline.migrate.adopt.Adoption;
import dev.plumbline.migration.Checksum;
import java.util.List;
import java.util.Locale;

/** The values of the versioned half as JSON: what a script asks for, without the scripts themselves. */
final class MigrationJson {
    private MigrationJson() {}

    static ObjectNode status(MigrationStatus status) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("clean", status.isClean());
        status.current()
                .ifPresent(entry -> root.put("current", entry.id().version().text()));
        status.baseline().ifPresent(version -> root.put("baseline", version.text()));
        ArrayNode entries = root.putArray("migrations");
        status.entries().forEach(entry -> entries.add(entry(entry)));
        return root;
    }

    private static ObjectNode entry(MigrationEntry entry) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("version", entry.id().version().text());
        node.put(
                "name",
                entry.migration()
                        .map(m -> m.name())
                        .orElseGet(() -> entry.revision().map(Revision::name).orElse("")));
        node.put("repeatable", entry.id().repeatable());
        node.put("state", entry.state().name().toLowerCase(Locale.ROOT));
        entry.migration()
                .ifPresent(migration -> node.put("file", migration.origin())
                        .put("checksum", migration.checksum().text())
                        .put("down", migration.down().isPresent()));
        entry.revision().ifPresent(revision -> node.set("applied", revision(revision)));
        return node;
    }

    static ObjectNode revision(Revision revision) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("rank", revision.rank())
                .put("at", revision.appliedAt().toString())
                .put("by", revision.appliedBy())
                .put("durationMs", revision.durationMillis())
                .put("status", revision.status().name().toLowerCase(Locale.ROOT));
        revision.checksum().map(Checksum::text).ifPresent(text -> node.put("checksum", text));
        if (!revision.description().isEmpty()) {
            node.put("description", revision.description());
        }
        if (revision.status() == RevisionStatus.FAILED) {
            node.set("progress", RecordCodec.write(revision.progress()));
        }
        return node;
    }

    static ObjectNode check(MigrationCheck check) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("compatible", check.compatible());
        root.put("standing", check.standing().name().toLowerCase(Locale.ROOT));
        root.set("reasons", RecordCodec.write(check.reasons()));
        return root;
    }

    static ObjectNode adoption(Adoption adoption) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("outcome", adoption.outcome().name().toLowerCase(Locale.ROOT))
                .put("tool", adoption.tool())
                .put("table", adoption.table());
        root.set("migrations", revisions(adoption.revisions()));
        root.set("refusals", RecordCodec.write(adoption.refusals()));
        root.set("notes", RecordCodec.write(adoption.notes()));
        return root;
    }

    static ArrayNode revisions(List<Revision> revisions) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (Revision revision : revisions) {
            ObjectNode row = rows.addObject();
            row.put("version", revision.version().text()).put("name", revision.name());
            row.setAll(revision(revision));
        }
        return rows;
    }

    static ObjectNode fleet(FleetRun run) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("whole", run.isWhole()).put("tookMs", run.took().toMillis());
        ArrayNode members = root.putArray("namespaces");
        for (FleetRun.Member member : run.members()) {
            ObjectNode node = members.addObject()
                    .put("name", member.name())
                    .put("outcome", FleetDocument.word(member.verdict()))
                    .put("migrations", member.migrations())
                    .put("tookMs", member.took().toMillis());
            member.at().ifPresent(at -> node.put("at", at));
            member.error().ifPresent(error -> node.put("error", error.getMessage()));
        }
        return root;
    }

    static ObjectNode outcome(MigrationOutcome outcome) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode done = root.putArray("done");
        outcome.done()
                .forEach(each -> done.addObject()
                        .put("migration", each.migration())
                        .put("direction", each.direction().name().toLowerCase(Locale.ROOT))
                        .put("durationMs", each.took().toMillis()));
        root.put("tookMs", outcome.took().toMillis());
        root.set("notes", RecordCodec.write(outcome.notes()));
        root.set("status", status(outcome.status()));
        return root;
    }
}
