// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/**
 * The kinds of schema object, in the order in which they are created when nothing else decides; reports list them in
 * this order too.
 */
public enum ObjectKind {
    SCHEMA("schema", "schemas"),
    SETTING("database setting", "database settings"),
    EXTENSION("extension", "extensions"),
    LANGUAGE("language", "languages"),
    ACCESS_METHOD("access method", "access methods"),
    COLLATION("collation", "collations"),
    ENUM("enum type", "enum types"),
    DOMAIN("domain", "domains"),
    COMPOSITE("composite type", "composite types"),
    RANGE("range type", "range types"),
    CONVERSION("conversion", "conversions"),
    CAST("cast", "casts"),
    OPERATOR("operator", "operators"),
    OPERATOR_FAMILY("operator family", "operator families"),
    OPERATOR_CLASS("operator class", "operator classes"),
    TRANSFORM("transform", "transforms"),
    TEXT_SEARCH_PARSER("text search parser", "text search parsers"),
    TEXT_SEARCH_TEMPLATE("text search template", "text search templates"),
    TEXT_SEARCH_DICTIONARY("text search dictionary", "text search dictionaries"),
    TEXT_SEARCH_CONFIGURATION("text search configuration", "text search configurations"),
    FOREIGN_DATA_WRAPPER("foreign-data wrapper", "foreign-data wrappers"),
    SERVER("server", "servers"),
    USER_MAPPING("user mapping", "user mappings"),
    SEQUENCE("sequence", "sequences"),
    TABLE("table", "tables"),
    FOREIGN_TABLE("foreign table", "foreign tables"),
    VIRTUAL_TABLE("virtual table", "virtual tables"),
    COLUMN("column", "columns"),
    FUNCTION("function", "functions"),
    PROCEDURE("procedure", "procedures"),
    AGGREGATE("aggregate", "aggregates"),
    DEFAULT("column default", "column defaults"),
    VIEW("view", "views"),
    MATERIALIZED_VIEW("materialized view", "materialized views"),
    INDEX("index", "indexes"),
    CONSTRAINT("constraint", "constraints"),
    STATISTICS("statistics object", "statistics objects"),
    RULE("rule", "rules"),
    TRIGGER("trigger", "triggers"),
    EVENT_TRIGGER("event trigger", "event triggers"),
    POLICY("policy", "policies"),
    PUBLICATION("publication", "publications"),
    OWNER("owner", "owners"),
    COMMENT("comment", "comments"),
    GRANT("grant", "grants"),
    DEFAULT_PRIVILEGE("default privilege", "default privileges");

    private final String label;
    private final String plural;

    ObjectKind(String label, String plural) {
        this.label = label;
        this.plural = plural;
    }

    /** Returns the word for one of them, lower case, as the database's documentation calls it. */
    public String label() {
        return label;
    }

    /** Returns the word for several of them. */
    public String plural() {
        return plural;
    }

    /** Returns whether it is called by its name with arguments, and told from others of its name by their types. */
    public boolean isRoutine() {
        return this == FUNCTION || this == PROCEDURE || this == AGGREGATE;
    }
}
