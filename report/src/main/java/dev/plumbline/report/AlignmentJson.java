// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.alignment.Alignment;
import dev.plumbline.alignment.Misalignment;
import dev.plumbline.alignment.TypeAlignment;

/** Where types and columns do not agree, as JSON. */
final class AlignmentJson {
    private AlignmentJson() {}

    static ObjectNode alignment(Alignment alignment) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("aligned", alignment.holds()).put("failOn", alignment.failOn().toString());
        ArrayNode types = root.putArray("types");
        alignment.types().forEach(type -> types.add(type(type)));
        return root;
    }

    private static ObjectNode type(TypeAlignment type) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", type.type())
                .put("relation", type.relation())
                .put("columns", type.columns())
                .put("fields", type.fields())
                .put("paired", type.paired());
        ArrayNode findings = node.putArray("findings");
        type.findings().forEach(finding -> findings.add(finding(finding)));
        return node;
    }

    private static ObjectNode finding(Misalignment finding) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("rule", finding.rule().id()).put("severity", finding.severity().toString());
        finding.field().ifPresent(field -> node.set("field", RecordCodec.write(field)));
        finding.column().ifPresent(column -> node.set("column", RecordCodec.write(column)));
        node.put("effect", finding.effect());
        if (!finding.expected().isEmpty()) {
            node.put("expected", finding.expected());
        }
        finding.suggestion().ifPresent(suggestion -> node.put("suggestion", suggestion));
        return node;
    }
}
