// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.workload;

import dev.plumbline.workload.PlanNode;
import dev.plumbline.workload.PlanNode.Access;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the plan that EXPLAIN writes as XML: nested {@code Plan} elements, each with a node's facts as elements. */
final class PlanXml {
    private final XMLStreamReader xml;
    private final List<PlanNode> nodes = new ArrayList<>();

    private PlanXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Returns the nodes, each in front of those below it. */
    static List<PlanNode> read(String text) throws SQLException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            PlanXml plan = new PlanXml(reader);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("Plan")) {
                    plan.node(0);
                }
            }
            return plan.nodes;
        } catch (XMLStreamException e) {
            throw new SQLException("the plan is no XML: " + e.getMessage(), e);
        }
    }

    /** Reads one node; the reader stands at its beginning, and at its end afterwards. */
    private void node(int depth) throws XMLStreamException {
        Map<String, String> facts = new TreeMap<>();
        int place = nodes.size();
        boolean nested = false;
        for (int event = xml.next(); ; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "Plans" -> nested = true;
                    case "Plan" -> node(depth + 1);
                    default -> facts.put(xml.getLocalName(), text());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (!nested) {
                    nodes.add(place, node(depth, facts));
                    return;
                }
                nested = !xml.getLocalName().equals("Plans");
            }
        }
    }

    /** Returns the text of an element, and of those in it, such as the items of a sort key. */
    private String text() throws XMLStreamException {
        List<String> parts = new ArrayList<>();
        int open = 1;
        while (open > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS -> {
                    if (!xml.isWhiteSpace()) {
                        parts.add(xml.getText().strip());
                    }
                }
                default -> {
                    // Comments and the like are no part of a plan.
                }
            }
        }
        return String.join(", ", parts);
    }

    private static PlanNode node(int depth, Map<String, String> facts) {
        String type = facts.getOrDefault("Node-Type", "");
        Optional<String> relation = Optional.ofNullable(facts.get("Alias")).or(() -> find(facts, "Relation-Name"));
        Optional<String> index = find(facts, "Index-Name");
        StringBuilder words = new StringBuilder(type);
        index.ifPresent(name -> words.append(" using ").append(name));
        relation.ifPresent(name -> words.append(" on ").append(name));
        find(facts, "Index-Cond").ifPresent(condition -> words.append(' ').append(condition));
        find(facts, "Sort-Key").ifPresent(key -> words.append(" by ").append(key));
        find(facts, "Filter").ifPresent(filter -> words.append(" where ").append(filter));
        return new PlanNode(depth, access(type, facts.containsKey("Index-Cond")), relation, index, words.toString());
    }

    private static Optional<String> find(Map<String, String> facts, String name) {
        return Optional.ofNullable(facts.get(name));
    }

    private static Access access(String type, boolean condition) {
        return switch (type) {
            case "Seq Scan", "Sample Scan" -> Access.TABLE_SCAN;
            case "Index Scan", "Bitmap Index Scan" -> condition ? Access.INDEX_SEARCH : Access.INDEX_SCAN;
            case "Index Only Scan" -> condition ? Access.COVERING_SEARCH : Access.COVERING_SCAN;
            case "Tid Scan", "Tid Range Scan" -> Access.KEY_SEARCH;
            case "Foreign Scan", "Function Scan", "Table Function Scan", "Custom Scan" -> Access.VIRTUAL;
            case "Sort", "Incremental Sort" -> Access.SORT;
            default -> Access.OTHER;
        };
    }
}
