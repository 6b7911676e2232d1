// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.AccessMethod;
import dev.plumbline.catalog.Accessory;
import dev.plumbline.catalog.Cast;
import dev.plumbline.catalog.Conversion;
import dev.plumbline.catalog.DatabaseSetting;
import dev.plumbline.catalog.ForeignDataWrapper;
import dev.plumbline.catalog.ForeignServer;
import dev.plumbline.catalog.Language;
import dev.plumbline.catalog.Operator;
import dev.plumbline.catalog.OperatorClass;
import dev.plumbline.catalog.OperatorFamily;
import dev.plumbline.catalog.Publication;
import dev.plumbline.catalog.TextSearchConfiguration;
import dev.plumbline.catalog.TextSearchDictionary;
import dev.plumbline.catalog.TextSearchParser;
import dev.plumbline.catalog.TextSearchTemplate;
import dev.plumbline.catalog.Transform;
import dev.plumbline.catalog.UserMapping;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Statements for what a database has beside relations, types and code. */
final class AccessoryStatements {
    private AccessoryStatements() {}

    static List<String> create(Accessory object) {
        return switch (object) {
            case Cast cast -> List.of(create(cast));
            case Conversion conversion ->
                List.of("CREATE " + (conversion.isDefault() ? "DEFAULT " : "") + "CONVERSION "
                        + Sql.of(conversion.key()) + " FOR " + Sql.literal(conversion.from()) + " TO "
                        + Sql.literal(conversion.to()) + " FROM " + conversion.function());
            case Operator operator -> List.of(create(operator));
            case TextSearchDictionary dictionary -> List.of(create(dictionary));
            case TextSearchParser parser -> List.of(MethodStatements.create(parser));
            case TextSearchTemplate template -> List.of(MethodStatements.create(template));
            case OperatorFamily family -> MethodStatements.create(family);
            case OperatorClass operators -> List.of(MethodStatements.create(operators));
            case Language language -> List.of(MethodStatements.create(language));
            case Transform transform -> List.of(MethodStatements.create(transform));
            case AccessMethod method -> List.of(MethodStatements.create(method));
            case TextSearchConfiguration configuration -> create(configuration);
            case Publication publication -> List.of(PublicationStatements.create(publication));
            case ForeignDataWrapper wrapper -> List.of(ForeignStatements.create(wrapper));
            case ForeignServer server -> List.of(ForeignStatements.create(server));
            case UserMapping mapping -> List.of(ForeignStatements.create(mapping));
            case DatabaseSetting setting -> throw Statements.notOurs(setting);
        };
    }

    static Optional<Alteration> alter(Accessory from, Accessory to) {
        return switch (to) {
            case Cast cast -> Optional.empty();
            case Conversion conversion -> Optional.empty();
            case Operator operator -> alter((Operator) from, operator);
            case TextSearchDictionary dictionary -> alter((TextSearchDictionary) from, dictionary);
            case TextSearchParser parser -> Optional.empty();
            case TextSearchTemplate template -> Optional.empty();
            case OperatorFamily family -> MethodStatements.alter((OperatorFamily) from, family);
            case OperatorClass operators -> Optional.empty();
            case Language language -> Optional.of(Alteration.of(MethodStatements.create(language)));
            case Transform transform -> Optional.of(Alteration.of(MethodStatements.create(transform)));
            case AccessMethod method -> Optional.empty();
            case TextSearchConfiguration configuration -> alter((TextSearchConfiguration) from, configuration);
            case Publication publication -> PublicationStatements.alter((Publication) from, publication);
            case ForeignDataWrapper wrapper -> ForeignStatements.alter((ForeignDataWrapper) from, wrapper);
            case ForeignServer server -> ForeignStatements.alter((ForeignServer) from, server);
            case UserMapping mapping -> ForeignStatements.alter((UserMapping) from, mapping);
            case DatabaseSetting setting -> throw Statements.notOurs(setting);
        };
    }

    private static String create(Cast cast) {
        String how = cast.function()
                .map(function -> "WITH FUNCTION " + function)
                .orElse(cast.method().equals("i") ? "WITH INOUT" : "WITHOUT FUNCTION");
        String where = switch (cast.context()) {
            case "a" -> " AS ASSIGNMENT";
            case "i" -> " AS IMPLICIT";
            default -> "";
        };
        return "CREATE CAST " + Sql.of(cast.key()) + " " + how + where;
    }

