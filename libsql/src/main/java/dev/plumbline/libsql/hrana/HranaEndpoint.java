// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.hrana;

import java.net.URI;
import java.util.Optional;

/**
 * Where a database is, and what opens it.
 *
 * @param server the server's address, {@code http} or {@code https}; a path is kept before that of the protocol
 * @param namespace the database on that server, where the address alone does not say it
 * @param token the token that the server wants; never shown
 */
public record HranaEndpoint(URI server, Optional<String> namespace, Optional<String> token) {
    /** Returns the same database at the address that the server wants to be asked at from now on. */
    HranaEndpoint at(URI other) {
        return new HranaEndpoint(other, namespace, token);
    }

    /** Returns the address of one of the protocol's functions. */
    URI function(String path) {
        String text = server.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }

    /** Returns the address and the namespace; never the token. */
    @Override
    public String toString() {
        return server + namespace.map(name -> "?namespace=" + name).orElse("");
    }
}
