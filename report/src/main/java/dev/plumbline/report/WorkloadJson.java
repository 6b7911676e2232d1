// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.workload.Explanation;
import dev.plumbline.workload.PlanNode;
import dev.plumbline.workload.QueryPlan;
import dev.plumbline.workload.QueryReport;
import dev.plumbline.workload.Trait;
import dev.plumbline.workload.WorkloadReport;
import java.util.Locale;

/** What a workload's report is as JSON. */
final class WorkloadJson {
    private WorkloadJson() {}

    static ObjectNode report(WorkloadReport report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("workload", report.workload());
        root.set("actual", side(report.actual()));
        report.desired().ifPresent(desired -> root.set("desired", side(desired)));
        ArrayNode queries = root.putArray("queries");
        report.queries().forEach(query -> queries.add(query(query)));
        return root;
    }

    private static ObjectNode side(WorkloadReport.Side side) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("origin", side.origin())
                .put("conditions", word(side.conditions()))
                .put("indexes", side.indexes());
        node.set("unused", RecordCodec.write(side.unused()));
        return node;
    }

    private static ObjectNode query(QueryReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", report.query().name())
                .put("line", report.query().position().line())
                .put("sql", report.query().sql())
                .put("verdict", word(report.verdict()));
        ArrayNode traits = node.putArray("traits");
        report.traits().forEach(trait -> traits.add(word(trait)));
        node.set("actual", explanation(report.actual()));
        report.desired().ifPresent(desired -> node.set("desired", explanation(desired)));
        return node;
    }

    private static ObjectNode explanation(Explanation explanation) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (explanation) {
            case Explanation.Refusal refusal -> node.put("refused", refusal.reason());
            case QueryPlan plan -> {
                node.put("scans", plan.count(Trait.SCAN)).put("sorts", plan.count(Trait.SORT));
                node.set("indexes", RecordCodec.write(plan.indexes()));
                ArrayNode nodes = node.putArray("plan");
                plan.nodes().forEach(line -> nodes.add(line(line)));
            }
        }
        return node;
    }

    private static ObjectNode line(PlanNode line) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("depth", line.depth()).put("access", word(line.access()));
        line.relation().ifPresent(relation -> node.put("relation", relation));
        line.index().ifPresent(index -> node.put("index", index));
        return node.put("text", line.text());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