    private static String create(Operator operator) {
        List<String> options = new ArrayList<>();
        options.add("FUNCTION = " + operator.function());
        operator.left().ifPresent(type -> options.add("LEFTARG = " + type));
        options.add("RIGHTARG = " + operator.right());
        operator.commutator().ifPresent(name -> options.add("COMMUTATOR = OPERATOR(" + name + ")"));
        operator.negator().ifPresent(name -> options.add("NEGATOR = OPERATOR(" + name + ")"));
        operator.restrict().ifPresent(function -> options.add("RESTRICT = " + function));
        operator.join().ifPresent(function -> options.add("JOIN = " + function));
        if (operator.hashes()) {
            options.add("HASHES");
        }
        if (operator.merges()) {
            options.add("MERGES");
        }
        return "CREATE OPERATOR " + Sql.operatorName(operator.key()) + " (" + String.join(", ", options) + ")";
    }

    /** Only the estimators can be set on every version (ALTER OPERATOR, SET). */
    private static Optional<Alteration> alter(Operator from, Operator to) {
        boolean sameButEstimators = from.function().equals(to.function())
                && from.commutator().equals(to.commutator())
                && from.negator().equals(to.negator())
                && from.hashes() == to.hashes()
                && from.merges() == to.merges();
        return sameButEstimators
                ? Optional.of(Alteration.of("ALTER OPERATOR " + Sql.of(to.key()) + " SET (RESTRICT = "
                        + to.restrict().orElse("NONE") + ", JOIN = " + to.join().orElse("NONE") + ")"))
                : Optional.empty();
    }

    private static String create(TextSearchDictionary dictionary) {
        StringBuilder sql = new StringBuilder(
                "CREATE TEXT SEARCH DICTIONARY " + Sql.of(dictionary.key()) + " (TEMPLATE = " + dictionary.template());
        dictionary.options().forEach(option -> sql.append(", ").append(option));
        return sql.append(')').toString();
    }

    /**
     * An option that is named without a value is taken away, one that is set comes to stand last (ALTER TEXT SEARCH
     * DICTIONARY): all are set, so that they stand in the desired order.
     */
    private static Optional<Alteration> alter(TextSearchDictionary from, TextSearchDictionary to) {
        if (!from.template().equals(to.template())) {
            return Optional.empty();
        }
        List<String> kept =
                to.options().stream().map(AccessoryStatements::optionName).toList();
        List<String> changes = new ArrayList<>(from.options().stream()
                .map(AccessoryStatements::optionName)
                .filter(name -> !kept.contains(name))
                .toList());
        changes.addAll(to.options());
        return Optional.of(Alteration.of(
                "ALTER TEXT SEARCH DICTIONARY " + Sql.of(to.key()) + " (" + String.join(", ", changes) + ")"));
    }

    private static String optionName(String option) {
        return option.substring(0, option.indexOf(" = "));
    }

    private static List<String> create(TextSearchConfiguration configuration) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TEXT SEARCH CONFIGURATION " + Sql.of(configuration.key()) + " (PARSER = "
                + configuration.parser() + ")");
        statements.addAll(map(configuration, java.util.Collections.emptySortedMap()));
        return statements;
    }

    private static List<String> map(TextSearchConfiguration to, SortedMap<String, String> from) {
        String alter = "ALTER TEXT SEARCH CONFIGURATION " + Sql.of(to.key());
        List<String> statements = new ArrayList<>();
        from.keySet().stream()
                .filter(token -> !to.mappings().containsKey(token))
                .forEach(token -> statements.add(alter + " DROP MAPPING FOR " + Sql.name(token)));
        to.mappings().forEach((token, dictionaries) -> {
            if (!dictionaries.equals(from.get(token))) {
                statements.add(alter + (from.containsKey(token) ? " ALTER" : " ADD") + " MAPPING FOR " + Sql.name(token)
                        + " WITH " + dictionaries);
            }
        });
        return statements;
    }

    private static Optional<Alteration> alter(TextSearchConfiguration from, TextSearchConfiguration to) {
        return from.parser().equals(to.parser())
                ? Optional.of(Alteration.of(map(to, from.mappings())))
                : Optional.empty();
    }
}
