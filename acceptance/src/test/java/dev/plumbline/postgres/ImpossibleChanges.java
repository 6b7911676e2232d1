// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.postgres.Coverage.Cell;
import dev.plumbline.postgres.Coverage.Way;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The changes that do not exist, each with the reason: the one place that decides which cells of {@code docs/coverage.md} are
 * empty. The facts are those of PostgreSQL's documentation, part VI, "SQL Commands".
 */
final class ImpossibleChanges {
    private static final SortedMap<Cell, String> REASONS = new TreeMap<>();

    private static final String NAMELESS = "it has no name of its own: under another it is another";
    private static final String NO_RENAME = "PostgreSQL has no statement that renames it";
    private static final String NO_ALTER = "but for name, schema and owner nothing of it can be altered";
    private static final String IN_PLACE = "all of it can be altered in place";
    private static final String SWAPPED =
            "where PostgreSQL cannot alter it, a new type takes its place under what uses it;"
                    + " that counts as altered";

    private static final String WITH_ITS_OBJECT =
            "it is altered in place; where it goes with its object and is made again"
                    + " with it, that counts as created";

    private static final String OWNED = "every object has one from the moment it is made; that counts as its creation";

    static {
        put(ObjectKind.SCHEMA, Way.ALTER, NO_ALTER);
        put(ObjectKind.SCHEMA, Way.RECREATE, "it is nothing but its name, so it is never in the way of itself");
        put(
                ObjectKind.EXTENSION,
                Way.RECREATE,
                "it is moved and updated in place or not at all: what is of its types would go with it");
        put(ObjectKind.EXTENSION, Way.RENAME, NO_RENAME);
        put(ObjectKind.ACCESS_METHOD, Way.ALTER, "PostgreSQL has no ALTER ACCESS METHOD");
        put(ObjectKind.ACCESS_METHOD, Way.RENAME, NO_RENAME);
        put(ObjectKind.COLLATION, Way.ALTER, NO_ALTER);
        put(ObjectKind.ENUM, Way.RECREATE, SWAPPED);
        put(ObjectKind.DOMAIN, Way.RECREATE, SWAPPED);
        put(ObjectKind.COMPOSITE, Way.RECREATE, SWAPPED);
        put(ObjectKind.RANGE, Way.RECREATE, SWAPPED);
        put(ObjectKind.CONVERSION, Way.ALTER, NO_ALTER);
        put(ObjectKind.CAST, Way.ALTER, "PostgreSQL has no ALTER CAST");
        put(ObjectKind.CAST, Way.RENAME, NAMELESS);
        put(ObjectKind.OPERATOR, Way.RENAME, NO_RENAME);
        put(ObjectKind.OPERATOR_CLASS, Way.ALTER, NO_ALTER);
        put(ObjectKind.TRANSFORM, Way.RENAME, NAMELESS);
        put(ObjectKind.TEXT_SEARCH_PARSER, Way.ALTER, NO_ALTER);
        put(ObjectKind.TEXT_SEARCH_TEMPLATE, Way.ALTER, NO_ALTER);
        put(ObjectKind.SEQUENCE, Way.RECREATE, IN_PLACE);
        put(ObjectKind.USER_MAPPING, Way.RENAME, NAMELESS);
        put(ObjectKind.DEFAULT, Way.RENAME, NAMELESS);
        put(ObjectKind.DEFAULT_PRIVILEGE, Way.RENAME, NAMELESS);
        put(ObjectKind.DEFAULT_PRIVILEGE, Way.RECREATE, "it is altered in place");
        put(ObjectKind.OWNER, Way.CREATE, OWNED);
        put(ObjectKind.OWNER, Way.RECREATE, OWNED);
        put(ObjectKind.OWNER, Way.DROP, OWNED);
        put(ObjectKind.OWNER, Way.RENAME, NAMELESS);
        put(ObjectKind.COMMENT, Way.RENAME, NAMELESS);
        put(ObjectKind.GRANT, Way.RENAME, NAMELESS);
        put(ObjectKind.GRANT, Way.RECREATE, WITH_ITS_OBJECT);
    }

    private ImpossibleChanges() {}

    private static void put(ObjectKind kind, Way way, String reason) {
        REASONS.put(new Cell(kind, way), reason);
    }

    /** Returns why there is no such change; empty where there is. */
    static Optional<String> reason(Cell cell) {
        return Optional.ofNullable(REASONS.get(cell));
    }
}
