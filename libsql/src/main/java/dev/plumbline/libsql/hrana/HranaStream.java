// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.hrana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.libsql.hrana.HranaException.Reach;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One stream: what the server keeps a connection to the database for. Every answer brings the baton that the next request
 * must show; a stream without requests ends by itself after ten seconds, and its transaction with it (libsql-server,
 * {@code hrana/http/stream.rs}). Not safe for use by several threads.
 */
public final class HranaStream {
    private static final String PIPELINE = "/v3/pipeline";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final HranaEndpoint home;
    private HranaEndpoint endpoint;
    private @Nullable String baton;

    /** Creates a stream that begins with its first request. */
    public HranaStream(HranaEndpoint endpoint) {
        this.home = endpoint;
        this.endpoint = endpoint;
    }

    /**
     * What the server answered.
     *
     * @param results what each statement gave, in order; null where it failed or was left out
     * @param errors why each failed, in order; null where it did not
     * @param autocommit whether no transaction is open now
     */
    public record Answer(List<@Nullable HranaResult> results, List<@Nullable HranaError> errors, boolean autocommit) {
        /** Returns the first error, or null. */
        public @Nullable HranaError firstError() {
            return errors.stream().filter(error -> error != null).findFirst().orElse(null);
        }
    }

    /**
     * What a statement tells of itself before it is run.
     *
     * @param error why it could not be understood; then nothing else is known of it
     * @param readOnly whether it cannot change the database
     * @param parameters how many parameters it has
     * @param columns its columns in order
     */
    public record Description(
            Optional<HranaError> error, boolean readOnly, int parameters, List<HranaResult.Column> columns) {}

    /** Returns whether the server has it. */
    public boolean isOpen() {
        return baton != null;
    }

    /**
     * Carries statements out, each if the one before it succeeded.
     *
     * @param settings statements that come first and whatever else there is
     * @param within whether they belong to an open transaction: none is run once that is gone, which it may be without
     *     a word, since the server ends a transaction that keeps another writer waiting
     * @param limit how long to wait for the answer; zero for as long as it takes
     */
    public Answer run(List<HranaStatement> settings, List<HranaStatement> statements, boolean within, Duration limit)
            throws HranaException {
        List<HranaStatement> all = new ArrayList<>(settings);
        all.addAll(statements);
        ArrayNode requests = NODES.arrayNode();
        ObjectNode batch = batch(all, within);
        Replication.required(home).ifPresent(index -> batch.put("replication_index", index.toString()));
        requests.add(request("batch").set("batch", batch));
        requests.add(request("get_autocommit"));
        JsonNode answers = exchange(requests, limit);
        boolean autocommit =
                answers.path(1).path("response").path("is_autocommit").asBoolean(true);
        if (isError(answers.path(0))) {
            return failed(HranaError.of(answers.path(0).path("error")), statements.size(), autocommit);
        }
        JsonNode result = answers.path(0).path("response").path("result");
        Replication.note(home, result.path("replication_index").asText(""));
        return answer(result, settings.size(), statements.size(), autocommit);
    }

    private static ObjectNode batch(List<HranaStatement> statements, boolean within) {
        ObjectNode batch = NODES.objectNode();
        ArrayNode steps = batch.putArray("steps");
        for (int i = 0; i < statements.size(); i++) {
            ObjectNode step = steps.addObject();
            List<ObjectNode> conditions = new ArrayList<>();
            if (i > 0) {
                conditions.add(NODES.objectNode().put("type", "ok").put("step", i - 1));
            }
            if (within) {
                ObjectNode autocommit = NODES.objectNode().put("type", "is_autocommit");
                conditions.add(NODES.objectNode().put("type", "not").set("cond", autocommit));
            }
            if (conditions.size() == 1) {
                step.set("condition", conditions.get(0));
            } else if (!conditions.isEmpty()) {
                ObjectNode both = NODES.objectNode().put("type", "and");
                both.putArray("conds").addAll(conditions);
                step.set("condition", both);
            }
            step.set("stmt", statements.get(i).toJson());
        }
        return batch;
    }

