// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.sql.Sql;
import java.util.List;
import java.util.stream.Collectors;

/** Looks for rows that have labels which an enum loses, and fails with their number where there are any. */
record GoneLabels(ReplacedEnum type, List<EnumValues> columns) {
    /** Returns the name of the check under which a column is refused such a label. */
    static String check(TypeChange change) {
        return Scaffold.beside(change.table().name() + "_" + change.key().name() + "_labels");
    }

    /** Rows that a policy hides are an error rather than left out. */
    List<String> statements() {
        return List.of("SET LOCAL row_security = off", "DO " + Sql.body(body()));
    }

    /** A column may have the name of a variable. */
    private String body() {
        return "\n#variable_conflict use_column\nDECLARE held text;\nBEGIN\n  SELECT pg_catalog.string_agg(place || ' has '"
                + " || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END,"
                + " ', ' ORDER BY place, label)\n  INTO held FROM (\n    "
                + columns.stream().map(EnumValues::held).collect(Collectors.joining("\n    UNION ALL "))
                + ") AS rows (place, label, number);\n  IF held IS NOT NULL THEN\n"
                + "    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = "
                + Sql.literal(type.key() + " loses labels that are in use: ") + " || held, HINT = "
                + Sql.literal(
                        "Give these rows a label that stays, or say with a hint at the column what becomes of them"
                                + " (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.")
                + ";\n  END IF;\nEND\n";
    }
}
