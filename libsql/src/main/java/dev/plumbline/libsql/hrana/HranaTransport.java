// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.hrana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.libsql.hrana.HranaException.Reach;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;

/**
 * Sends JSON to a server and reads its answer. One client is shared by the whole process, made when it is first needed;
 * redirections are not followed, so that a token goes nowhere but to the server that it is for.
 */
public final class HranaTransport {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private HranaTransport() {}

    /**
     * Made by the first request and not by the class that names it. Of HTTP 1.1, because the server never answers an offer
     * to change to HTTP 2 without encryption.
     */
    private static final class Shared {
        private static final HttpClient CLIENT = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Posts a body to a database.
     *
     * @param limit how long to wait for the answer; zero for as long as it takes
     */
    static JsonNode post(HranaEndpoint endpoint, String path, ObjectNode body, Duration limit) throws HranaException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.function(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        endpoint.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        // The server decodes it without padding and nothing else (libsql-server, namespace/name.rs).
        endpoint.namespace()
                .ifPresent(name -> request.header(
                        "x-namespace-bin",
                        Base64.getEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8))));
        if (!limit.isZero()) {
            request.timeout(limit);
        }
        return send(request.build());
    }

    /** Sends any request to a server of libSQL; an answer that says it failed is an exception. */
    public static JsonNode send(HttpRequest request) throws HranaException {
        HttpResponse<byte[]> response;
        try {
            response = Shared.CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new HranaException(
                    Reach.NOT_SENT, 0, "", reason(e, "nothing answers at " + address(request.uri())), e);
        } catch (IOException e) {
            throw new HranaException(Reach.UNKNOWN, 0, "", reason(e, "the connection was lost"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HranaException(Reach.UNKNOWN, 0, "", "the wait for the server was interrupted", e);
        }
        if (response.statusCode() / 100 != 2) {
            throw refused(response);
        }
        return read(response);
    }

    private static JsonNode read(HttpResponse<byte[]> response) throws HranaException {
        try {
            return response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new HranaException(
                    Reach.UNKNOWN, response.statusCode(), "", "the answer is not JSON: this is no libSQL server", e);
        }
    }

    private static HranaException refused(HttpResponse<byte[]> response) {
        String text = new String(response.body(), StandardCharsets.UTF_8).strip();
        String code = "";
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                code = node.path("code").asText("");
                text = node.path("message").asText(node.path("error").asText(text));
            }
        } catch (JsonProcessingException e) {
            // Then it is text for people.
        }
        if (text.isEmpty()) {
            text = "HTTP status " + response.statusCode();
        }
        // A gateway before the server may have passed the request on before it gave up.
        Reach reach = response.statusCode() >= 502 ? Reach.UNKNOWN : Reach.REFUSED;
        return new HranaException(reach, response.statusCode(), code, text, null);
    }

    private static String reason(IOException e, String otherwise) {
        String said = e.getMessage();
        return said == null || said.isBlank() ? otherwise : otherwise + " (" + said.toLowerCase(Locale.ROOT) + ")";
    }

    private static String address(URI uri) {
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }
}
