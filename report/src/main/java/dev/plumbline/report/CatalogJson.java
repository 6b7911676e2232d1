// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.catalog.ExtensionTypes;
import dev.plumbline.catalog.Fingerprint;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Ownership;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.StoredIndex;
import dev.plumbline.catalog.TypedName;
import dev.plumbline.catalog.UnmodelledObject;
import dev.plumbline.gap.RedundantIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Catalogs as JSON, object by object: the tree of a whole one would take several times the catalog's own memory. */
final class CatalogJson {
    private static final String PRODUCT = "product";
    private static final String FINGERPRINT = "fingerprint";
    private static final String OBJECTS = "objects";
    private static final String DEPENDENCIES = "dependencies";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String UNMODELLED = "unmodelled";
    private static final String STORED_INDEXES = "storedIndexes";
    private static final String VIEW_COLUMNS = "viewColumns";
    private static final String VIEW = "view";
    private static final String COLUMNS = "columns";
    private static final String EXTENSION_TYPES = "extensionTypes";
    private static final String READER = "reader";
    private static final String OWNERS = "owners";
    private static final String OF = "of";
    private static final String ROLE = "role";

    private @Nullable DatabaseProduct product;
    private Optional<Fingerprint> fingerprint = Optional.empty();
    private final List<SchemaObject> objects = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<UnmodelledObject> unmodelled = new ArrayList<>();
    private final List<StoredIndex> storedIndexes = new ArrayList<>();
    private final Map<ObjectKey, List<TypedName>> viewColumns = new LinkedHashMap<>();

    private ExtensionTypes extensionTypes = ExtensionTypes.NONE;
    private final Map<ObjectKey, String> owners = new LinkedHashMap<>();
    private Optional<String> reader = Optional.empty();

    private record Edge(ObjectKey from, ObjectKey to) {}

    /** Writes a catalog as members of the object that is begun. */
    static void write(Catalog catalog, JsonGenerator json) throws IOException {
        json.writeFieldName(PRODUCT);
        json.writeTree(RecordCodec.write(catalog.product()));
        json.writeStringField(FINGERPRINT, catalog.fingerprint().hex());
        json.writeArrayFieldStart(OBJECTS);
        for (SchemaObject object : catalog.objects()) {
            json.writeTree(RecordCodec.write(object));
        }
        json.writeEndArray();
        json.writeArrayFieldStart(DEPENDENCIES);
        for (SchemaObject object : catalog.objects()) {
            List<ObjectKey> needs = catalog.dependencies(object.key());
            if (!needs.isEmpty()) {
                ObjectNode needing = JsonNodeFactory.instance.objectNode();
                needing.set(FROM, RecordCodec.write(object.key()));
                needing.set(TO, RecordCodec.write(needs));
                json.writeTree(needing);
            }
        }
        json.writeEndArray();
        json.writeFieldName(UNMODELLED);
        json.writeTree(RecordCodec.write(catalog.unmodelled()));
        json.writeArrayFieldStart(STORED_INDEXES);
        for (StoredIndex index : catalog.storedIndexes()) {
            json.writeTree(RecordCodec.write(index));
        }
        json.writeEndArray();
        json.writeArrayFieldStart(VIEW_COLUMNS);
        for (SchemaObject object : catalog.objects()) {
            List<TypedName> columns = catalog.viewColumns(object.key());
            if (!columns.isEmpty()) {
                ObjectNode view = JsonNodeFactory.instance.objectNode();
                view.set(VIEW, RecordCodec.write(object.key()));
                view.set(COLUMNS, RecordCodec.write(columns));
                json.writeTree(view);
            }
        }
        json.writeEndArray();
        if (!catalog.extensionTypes().equals(ExtensionTypes.NONE)) {
            json.writeFieldName(EXTENSION_TYPES);
            json.writeTree(RecordCodec.write(catalog.extensionTypes()));
        }
        if (catalog.ownership().reader().isPresent()) {
            writeOwners(catalog.ownership(), json);
        }
        // For whoever reads the file; it follows from the rest.
        json.writeFieldName("redundantIndexes");
        json.writeTree(RecordCodec.write(RedundantIndex.in(catalog)));
    }

