// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.catalog.ObjectKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a hint is about, as far as the text tells.
 *
 * @param kinds the kinds of object that it may be
 * @param path the names that lead to it, with or without the schema
 */
record HintTarget(Set<ObjectKind> kinds, List<String> path) {
    HintTarget {
        path = List.copyOf(path);
    }

    /** Returns the kinds that a word of CREATE stands for, in upper case; empty when hints know none. */
    static Set<ObjectKind> kinds(String word) {
        return switch (word) {
            case "SCHEMA" -> EnumSet.of(ObjectKind.SCHEMA);
            case "TABLE" -> EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.VIRTUAL_TABLE);
            case "VIEW" -> EnumSet.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);
            case "INDEX" -> EnumSet.of(ObjectKind.INDEX);
            case "SEQUENCE" -> EnumSet.of(ObjectKind.SEQUENCE);
            case "TYPE" -> EnumSet.of(ObjectKind.ENUM, ObjectKind.COMPOSITE, ObjectKind.RANGE);
            case "DOMAIN" -> EnumSet.of(ObjectKind.DOMAIN);
            case "FUNCTION" -> EnumSet.of(ObjectKind.FUNCTION);
            case "PROCEDURE" -> EnumSet.of(ObjectKind.PROCEDURE);
            case "AGGREGATE" -> EnumSet.of(ObjectKind.AGGREGATE);
            case "COLLATION" -> EnumSet.of(ObjectKind.COLLATION);
            case "STATISTICS" -> EnumSet.of(ObjectKind.STATISTICS);
            case "PUBLICATION" -> EnumSet.of(ObjectKind.PUBLICATION);
            case "SERVER" -> EnumSet.of(ObjectKind.SERVER);
            case "CONVERSION" -> EnumSet.of(ObjectKind.CONVERSION);
            case "COLUMN" -> EnumSet.of(ObjectKind.COLUMN);
            case "CONSTRAINT" -> EnumSet.of(ObjectKind.CONSTRAINT);
            case "TRIGGER" -> EnumSet.of(ObjectKind.TRIGGER);
            case "POLICY" -> EnumSet.of(ObjectKind.POLICY);
            case "RULE" -> EnumSet.of(ObjectKind.RULE);
            case "EVENT TRIGGER" -> EnumSet.of(ObjectKind.EVENT_TRIGGER);
            case "DICTIONARY" -> EnumSet.of(ObjectKind.TEXT_SEARCH_DICTIONARY);
            case "CONFIGURATION" -> EnumSet.of(ObjectKind.TEXT_SEARCH_CONFIGURATION);
            case "PARSER" -> EnumSet.of(ObjectKind.TEXT_SEARCH_PARSER);
            case "TEMPLATE" -> EnumSet.of(ObjectKind.TEXT_SEARCH_TEMPLATE);
            case "WRAPPER" -> EnumSet.of(ObjectKind.FOREIGN_DATA_WRAPPER);
            case "CLASS" -> EnumSet.of(ObjectKind.OPERATOR_CLASS);
            case "FAMILY" -> EnumSet.of(ObjectKind.OPERATOR_FAMILY);
            case "LANGUAGE" -> EnumSet.of(ObjectKind.LANGUAGE);
            default -> EnumSet.noneOf(ObjectKind.class);
        };
    }
}
