// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.AccessMethod;
import dev.plumbline.catalog.Language;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.OperatorClass;
import dev.plumbline.catalog.OperatorFamily;
import dev.plumbline.catalog.OperatorFamilyMember;
import dev.plumbline.catalog.TextSearchParser;
import dev.plumbline.catalog.TextSearchTemplate;
import dev.plumbline.catalog.Transform;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Statements for what extends the server itself: languages, access methods, operator classes, text search parsers. */
final class MethodStatements {
    private MethodStatements() {}

    static String create(AccessMethod method) {
        return "CREATE ACCESS METHOD " + Sql.of(method.key()) + " TYPE " + method.type() + " HANDLER "
                + method.handler();
    }

    /** OR REPLACE is understood where the language is there already, and keeps what is written in it. */
    static String create(Language language) {
        return "CREATE OR REPLACE " + (language.trusted() ? "TRUSTED " : "") + "LANGUAGE " + Sql.of(language.key())
                + language.handler().map(name -> " HANDLER " + name).orElse("")
                + language.inline().map(name -> " INLINE " + name).orElse("")
                + language.validator().map(name -> " VALIDATOR " + name).orElse("");
    }

    static String create(Transform transform) {
        List<String> ways = new ArrayList<>();
        transform.fromSql().ifPresent(function -> ways.add("FROM SQL WITH FUNCTION " + function));
        transform.toSql().ifPresent(function -> ways.add("TO SQL WITH FUNCTION " + function));
        return "CREATE OR REPLACE TRANSFORM " + Sql.of(transform.key()) + " (" + String.join(", ", ways) + ")";
    }

    static String create(TextSearchParser parser) {
        return "CREATE TEXT SEARCH PARSER " + Sql.of(parser.key()) + functions(parser.functions());
    }

    static String create(TextSearchTemplate template) {
        return "CREATE TEXT SEARCH TEMPLATE " + Sql.of(template.key()) + functions(template.functions());
    }

    private static String functions(SortedMap<String, String> functions) {
        return functions.entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(", ", " (", ")"));
    }

    static List<String> create(OperatorFamily family) {
        List<String> statements = new ArrayList<>(List.of("CREATE OPERATOR FAMILY " + Sql.of(family.key())));
        if (!family.members().isEmpty()) {
            statements.add(change(family, "ADD", family.members(), OperatorFamilyMember::definition));
        }
        return statements;
    }

    private static String change(
            OperatorFamily family,
            String verb,
            List<OperatorFamilyMember> members,
            Function<OperatorFamilyMember, String> words) {
        return "ALTER OPERATOR FAMILY " + Sql.of(family.key()) + " " + verb + " "
                + members.stream().map(words).collect(Collectors.joining(", "));
    }

    static Optional<Alteration> alter(OperatorFamily from, OperatorFamily to) {
        Alteration alteration = Alteration.of();
        List<OperatorFamilyMember> gone = from.members().stream()
                .filter(member -> !to.members().contains(member))
                .toList();
        List<OperatorFamilyMember> come = to.members().stream()
                .filter(member -> !from.members().contains(member))
                .toList();
        if (!gone.isEmpty()) {
            alteration.add(change(to, "DROP", gone, OperatorFamilyMember::slot));
        }
        if (!come.isEmpty()) {
            alteration.add(change(to, "ADD", come, OperatorFamilyMember::definition));
        }
        return Optional.of(alteration);
    }

    static String create(OperatorClass operators) {
        ObjectKey key = operators.key();
        List<String> items = new ArrayList<>();
        operators.members().forEach(member -> items.add(member.definition()));
        operators.storage().ifPresent(type -> items.add("STORAGE " + type));
        // One without members is written with the storage that it has anyway.
        if (items.isEmpty()) {
            items.add("STORAGE " + operators.type());
        }
        return "CREATE OPERATOR CLASS " + Sql.name(key.schema()) + "." + Sql.name(key.name())
                + (operators.isDefault() ? " DEFAULT" : "") + " FOR TYPE " + operators.type() + " USING "
                + Sql.name(operators.method()) + " FAMILY " + operators.family() + " AS " + String.join(", ", items);
    }
}
