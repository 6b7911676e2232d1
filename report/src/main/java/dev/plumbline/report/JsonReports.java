// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.alignment.Alignment;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Outcome;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapAnalysis;
import dev.plumbline.migrate.FleetRun;
import dev.plumbline.migrate.MigrationCheck;
import dev.plumbline.migrate.MigrationOutcome;
import dev.plumbline.migrate.MigrationStatus;
import dev.plumbline.migrate.Revision;
import dev.plumbline.migrate.adopt.Adoption;
import dev.plumbline.migrate.repair.Diagnosis;
import dev.plumbline.migrate.replay.DryRun;
import dev.plumbline.migrate.replay.MigrationTest;
import dev.plumbline.migrate.replay.Verification;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.review.Baseline;
import dev.plumbline.review.Review;
import dev.plumbline.workload.WorkloadReport;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The values as JSON, stable: the same value gives the same text. A file begins with {@code "plumbline": 1}, the version
 * of the format, and {@code "kind"}. Catalogs and plans can be read again.
 */
public final class JsonReports {
    private static final int FORMAT = 1;
    private static final String VERSION_FIELD = "plumbline";
    private static final String KIND_FIELD = "kind";
    private static final String CATALOG = "catalog";

    private final ObjectMapper mapper = new ObjectMapper();

    /** Returns a catalog with everything needed to make it again. */
    public String write(Catalog catalog) {
        StringWriter text = new StringWriter();
        try {
            write(catalog, text);
        } catch (IOException e) {
            throw new IllegalStateException("a catalog can always be written to memory", e);
        }
        return text.toString();
    }

