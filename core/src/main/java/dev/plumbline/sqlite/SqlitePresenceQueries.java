// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.plan.PresenceQueries;
import java.util.Optional;

/** Asks {@code sqlite_schema} and the table-valued pragmas; SQLite takes no notice of case in names. */
final class SqlitePresenceQueries implements PresenceQueries {
    @Override
    public Optional<String> exists(ObjectKey key) {
        return switch (key.kind()) {
            case TABLE, VIRTUAL_TABLE -> Optional.of(entry("table", key));
            case VIEW -> Optional.of(entry("view", key));
            case INDEX -> Optional.of(entry("index", key));
            case TRIGGER -> Optional.of(entry("trigger", key));
            case COLUMN ->
                Optional.of("EXISTS (SELECT 1 FROM pragma_table_xinfo("
                        + SqliteNames.literal(key.path().get(1)) + ", 'main') WHERE name = "
                        + SqliteNames.literal(key.name()) + " COLLATE NOCASE)");
            // What stands within a CREATE TABLE has no entry of its own; the others SQLite does not know.
            case SCHEMA,
                    EXTENSION,
                    COLLATION,
                    ENUM,
                    DOMAIN,
                    COMPOSITE,
                    RANGE,
                    SEQUENCE,
                    CONVERSION,
                    CAST,
                    SETTING,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    LANGUAGE,
                    TRANSFORM,
                    ACCESS_METHOD,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    FOREIGN_TABLE,
                    PUBLICATION,
                    FUNCTION,
                    PROCEDURE,
                    AGGREGATE,
                    DEFAULT,
                    MATERIALIZED_VIEW,
                    CONSTRAINT,
                    STATISTICS,
                    RULE,
                    EVENT_TRIGGER,
                    POLICY,
                    OWNER,
                    COMMENT,
                    GRANT,
                    DEFAULT_PRIVILEGE -> Optional.empty();
        };
    }

    @Override
    public Optional<String> isAs(SchemaObject desired) {
        return exists(desired.key());
    }

    private static String entry(String type, ObjectKey key) {
        return "EXISTS (SELECT 1 FROM main.sqlite_schema WHERE type = '" + type + "' AND name = "
                + SqliteNames.literal(key.name()) + " COLLATE NOCASE)";
    }
}
