// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.catalog.Fingerprint;
import dev.plumbline.catalog.ObjectComponents;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes records as JSON objects by their components and makes them anew, for every record of the library alike: a new
 * object kind needs no code here. Absent values are left out; a member of a sealed family carries its name under {@code
 * "is"}; fingerprints and durations are texts.
 */
final class RecordCodec {
    private static final String FAMILY_MEMBER = "is";
    private static final String KIND = "kind";
    private static final String PATH = "path";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordCodec() {}

    /** Returns a value as JSON. */
    static JsonNode write(Object value) {
        return switch (value) {
            case String text -> NODES.textNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Enum<?> constant -> NODES.textNode(constant.name());
            case Fingerprint fingerprint -> NODES.textNode(fingerprint.hex());
            case Duration duration -> NODES.textNode(duration.toString());
            case Optional<?> optional -> optional.map(RecordCodec::write).orElse(NODES.nullNode());
            case OptionalLong number -> number.isPresent() ? NODES.numberNode(number.getAsLong()) : NODES.nullNode();
            case Collection<?> items -> {
                ArrayNode array = NODES.arrayNode(items.size());
                items.forEach(item -> array.add(write(item)));
                yield array;
            }
            case Map<?, ?> map -> {
                ObjectNode object = NODES.objectNode();
                map.forEach((key, entry) -> object.set(key.toString(), write(entry)));
                yield object;
            }
            case ObjectKey key ->
                NODES.objectNode().put(KIND, key.kind().name()).set(PATH, write(key.path()));
            case Record nested -> writeRecord(nested);
            default -> throw new IllegalArgumentException("no JSON form for " + value.getClass());
        };
    }

    private static ObjectNode writeRecord(Record value) {
        ObjectNode object = NODES.objectNode();
        if (familyOf(value.getClass()).isPresent()) {
            object.put(FAMILY_MEMBER, value.getClass().getSimpleName());
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            JsonNode written = write(ObjectComponents.value(component, value));
            if (!written.isNull()) {
                object.set(component.getName(), written);
            }
        }
        return object;
    }

    private static Optional<Class<?>> familyOf(Class<?> type) {
        for (Class<?> family : type.getInterfaces()) {
            if (family.isSealed()) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }

    /** Returns the schema object that was written. */
    static SchemaObject readObject(JsonNode node) {
        return read(node, SchemaObject.class);
    }

    /** Returns the value of that type that was written. Throws {@link MalformedJson} when it is none. */
    static <T> T read(JsonNode node, Class<T> type) {
        return type.cast(readType(node, type));
    }

    private static Object readType(JsonNode node, Type type) {
        if (type instanceof ParameterizedType generic) {
            return readGeneric(node, generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return text(node);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return require(node, node.isBoolean(), "true or false").booleanValue();
        }
        if (raw == int.class || raw == Integer.class) {
            return require(node, node.canConvertToInt(), "a number").intValue();
        }
        if (raw == long.class || raw == Long.class) {
            return require(node, node.canConvertToLong(), "a number").longValue();
        }
        if (raw == Fingerprint.class) {
            return new Fingerprint(text(node));
        }
        if (raw == Duration.class) {
            return Duration.parse(text(node));
        }
        if (raw == ObjectKey.class) {
            return readKey(node);
        }
        if (raw == String[].class) {
            return texts(node);
        }
        if (raw.isEnum()) {
            return constant(raw, text(node));
        }
        if (raw.isSealed()) {
            return readRecord(node, member(raw, node));
        }
        return readRecord(node, raw);
    }

    private static ObjectKey readKey(JsonNode node) {
        require(node, node.isObject(), "an object");
        ObjectKind kind = (ObjectKind) readComponent(node, KIND, ObjectKind.class);
        String[] path = (String[]) readComponent(node, PATH, String[].class);
        if (path.length == 0) {
            throw new MalformedJson("nothing stands where a name belongs").at(PATH);
        }
        return ObjectKey.of(kind, path);
    }

    private static Object readGeneric(JsonNode node, ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return node.isNull() || node.isMissingNode() ? Optional.empty() : Optional.of(readType(node, arguments[0]));
        }
        // What this version writes and the one that wrote the file did not know of: there was nothing of it.
        if (node.isMissingNode()) {
            return readGeneric(Map.class.isAssignableFrom(raw) ? NODES.objectNode() : NODES.arrayNode(), type);
        }
        if (Map.class.isAssignableFrom(raw)) {
            Map<String, Object> map = new TreeMap<>();
            require(node, node.isObject(), "an object")
                    .properties()
                    .forEach(entry -> map.put(entry.getKey(), readType(entry.getValue(), arguments[1])));
            return map;
        }
        List<Object> items = new ArrayList<>();
        require(node, node.isArray(), "an array").forEach(item -> items.add(readType(item, arguments[0])));
        if (raw == List.class) {
            return items;
        }
        return raw == Set.class ? new LinkedHashSet<>(items) : new TreeSet<>(items);
    }

    private static Class<?> member(Class<?> family, JsonNode node) {
        String name = text(require(node, node.isObject(), "an object").path(FAMILY_MEMBER));
        return find(family, name)
                .orElseThrow(() -> new MalformedJson(
                        "'" + name + "' is no " + family.getSimpleName() + " that this version knows"));
    }

    private static Optional<Class<?>> find(Class<?> family, String name) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            Optional<Class<?>> found = member.isSealed()
                    ? find(member, name)
                    : Optional.<Class<?>>of(member)
                            .filter(type -> type.getSimpleName().equals(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Object readRecord(JsonNode node, Class<?> type) {
        require(node, node.isObject(), "an object");
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = readComponent(node, components[i].getName(), components[i].getGenericType());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new MalformedJson("not a " + type.getSimpleName() + ": " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    private static Object readComponent(JsonNode node, String name, Type type) {
        try {
            return readType(node.path(name), type);
        } catch (MalformedJson e) {
            throw e.at(name);
        }
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new MalformedJson("'" + name + "' is no " + type.getSimpleName() + " that this version knows");
    }

    private static String text(JsonNode node) {
        return require(node, node.isTextual(), "a text").textValue();
    }

    private static String[] texts(JsonNode node) {
        return require(node, node.isArray(), "an array")
                .valueStream()
                .map(RecordCodec::text)
                .toArray(String[]::new);
    }

    private static JsonNode require(JsonNode node, boolean fits, String what) {
        if (!fits) {
            throw new MalformedJson((node.isMissingNode()
                            ? "nothing"
                            : node.getNodeType().toString().toLowerCase(Locale.ROOT))
                    + " stands where " + what + " belongs");
        }
        return node;
    }

    /** JSON that is not what was to be read; {@link JsonReports} says in which file. */
    static final class MalformedJson extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedJson(String message) {
            super(message);
        }

        MalformedJson at(String component) {
            String message = getMessage();
            return new MalformedJson(
                    message != null && message.contains(" (at ")
                            ? message.replace(" (at ", " (at " + component + ".")
                            : message + " (at " + component + ")");
        }
    }
}
