// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.docs;

import dev.plumbline.review.Example;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Runner;
import dev.plumbline.script.SqlDialect;
import java.util.ArrayList;
import java.util.List;

/** A rule as a section of the documentation. */
final class RulePage {
    private RulePage() {}

    static List<String> section(RuleDescription rule) {
        List<String> lines = new ArrayList<>();
        lines.add("## " + rule.id());
        lines.add("");
        lines.add("*" + rule.severity() + "*: " + rule.title() + ".");
        lines.add("");
        lines.add(rule.effect());
        lines.add("");
        lines.add("**Way out:** " + rule.wayOut());
        lines.add("");
        for (Example example : rule.examples()) {
            String engine = example.engine() == SqlDialect.SQLITE ? "SQLite" : "PostgreSQL";
            String runner = example.runner() == Runner.OTHER ? ", run by something else than Plumbline" : "";
            if (!example.given().isBlank()) {
                sql(lines, "Given, on " + engine + runner + ":", example.given());
                sql(lines, "Found:", example.bad());
            } else {
                sql(lines, "Found, on " + engine + runner + ":", example.bad());
            }
            sql(lines, "Not found:", example.good());
        }
        return lines;
    }

    private static void sql(List<String> lines, String title, String sql) {
        lines.add(title);
        lines.add("```sql");
        lines.add(sql.strip());
        lines.add("```");
        lines.add("");
    }
}
