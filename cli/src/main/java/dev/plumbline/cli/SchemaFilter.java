// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DefaultPrivilege;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.LoadedSchema;
import java.util.List;
import java.util.Optional;

/** Narrows a comparison to some schemas. What stands outside schemas, such as extensions, is always compared. */
final class SchemaFilter {
    private final List<String> schemas;

    SchemaFilter(List<String> schemas) {
        this.schemas = schemas;
    }

    /** Returns the schema with the chosen schemas alone, for showing. */
    LoadedSchema keep(LoadedSchema schema) {
        return schemas.isEmpty() ? schema : with(schema, schema.catalog().without(outside(schema.catalog())));
    }

    /**
     * Returns the desired side with everything outside the chosen schemas as it is on the actual side, so that a plan
     * leaves it alone and still knows the whole database by its fingerprint.
     */
    LoadedSchema desiredOver(LoadedSchema actual, LoadedSchema desired) {
        if (schemas.isEmpty()) {
            return desired;
        }
        requireKnown(actual, desired);
        Catalog chosen = desired.catalog().without(outside(desired.catalog()));
        Catalog before = actual.catalog();
        Catalog.Builder builder = Catalog.builder(desired.catalog().product());
        chosen.objects().forEach(builder::add);
        for (SchemaObject object : before.objects()) {
            if (isOutside(object, before) && !builder.contains(object.key())) {
                builder.add(object);
            }
        }
        copyEdges(chosen, builder);
        copyEdges(before, builder);
        chosen.unmodelled().forEach(builder::unmodelled);
        builder.extensionTypes(chosen.extensionTypes());
        chosen.storedIndexes().forEach(builder::storedIndex);
        before.storedIndexes().stream()
                .filter(index -> isOutside(before.object(index.on()), before))
                .forEach(builder::storedIndex);
        // Of what is outside nobody says whose it is, so it stays as it is.
        return with(desired, builder.ownership(chosen.ownership()).build());
    }

    private void requireKnown(LoadedSchema actual, LoadedSchema desired) {
        for (String schema : schemas) {
            ObjectKey key = ObjectKey.of(ObjectKind.SCHEMA, schema);
            boolean empty =
                    desired.catalog().keys().stream().noneMatch(k -> k.schema().equals(schema));
            if (!actual.catalog().contains(key) && !desired.catalog().contains(key) && empty) {
                throw new PlumblineException(
                        ErrorCode.INVALID_ARGUMENT,
                        "Neither side has a schema " + schema + ".",
                        "Check the name given to --schema.");
            }
        }
    }

    private static void copyEdges(Catalog from, Catalog.Builder into) {
        for (SchemaObject object : from.objects()) {
            from.dependencies(object.key()).forEach(needed -> into.dependency(object.key(), needed));
        }
    }

    private List<ObjectKey> outside(Catalog catalog) {
        return catalog.objects().stream()
                .filter(object -> isOutside(object, catalog))
                .map(SchemaObject::key)
                .toList();
    }

    private boolean isOutside(SchemaObject object, Catalog catalog) {
        SchemaObject root = object;
        Optional<SchemaObject> parent = root.parent().flatMap(catalog::find);
        while (parent.isPresent()) {
            root = parent.get();
            parent = root.parent().flatMap(catalog::find);
        }
        if (root instanceof DefaultPrivilege privilege) {
            return privilege.schema().map(schema -> !schemas.contains(schema)).orElse(false);
        }
        return switch (root.key().kind()) {
            case SETTING, EXTENSION, EVENT_TRIGGER, OWNER, COMMENT, GRANT -> false;
            default -> !schemas.contains(root.key().schema());
        };
    }

    private static LoadedSchema with(LoadedSchema schema, Catalog catalog) {
        return new LoadedSchema(catalog, schema.hints(), schema.origin());
    }
}