    private static void writeOwners(Ownership ownership, JsonGenerator json) throws IOException {
        json.writeStringField(READER, ownership.reader().orElseThrow());
        json.writeArrayFieldStart(OWNERS);
        for (Map.Entry<ObjectKey, String> entry : ownership.roles().entrySet()) {
            ObjectNode owner = JsonNodeFactory.instance.objectNode();
            owner.set(OF, RecordCodec.write(entry.getKey()));
            owner.put(ROLE, entry.getValue());
            json.writeTree(owner);
        }
        json.writeEndArray();
    }

    /**
     * Takes the value of a member of the root object, on which the parser stands, if it belongs to the catalog.
     *
     * @throws RecordCodec.MalformedJson when the value is of another form
     */
    boolean take(String member, JsonParser json) throws IOException {
        switch (member) {
            case PRODUCT -> product = RecordCodec.read(json.readValueAsTree(), DatabaseProduct.class);
            case FINGERPRINT -> fingerprint = Optional.of(RecordCodec.read(json.readValueAsTree(), Fingerprint.class));
            case OBJECTS -> each(json, node -> objects.add(RecordCodec.readObject(node)));
            case DEPENDENCIES ->
                each(json, node -> {
                    ObjectKey from = RecordCodec.read(node.path(FROM), ObjectKey.class);
                    node.path(TO).forEach(to -> edges.add(new Edge(from, RecordCodec.read(to, ObjectKey.class))));
                });
            case UNMODELLED -> each(json, node -> unmodelled.add(RecordCodec.read(node, UnmodelledObject.class)));
            // Snapshots of versions that did not keep them have none.
            case STORED_INDEXES -> each(json, node -> storedIndexes.add(RecordCodec.read(node, StoredIndex.class)));
            case VIEW_COLUMNS ->
                each(json, node -> {
                    List<TypedName> columns = new ArrayList<>();
                    node.path(COLUMNS).forEach(column -> columns.add(RecordCodec.read(column, TypedName.class)));
                    viewColumns.put(RecordCodec.read(node.path(VIEW), ObjectKey.class), columns);
                });
            // Snapshots of versions that did not read them have none; then the other side is asked.
            case EXTENSION_TYPES -> extensionTypes = RecordCodec.read(json.readValueAsTree(), ExtensionTypes.class);
            // Snapshots of versions that did not read owners have neither.
            case READER -> reader = Optional.of(RecordCodec.read(json.readValueAsTree(), String.class));
            case OWNERS ->
                each(
                        json,
                        node -> owners.put(
                                RecordCodec.read(node.path(OF), ObjectKey.class),
                                RecordCodec.read(node.path(ROLE), String.class)));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What is done with each item of an array. */
    private interface Item {
        void take(JsonNode node);
    }

    private static void each(JsonParser json, Item item) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new RecordCodec.MalformedJson("no array stands where one belongs");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            item.take(json.readValueAsTree());
        }
    }

    /**
     * Returns the catalog that was taken.
     *
     * @throws RecordCodec.MalformedJson when there is none, or it was changed after it was written
     */
    Catalog catalog() {
        if (product == null) {
            throw new RecordCodec.MalformedJson("it does not say which database it is of");
        }
        Catalog.Builder builder = Catalog.builder(product);
        objects.forEach(builder::add);
        edges.forEach(edge -> builder.dependency(edge.from(), edge.to()));
        unmodelled.forEach(builder::unmodelled);
        storedIndexes.forEach(builder::storedIndex);
        viewColumns.forEach(builder::viewColumns);
        builder.extensionTypes(extensionTypes);
        builder.ownership(reader.map(role -> Ownership.read(role, owners)).orElse(Ownership.NONE));
        Catalog catalog = builder.build();
        if (fingerprint.isPresent() && !fingerprint.get().equals(catalog.fingerprint())) {
            throw new RecordCodec.MalformedJson(
                    "its objects do not have the fingerprint that it names, so it was changed after it was written");
        }
        return catalog;
    }
}