    /** Writes a catalog with everything needed to make it again; the writer is left open. */
    public void write(Catalog catalog, Writer out) throws IOException {
        JsonGenerator json = mapper.writer(printer()).createGenerator(out);
        json.writeStartObject();
        json.writeNumberField(VERSION_FIELD, FORMAT);
        json.writeStringField(KIND_FIELD, CATALOG);
        CatalogJson.write(catalog, json);
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    /** Returns a plan with everything needed to apply it later. */
    public String write(Plan plan) {
        ObjectNode written = (ObjectNode) RecordCodec.write(plan);
        ObjectNode root = root("plan").setAll(written);
        if (plan.proof().filter(proof -> proof.lapsed().isEmpty()).isPresent()) {
            root.put(ProvenPart.MEMBER, ProvenPart.checksum(written));
        }
        return text(root);
    }

    /** Returns what a proof of a script says. */
    public String write(Proof proof) {
        return text(root("proof").put("holds", proof.holds()).setAll((ObjectNode) RecordCodec.write(proof)));
    }

    /** Returns the changes of a gap and the two fingerprints; the catalogs themselves are left out. */
    public String write(Gap gap) {
        ObjectNode root = root("gap");
        fingerprints(root, gap);
        root.set("changes", RecordCodec.write(gap.changes()));
        root.set("information", RecordCodec.write(gap.information()));
        return text(root);
    }

    /** Returns an analysis with the fingerprints of the two sides that it was made of. */
    public String write(Gap gap, GapAnalysis analysis) {
        ObjectNode root = root("gap-analysis");
        fingerprints(root, gap);
        root.put("empty", analysis.isEmpty());
        analysis.worst().ifPresent(worst -> root.put("worst", worst.name()));
        return text(root.setAll((ObjectNode) RecordCodec.write(analysis)));
    }

    /** Returns what came of applying a plan. */
    public String write(Outcome outcome) {
        return text(root("outcome").setAll((ObjectNode) RecordCodec.write(outcome)));
    }

    /** Returns what a database is and holds. */
    public String write(DatabaseStatus status) {
        return text(root("status").setAll((ObjectNode) RecordCodec.write(status)));
    }

    /** Returns how migrations stand. */
    public String write(MigrationStatus status) {
        return write(status, List.of());
    }

    /** Returns how migrations stand, and what else is not as it should be, one sentence each. */
    public String write(MigrationStatus status, List<String> remarks) {
        ObjectNode root = root("migrations").setAll(MigrationJson.status(status));
        root.set("remarks", RecordCodec.write(remarks));
        return text(root);
    }

    /** Returns where a migration stopped that did not end. */
    public String write(Diagnosis diagnosis) {
        ObjectNode root = root("diagnosis");
        root.put("migration", diagnosis.migration())
                .put("recorded", diagnosis.recorded())
                .put("statements", diagnosis.statements())
                .put("least", diagnosis.least())
                .put("most", diagnosis.most())
                .put("fits", diagnosis.fits());
        diagnosis.next().ifPresent(next -> root.set("next", RecordCodec.write(next)));
        diagnosis.failure().ifPresent(failure -> root.set("failure", RecordCodec.write(failure)));
        root.set("rest", RecordCodec.write(diagnosis.rest().changes()));
        root.set("notes", RecordCodec.write(diagnosis.notes()));
        return text(root);
    }

    /** Returns what came of the same work on many databases. */
    public String write(FleetRun run) {
        return text(root("fleet").setAll(MigrationJson.fleet(run)));
    }

    /** Returns what was done about migrations, and how they stand now. */
    public String write(MigrationOutcome outcome) {
        return text(root("migration-outcome").setAll(MigrationJson.outcome(outcome)));
    }

    /** Returns whether a database is what its history says. */
    public String write(Verification verification) {
        return text(root("verification").setAll(ReplayJson.verification(verification)));
    }

    /** Returns whether a database is what its history says, and where types and columns do not agree. */
    public String write(Verification verification, Alignment alignment) {
        ObjectNode root = root("verification").setAll(ReplayJson.verification(verification));
        root.set("alignment", AlignmentJson.alignment(alignment));
        return text(root);
    }

    /** Returns where types and columns do not agree. */
    public String write(Alignment alignment) {
        return text(root("alignment").setAll(AlignmentJson.alignment(alignment)));
    }

    /** Returns what a run would do. */
    public String write(DryRun run) {
        return text(root("dry-run").setAll(ReplayJson.dryRun(run)));
    }

    /** Returns how migrations did on a scratch database. */
    public String write(MigrationTest test) {
        return text(root("migration-test").setAll(ReplayJson.test(test)));
    }

    /** Returns whether an application can work with a database. */
    public String write(MigrationCheck check) {
        return text(root("check").setAll(MigrationJson.check(check)));
    }

    /** Returns what was taken over from another tool. */
    public String write(Adoption adoption) {
        return text(root("adoption").setAll(MigrationJson.adoption(adoption)));
    }

    /** Returns what a baseline recorded. */
    public String writeBaseline(List<Revision> recorded) {
        ObjectNode root = root("baseline");
        root.set("migrations", MigrationJson.revisions(recorded));
        return text(root);
    }

    /** Returns how a schema serves a workload. */
    public String write(WorkloadReport report) {
        return text(root("workload").setAll(WorkloadJson.report(report)));
    }

    /** Returns what a review of migrations found. */
    public String write(Review review) {
        return text(root("review").setAll(ReviewJson.review(review)));
    }

    /** Returns findings that later reviews know already. */
    public String write(Baseline baseline) {
        ObjectNode root = root("review-baseline");
        ArrayNode findings = root.putArray("findings");
        baseline.entries().forEach(entry -> findings.add(ReviewJson.entry(entry)));
        return text(root);
    }

    /**
     * Returns the findings that were written.
     *
     * @param folder the folder of the file, which the names in it are relative to
     * @param origin the file, for messages
     * @throws PlumblineException with {@code INVALID_FILE}
     */
    public Baseline readBaseline(String json, Path folder, String origin) {
        JsonNode root = parse(json, origin, "review-baseline");
        SortedSet<Baseline.Entry> entries = new TreeSet<>();
        for (JsonNode entry : root.path("findings")) {
            for (String member : List.of("rule", "file", "statement", "object")) {
                if (!entry.path(member).isTextual()) {
                    throw invalid(origin, "a finding of it has no '" + member + "'");
                }
            }
            entries.add(new Baseline.Entry(
                    entry.path("rule").textValue(),
                    entry.path("file").textValue(),
                    entry.path("statement").textValue(),
                    entry.path("object").textValue()));
        }
        return new Baseline(folder, entries);
    }

    private static void fingerprints(ObjectNode root, Gap gap) {
        root.put("actual", gap.actual().fingerprint().hex());
        root.put("desired", gap.desired().fingerprint().hex());
    }

    /**
     * Returns the catalog that was written.
     *
     * @param origin the file, for messages
     * @throws PlumblineException with {@code INVALID_FILE}
     */
    public Catalog readCatalog(String json, String origin) {
        try {
            return readCatalog(new StringReader(json), origin);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can always be read", e);
        }
    }

    /**
     * Returns the catalog that was written; the reader is left open.
     *
     * @param origin the file, for messages
     * @throws PlumblineException with {@code INVALID_FILE}
     * @throws IOException where the reader does
     */
    public Catalog readCatalog(Reader in, String origin) throws IOException {
        ObjectNode head = mapper.createObjectNode();
        CatalogJson catalog = new CatalogJson();
        try (JsonParser json = mapper.createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            json.nextToken();
            for (String member = json.nextFieldName(); member != null; member = json.nextFieldName()) {
                json.nextToken();
                if (!catalog.take(member, json)) {
                    head.set(member, json.readValueAsTree());
                }
            }
        } catch (JsonProcessingException e) {
            throw notJson(origin, e);
        } catch (RecordCodec.MalformedJson | IllegalArgumentException e) {
            // What the file calls itself is the better answer where it is no catalog of ours at all.
            check(head, origin, CATALOG);
            throw invalid(origin, String.valueOf(e.getMessage()));
        }
        check(head, origin, CATALOG);
        return decode(origin, catalog::catalog);
    }

    /**
     * Returns the plan that was written; where its file was edited in what was proven, as one that no longer is.
     *
     * @param origin the file, for messages
     * @throws PlumblineException with {@code INVALID_FILE}
     */
    public Plan readPlan(String json, String origin) {
        JsonNode root = parse(json, origin, "plan");
        Plan plan = decode(origin, () -> RecordCodec.read(root, Plan.class));
        return ProvenPart.change(root)
                .map(change -> plan.noLongerProven(origin + " " + change))
                .orElse(plan);
    }

    private ObjectNode root(String kind) {
        return mapper.createObjectNode().put(VERSION_FIELD, FORMAT).put(KIND_FIELD, kind);
    }

    private String text(JsonNode root) {
        try {
            return mapper.writer(printer()).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values can always be written", e);
        }
    }

    private static DefaultPrettyPrinter printer() {
        return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    private JsonNode parse(String json, String origin, String kind) {
        JsonNode root;
        try {
            root = mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw notJson(origin, e);
        }
        check(root, origin, kind);
        return root;
    }

    private static void check(JsonNode root, String origin, String kind) {
        int version = root.path(VERSION_FIELD).asInt();
        if (version == 0) {
            throw invalid(origin, "it was not written by Plumbline");
        }
        if (version > FORMAT) {
            throw invalid(origin, "it has format " + version + ", and this version reads up to " + FORMAT);
        }
        if (!root.path(KIND_FIELD).asText().equals(kind)) {
            throw invalid(origin, "it holds a " + root.path(KIND_FIELD).asText() + ", not a " + kind);
        }
    }

    private static PlumblineException notJson(String origin, JsonProcessingException e) {
        return invalid(origin, "it is not JSON: " + e.getOriginalMessage());
    }

    private static <T> T decode(String origin, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (RecordCodec.MalformedJson | IllegalArgumentException | IllegalStateException | DateTimeException e) {
            throw invalid(origin, String.valueOf(e.getMessage()));
        }
    }

    private static PlumblineException invalid(String origin, String why) {
        return new PlumblineException(
                ErrorCode.INVALID_FILE,
                "The file " + origin + " cannot be used: " + why + ".",
                "Write it again with this version of plumbline.");
    }
}
