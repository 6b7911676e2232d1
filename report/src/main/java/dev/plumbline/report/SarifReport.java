// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.alignment.Severity;
import dev.plumbline.review.Finding;
import dev.plumbline.review.Review;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A review as SARIF 2.1.0, the format in which code scanning services take findings (OASIS standard "Static Analysis
 * Results Interchange Format Version 2.1.0"): one run, the rules with their words, a result for each finding. What an
 * author accepts is a result that is suppressed in the source, what the baseline knows one that is suppressed outside.
 */
public final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String VERSION = "2.1.0";

    private final Path root;
    private final String toolVersion;
    private final List<Rule> rules;
    private final Map<String, Integer> indexes = new HashMap<>();

    /**
     * Creates a writer.
     *
     * @param root the folder that the names of files are made relative to, that of the repository
     * @param toolVersion the version of Plumbline
     * @param rules all rules
     */
    public SarifReport(Path root, String toolVersion, List<Rule> rules) {
        this.root = root.toAbsolutePath().normalize();
        this.toolVersion = toolVersion;
        this.rules = List.copyOf(rules);
    }

    /** Returns what a review found. */
    public String of(Review review) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA).put("version", VERSION);
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Plumbline").put("version", toolVersion);
        ArrayNode described = driver.putArray("rules");
        for (Rule rule : rules) {
            indexes.put(rule.description().id(), indexes.size());
            described.add(rule(rule.description()));
        }
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        review.findings().forEach(finding -> results.add(result(finding)));
        review.accepted()
                .forEach(accepted -> results.add(
                        suppressed(result(accepted.finding()), "inSource", Optional.of(accepted.reason()))));
        review.known().forEach(known -> results.add(suppressed(result(known), "external", Optional.empty())));
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(log) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values can always be written", e);
        }
    }

    private static ObjectNode rule(RuleDescription rule) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", rule.id());
        node.putObject("shortDescription").put("text", rule.title());
        node.putObject("fullDescription").put("text", rule.effect());
        node.putObject("help").put("text", rule.wayOut());
        node.putObject("defaultConfiguration").put("level", level(rule.severity()));
        return node;
    }

    private ObjectNode result(Finding finding) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("ruleId", finding.rule());
        Optional.ofNullable(indexes.get(finding.rule())).ifPresent(index -> node.put("ruleIndex", index));
        node.put("level", level(finding.severity()));
        node.putObject("message")
                .put(
                        "text",
                        finding.fact() + " " + finding.effect() + " " + finding.wayOut()
                                + finding.instead().map(sql -> "\n\n" + sql).orElse(""));
        ObjectNode location = node.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(finding.position().file()));
        physical.putObject("region")
                .put("startLine", finding.position().line())
                .put("startColumn", finding.position().column())
                .put("endLine", finding.endLine());
        if (!finding.object().isEmpty()) {
            location.putArray("logicalLocations").addObject().put("fullyQualifiedName", finding.object());
        }
        if (!finding.checksum().isEmpty()) {
            // By these a service knows a finding again when lines were put in above it.
            node.putObject("partialFingerprints").put("statement/v1", finding.checksum() + " " + finding.object());
        }
        return node;
    }

    private static ObjectNode suppressed(ObjectNode result, String kind, Optional<String> reason) {
        ObjectNode suppression = result.putArray("suppressions").addObject().put("kind", kind);
        reason.ifPresent(text -> suppression.put("justification", text));
        return result;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    /** Returns the name relative to the repository, each character that a URI does not take escaped. */
    private String uri(String file) {
        Path path = Path.of(file).toAbsolutePath().normalize();
        if (!path.startsWith(root)) {
            return path.toUri().toString();
        }
        try {
            String relative = root.relativize(path).toString().replace('\\', '/');
            // A colon in the first name would be taken for the end of a scheme, so the path is made absolute for once.
            return new URI(null, null, "/" + relative, null)
                    .toASCIIString()
                    .substring(1)
                    .replace(":", "%3A");
        } catch (URISyntaxException e) {
            return path.toUri().toString();
        }
    }
}
