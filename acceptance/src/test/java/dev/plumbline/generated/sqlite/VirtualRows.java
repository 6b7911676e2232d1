// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import dev.plumbline.generated.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Rows for a virtual table of whatever module: values for every column that one may have. */
final class VirtualRows {
    private VirtualRows() {}

    static List<Row> of(String table) {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            SequencedMap<String, String> values = new LinkedHashMap<>();
            values.put("rowid", String.valueOf(i * 5));
            values.put("id", String.valueOf(i * 5));
            values.put("title", "'walk " + i + " mündung'");
            values.put("body", "'the running dog-" + i + "'");
            values.put("c", "'see'");
            values.put("more", "'more of it'");
            values.put("lid", String.valueOf(i));
            for (String axis : List.of("x", "y")) {
                values.put(axis + "0", String.valueOf(i * 10));
                values.put(axis + "1", String.valueOf(i * 10 + 5));
            }
            values.put("label", "'box " + i + "'");
            values.put("extra", "x'0" + i + "'");
            rows.add(new Row(table, values));
        }
        return rows;
    }
}
