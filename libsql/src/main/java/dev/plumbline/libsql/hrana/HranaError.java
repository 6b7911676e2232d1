// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.hrana;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the server said of one statement that failed.
 *
 * @param code its code, such as {@code SQLITE_CONSTRAINT} or {@code TRANSACTION_TIMEOUT}
 * @param message its words
 */
public record HranaError(String code, String message) {
    static HranaError of(JsonNode node) {
        return new HranaError(node.path("code").asText(""), node.path("message").asText("the server gave no reason"));
    }
}
