// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.hrana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** SQLite's five kinds of values as the protocol writes them: integers as text, because JSON's numbers are too short. */
final class HranaValues {
    private HranaValues() {}

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException for another type than {@code Long}, {@code Double}, {@code String}, {@code
     *     byte[]} and null, and for infinities, which JSON does not know
     */
    static ObjectNode write(@Nullable Object value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (value) {
            case null -> node.put("type", "null");
            case Long number -> node.put("type", "integer").put("value", number.toString());
            case Double number -> real(node, number);
            case String text -> node.put("type", "text").put("value", text);
            case byte[] bytes ->
                node.put("type", "blob").put("base64", Base64.getEncoder().encodeToString(bytes));
            default -> throw new IllegalArgumentException("no value of SQLite: " + value.getClass());
        }
        return node;
    }

    /** SQLite itself stores NULL for what is no number. */
    private static void real(ObjectNode node, double number) {
        if (Double.isNaN(number)) {
            node.put("type", "null");
        } else if (Double.isInfinite(number)) {
            throw new IllegalArgumentException("an infinite number cannot be sent");
        } else {
            node.put("type", "float").put("value", number);
        }
    }

    /** Reads a value. An infinity comes as a number without a value, and is read as NULL. */
    static @Nullable Object read(JsonNode node) {
        return switch (node.path("type").asText()) {
            case "integer" -> Long.valueOf(node.path("value").asText());
            case "float" ->
                node.path("value").isNumber() ? (Object) node.path("value").doubleValue() : null;
            case "text" -> node.path("value").asText();
            case "blob" -> Base64.getDecoder().decode(node.path("base64").asText());
            default -> null;
        };
    }
}
