// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.error.SourcePosition;
import dev.plumbline.gap.Gap;
import dev.plumbline.migrate.replay.DryRun;
import dev.plumbline.migrate.replay.FailedCheck;
import dev.plumbline.migrate.replay.MigrationTest;
import dev.plumbline.migrate.replay.RehearsedMigration;
import dev.plumbline.migrate.replay.RehearsedStatement;
import dev.plumbline.migrate.replay.ReplayFailure;
import dev.plumbline.migrate.replay.TestedMigration;
import dev.plumbline.migrate.replay.Verification;
import java.util.Locale;
import java.util.Optional;

/** What replays found out, as JSON. Of a gap the changes are given and the two fingerprints, not the catalogs. */
final class ReplayJson {
    private ReplayJson() {}

    static ObjectNode verification(Verification verification) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("holds", verification.holds());
        root.put("checks", verification.checks());
        ArrayNode checks = root.putArray("failedChecks");
        verification.failedChecks().forEach(check -> checks.add(check(check)));
        verification.drift().ifPresent(drift -> root.set("drift", gap(drift)));
        verification.notReplayed().ifPresent(failure -> root.set("notReplayed", failure(failure)));
        root.set("notes", RecordCodec.write(verification.notes()));
        root.set("status", MigrationJson.status(verification.status()));
        return root;
    }

    private static ObjectNode check(FailedCheck check) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("migration", check.migration())
                .put("statement", check.statement())
                .put("fact", check.fact());
        position(node, check.position());
        node.set("rows", RecordCodec.write(check.rows()));
        return node;
    }

    static ObjectNode dryRun(DryRun run) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("succeeds", run.succeeds());
        ArrayNode migrations = root.putArray("migrations");
        run.migrations().forEach(migration -> migrations.add(rehearsed(migration)));
        run.notRehearsed().ifPresent(failure -> root.set("notRehearsed", failure(failure)));
        root.set("notes", RecordCodec.write(run.notes()));
        root.set("status", MigrationJson.status(run.status()));
        return root;
    }

    private static ObjectNode rehearsed(RehearsedMigration migration) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("migration", migration.migration())
                .put("direction", migration.direction().name().toLowerCase(Locale.ROOT))
                .put("inOneTransaction", migration.inOneTransaction())
                .put("done", migration.done());
        ArrayNode statements = node.putArray("statements");
        migration.statements().forEach(statement -> statements.add(statement(statement)));
        migration.gap().ifPresent(gap -> node.set("changes", gap(gap)));
        node.set("losses", RecordCodec.write(migration.losses()));
        migration.failure().ifPresent(failure -> node.set("failure", failure(failure)));
        node.set("notes", RecordCodec.write(migration.notes()));
        return node;
    }

    private static ObjectNode statement(RehearsedStatement statement) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("number", statement.number()).put("sql", statement.sql()).put("transaction", statement.transaction());
        position(node, Optional.of(statement.position()));
        statement.cost().ifPresent(cost -> node.set("cost", RecordCodec.write(cost)));
        return node;
    }

    static ObjectNode test(MigrationTest test) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("passed", test.passed());
        ArrayNode migrations = root.putArray("migrations");
        test.migrations().forEach(migration -> migrations.add(tested(migration)));
        return root;
    }

    private static ObjectNode tested(TestedMigration migration) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("migration", migration.migration())
                .put("passed", migration.passed())
                .put("verdict", migration.verdict().name().toLowerCase(Locale.ROOT));
        migration.failure().ifPresent(failure -> node.set("failure", failure(failure)));
        migration.differences().ifPresent(gap -> node.set("differences", gap(gap)));
        node.set("notes", RecordCodec.write(migration.notes()));
        return node;
    }

    private static ObjectNode gap(Gap gap) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("actual", gap.actual().fingerprint().hex())
                .put("desired", gap.desired().fingerprint().hex());
        node.set("changes", RecordCodec.write(gap.changes()));
        return node;
    }

    private static ObjectNode failure(ReplayFailure failure) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("fact", failure.fact()).put("statement", failure.statement());
        position(node, failure.position());
        return node;
    }

    private static void position(ObjectNode node, Optional<SourcePosition> position) {
        position.ifPresent(found ->
                node.put("file", found.file()).put("line", found.line()).put("column", found.column()));
    }
}
