// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.alignment.Severity;
import dev.plumbline.review.Baseline;
import dev.plumbline.review.Finding;
import dev.plumbline.review.Review;
import java.util.List;

/** A review as JSON. */
final class ReviewJson {
    private ReviewJson() {}

    static ObjectNode review(Review review) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("passes", review.passes());
        review.failOn().ifPresent(level -> root.put("failOn", level.toString()));
        ObjectNode counts = root.putObject("counts");
        for (Severity severity : Severity.values()) {
            counts.put(severity.toString(), review.count(severity));
        }
        root.put("statements", review.statements());
        root.set("files", RecordCodec.write(review.files()));
        findings(root.putArray("findings"), review.findings());
        ArrayNode accepted = root.putArray("accepted");
        review.accepted().forEach(each -> accepted.add(finding(each.finding()).put("reason", each.reason())));
        findings(root.putArray("known"), review.known());
        ArrayNode stale = root.putArray("stale");
        review.stale().forEach(entry -> stale.add(entry(entry)));
        root.set("notes", RecordCodec.write(review.notes()));
        return root;
    }

    private static void findings(ArrayNode into, List<Finding> findings) {
        findings.forEach(finding -> into.add(finding(finding)));
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("rule", finding.rule())
                .put("severity", finding.severity().toString())
                .put("file", finding.position().file())
                .put("line", finding.position().line())
                .put("column", finding.position().column())
                .put("endLine", finding.endLine());
        if (!finding.object().isEmpty()) {
            node.put("object", finding.object());
        }
        if (!finding.checksum().isEmpty()) {
            node.put("statement", finding.checksum());
        }
        node.put("fact", finding.fact()).put("effect", finding.effect()).put("wayOut", finding.wayOut());
        finding.instead().ifPresent(sql -> node.put("instead", sql));
        return node;
    }

    static ObjectNode entry(Baseline.Entry entry) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("rule", entry.rule())
                .put("file", entry.file())
                .put("statement", entry.statement())
                .put("object", entry.object());
    }
}
