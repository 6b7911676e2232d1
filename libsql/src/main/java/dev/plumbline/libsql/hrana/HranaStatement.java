// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.hrana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement to be carried out.
 *
 * @param sql exactly one statement
 * @param arguments its parameters in order: {@code Long}, {@code Double}, {@code String}, {@code byte[]} or null
 */
public record HranaStatement(String sql, List<@Nullable Object> arguments) {
    /** Creates one without parameters. */
    public HranaStatement(String sql) {
        this(sql, List.of());
    }

    ObjectNode toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("sql", sql);
        if (!arguments.isEmpty()) {
            ArrayNode args = node.putArray("args");
            arguments.forEach(argument -> args.add(HranaValues.write(argument)));
        }
        return node;
    }
}
