// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to become of the owners of objects, settled between the two sides of a comparison. Where owners are not
 * compared, what a plan makes again is given back to its owner, and what is new belongs to whoever makes it. Where they
 * are, each is an object of its own ({@link Owner}), and what the desired side does not say stays as it is.
 */
public final class Owners {
    private Owners() {}

    /** Returns whether objects of this form belong to a role of their own; others follow what they are part of. */
    public static boolean isOwned(SchemaObject object) {
        return switch (object.key().kind()) {
            case SCHEMA,
                    LANGUAGE,
                    COLLATION,
                    ENUM,
                    DOMAIN,
                    COMPOSITE,
                    RANGE,
                    CONVERSION,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    TABLE,
                    FOREIGN_TABLE,
                    FUNCTION,
                    PROCEDURE,
                    AGGREGATE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    STATISTICS,
                    EVENT_TRIGGER,
                    PUBLICATION -> true;
            case SEQUENCE ->
                object instanceof Sequence sequence && sequence.ownedBy().isEmpty();
            case SETTING,
                    EXTENSION,
                    ACCESS_METHOD,
                    CAST,
                    TRANSFORM,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    USER_MAPPING,
                    VIRTUAL_TABLE,
                    COLUMN,
                    DEFAULT,
                    INDEX,
                    CONSTRAINT,
                    RULE,
                    TRIGGER,
                    POLICY,
                    OWNER,
                    COMMENT,
                    GRANT,
                    DEFAULT_PRIVILEGE -> false;
        };
    }

    /** Returns an actual catalog from which a plan is made that gives back what it makes again: what its reader owns stays so. */
    public static Catalog givenBackOn(Catalog actual, Catalog desired) {
        Ownership known = actual.ownership();
        Ownership kept = known.keeping(
                (key, role) -> !known.reader().equals(Optional.of(role)) || changesHands(key, known, desired));
        return actual.with(known.binding(kept.roles()));
    }

    /** A sequence of the reader's that comes to follow the table of another must be given back on the way back. */
    private static boolean changesHands(ObjectKey key, Ownership known, Catalog desired) {
        return desired.find(key, Sequence.class)
                .flatMap(Sequence::ownedBy)
                .map(column -> ObjectKey.of(
                        ObjectKind.TABLE, column.schema(), column.path().get(1)))
                .flatMap(known::of)
                .filter(role -> !known.reader().equals(Optional.of(role)))
                .isPresent();
    }

    /** Returns the desired catalog of such a plan: what is on both sides has the owner that it has on the actual one. */
    public static Catalog givenBackTo(Catalog desired, Catalog actual) {
        Ownership kept = actual.ownership()
                .keeping(
                        (key, role) -> desired.find(key).filter(Owners::isOwned).isPresent());
        return desired.with(kept.binding(kept.roles()));
    }

    /** Returns an actual catalog with its owners as objects; what nobody said belongs to who made it. */
    public static Catalog compared(Catalog catalog) {
        return compared(catalog, catalog.ownership(), catalog.ownership().reader());
    }

    /** Returns a catalog with those of its owners as objects that somebody said, for a script that makes it. */
    public static Catalog said(Catalog catalog) {
        return compared(catalog, catalog.ownership(), Optional.empty());
    }

    /**
     * Returns a desired catalog with its owners as objects. What it does not say of an object stays as it is on the actual
     * side; what is new then belongs to who read that.
     */
    public static Catalog compared(Catalog desired, Catalog actual) {
        SortedMap<ObjectKey, String> roles = new TreeMap<>(actual.ownership().roles());
        roles.putAll(desired.ownership().roles());
        return compared(
                desired, actual.ownership().binding(roles), actual.ownership().reader());
    }

    private static Catalog compared(Catalog catalog, Ownership said, Optional<String> otherwise) {
        SortedMap<ObjectKey, String> roles = new TreeMap<>();
        Catalog.Builder builder = catalog.copied();
        for (SchemaObject object : catalog.objects()) {
            if (!isOwned(object)) {
                continue;
            }
            Optional<String> role = said.of(object.key()).or(() -> otherwise);
            if (role.isPresent() && !isEveryonesSchema(object, said)) {
                roles.put(object.key(), role.get());
                builder.add(new Owner(object.key(), role.get()));
            }
        }
        return builder.ownership(said.binding(roles)).build();
    }

    /** Nobody says of the schema that every database has whose it is, unless it was changed; see the reader. */
    private static boolean isEveryonesSchema(SchemaObject object, Ownership said) {
        return object.key().equals(ObjectKey.of(ObjectKind.SCHEMA, "public"))
                && said.of(object.key()).isEmpty();
    }
}
