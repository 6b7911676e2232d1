// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql;

import dev.plumbline.libsql.hrana.HranaException;
import dev.plumbline.libsql.hrana.HranaTransport;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * The admin API of a server (libsql-server, {@code http/admin/mod.rs}), as far as it makes and removes namespaces. It has
 * no way to list them.
 *
 * @param address where it listens, which is another port than that of the databases
 * @param key what the server was started with as {@code --admin-auth-key}; never shown
 */
public record LibsqlAdmin(URI address, Optional<String> key) {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Makes an empty namespace. */
    void create(String namespace) throws HranaException {
        HranaTransport.send(request(namespace + "/create")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    }

    /** Removes a namespace with all that is in it. */
    void delete(String namespace) throws HranaException {
        HranaTransport.send(request(namespace).DELETE().build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/v1/namespaces/" + path))
                .header("Content-Type", "application/json")
                .timeout(LIMIT);
        key.ifPresent(secret -> request.header("Authorization", "Basic " + secret));
        return request;
    }

    /** Returns the address; never the key. */
    @Override
    public String toString() {
        return address.toString();
    }
}
