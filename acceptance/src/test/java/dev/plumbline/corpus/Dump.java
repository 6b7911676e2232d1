// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A dump in a form in which two equal schemas are equal: an entry an object, in order of their headers, since pg_dump
 * orders entries of one name by OID; columns within a table in order of their text, since PostgreSQL cannot move them, and
 * so what a statistics object is on, which is listed in the order of the table;
 * grants within one ACL in order of their text, since an ACL is a set; storage parameters in order of their names, since
 * they stand in the order in which they were set.
 */
public record Dump(List<String> entries) {
    private static final Pattern MEASURED = Pattern.compile(" ON (.*) FROM ");
    private static final Pattern PARAMETERS = Pattern.compile("WITH \\(([a-z_.]+='?[^()]*)\\)");

    public static Dump of(String text) {
        List<String> entries = new ArrayList<>();
        for (String entry : text.split("(?m)^--\\n(?=-- Name: )", -1)) {
            String body = withoutNoise(entry);
            if (!body.isBlank() && entry.startsWith("-- Name: ")) {
                entries.add(inOrder(entry.lines().findFirst().orElse(""), body));
            }
        }
        entries.sort(null);
        return new Dump(List.copyOf(entries));
    }

    private static String withoutNoise(String entry) {
        // A newer pg_dump wraps its output in \restrict with a random word; settings are not schema.
        return String.join(
                "\n",
                entry.lines()
                        .filter(line -> !line.isBlank()
                                && !line.startsWith("--")
                                && !line.startsWith("\\restrict")
                                && !line.startsWith("\\unrestrict")
                                && !line.startsWith("SET default_t"))
                        .toList());
    }

    private static String inOrder(String header, String body) {
        String sorted = PARAMETERS
                .matcher(body)
                .replaceAll(found -> Matcher.quoteReplacement("WITH ("
                        + String.join(", ", new TreeSet<>(List.of(found.group(1).split(", ", -1)))) + ")"));
        return inOrder(header, sorted, type(header));
    }

    private static String type(String header) {
        return header.replaceAll(".*; Type: ([A-Z ]+);.*", "$1");
    }

    private static String inOrder(String header, String body, String type) {
        return switch (type) {
            case "TABLE", "FOREIGN TABLE" -> header + "\n" + sortedColumns(body);
            case "ACL", "DEFAULT ACL" ->
                header + "\n" + String.join("\n", new TreeSet<>(body.lines().toList()));
            case "STATISTICS" ->
                header + "\n"
                        + MEASURED.matcher(body)
                                .replaceFirst(found -> Matcher.quoteReplacement(" ON "
                                        + Arrays.stream(found.group(1).split(", ", -1))
                                                .sorted()
                                                .collect(Collectors.joining(", "))
                                        + " FROM "));
            default -> header + "\n" + body;
        };
    }

    private static String sortedColumns(String body) {
        String[] lines = body.split("\n", -1);
        int first = -1;
        int last = -1;
        for (int i = 0; i < lines.length; i++) {
            if (first < 0 && lines[i].startsWith("CREATE ") && lines[i].endsWith("(")) {
                first = i + 1;
            } else if (first >= 0 && last < 0 && lines[i].startsWith(")")) {
                last = i;
            }
        }
        if (first >= 0 && last > first) {
            for (int i = first; i < last; i++) {
                lines[i] = lines[i].replaceAll(",$", "");
            }
            Arrays.sort(lines, first, last);
        }
        return String.join("\n", lines);
    }

    /** Returns the first entries that only one of the two has. */
    public String difference(Dump desired) {
        TreeSet<String> extra = new TreeSet<>(entries);
        extra.removeAll(desired.entries);
        TreeSet<String> missing = new TreeSet<>(desired.entries);
        missing.removeAll(entries);
        return "has\n" + String.join("\n", extra.stream().limit(3).toList()) + "\nshould have\n"
                + String.join("\n", missing.stream().limit(3).toList());
    }
}