    private static Answer failed(HranaError error, int statements, boolean autocommit) {
        List<@Nullable HranaResult> results = new ArrayList<>();
        List<@Nullable HranaError> errors = new ArrayList<>();
        for (int i = 0; i < statements; i++) {
            results.add(null);
            errors.add(i == 0 ? error : null);
        }
        return new Answer(results, errors, autocommit);
    }

    /** A setting that failed is the error of the first statement, which was not run for it. */
    private static Answer answer(JsonNode batch, int settings, int statements, boolean autocommit) {
        for (int i = 0; i < settings; i++) {
            JsonNode error = batch.path("step_errors").path(i);
            if (error.isObject()) {
                return failed(HranaError.of(error), statements, autocommit);
            }
        }
        List<@Nullable HranaResult> results = new ArrayList<>();
        List<@Nullable HranaError> errors = new ArrayList<>();
        for (int i = settings; i < settings + statements; i++) {
            JsonNode result = batch.path("step_results").path(i);
            JsonNode error = batch.path("step_errors").path(i);
            results.add(result.isObject() ? HranaResult.of(result) : null);
            errors.add(error.isObject() ? HranaError.of(error) : null);
        }
        return new Answer(results, errors, autocommit);
    }

    /** Asks what a statement is, without running it. */
    public Description describe(String sql, Duration limit) throws HranaException {
        JsonNode answer = exchange(NODES.arrayNode().add(request("describe").put("sql", sql)), limit)
                .path(0);
        if (isError(answer)) {
            return new Description(Optional.of(HranaError.of(answer.path("error"))), false, 0, List.of());
        }
        JsonNode result = answer.path("response").path("result");
        List<HranaResult.Column> columns = new ArrayList<>();
        for (JsonNode column : result.path("cols")) {
            columns.add(new HranaResult.Column(
                    column.path("name").asText(""), column.path("decltype").asText("")));
        }
        return new Description(
                Optional.empty(),
                result.path("is_readonly").asBoolean(),
                result.path("params").size(),
                columns);
    }

    /** Ends the stream on the server, and a transaction with it. Without effect where there is none. */
    public void close(Duration limit) throws HranaException {
        if (baton != null) {
            exchange(NODES.arrayNode().add(request("close")), limit);
        }
        forget();
    }

    /** Begins anew with the next request: the server has given the stream up, or its state is not known. */
    public void forget() {
        baton = null;
        endpoint = home;
    }

    private JsonNode exchange(ArrayNode requests, Duration limit) throws HranaException {
        ObjectNode body = NODES.objectNode();
        body.put("baton", baton);
        body.set("requests", requests);
        JsonNode answer = HranaTransport.post(endpoint, PIPELINE, body, limit);
        JsonNode results = answer.path("results");
        if (!results.isArray() || results.size() != requests.size()) {
            throw new HranaException(
                    Reach.UNKNOWN, 200, "", "the answer does not fit the requests: this is no libSQL server", null);
        }
        baton = answer.path("baton").textValue();
        String base = answer.path("base_url").textValue();
        if (base != null) {
            move(URI.create(base));
        }
        return results;
    }

    /** The server may ask for the rest of a stream at another address, but never in the clear what came encrypted. */
    private void move(URI base) throws HranaException {
        if (home.server().getScheme().equals("https") && !"https".equals(base.getScheme())) {
            throw new HranaException(
                    Reach.UNKNOWN, 200, "", "the server sends the stream to an address without encryption", null);
        }
        endpoint = endpoint.at(base);
    }

    private static ObjectNode request(String type) {
        return NODES.objectNode().put("type", type);
    }

    private static boolean isError(JsonNode answer) {
        return answer.path("type").asText().equals("error");
    }
}
