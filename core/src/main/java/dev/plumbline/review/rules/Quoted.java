// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.catalog.ObjectKey;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names for SQL that is shown to people: quoted where they must be, without the schema that everybody leaves away. */
final class Quoted {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private Quoted() {}

    static String name(String name) {
        return PLAIN.matcher(name).matches() && !Keywords.isReserved(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    static String name(ObjectKey relation) {
        List<String> path = relation.path();
        boolean usual = path.get(0).equals("public") || path.get(0).equals("main");
        return path.subList(usual ? 1 : 0, path.size()).stream()
                .map(Quoted::name)
                .collect(Collectors.joining("."));
    }
}
