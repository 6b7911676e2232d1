// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The components of schema objects, read generically: what makes one comparison, one fingerprint and one file format
 * serve every kind.
 */
public final class ObjectComponents {
    private static final Map<Class<?>, List<RecordComponent>> COMPARED = new ConcurrentHashMap<>();
    private static final Map<Class<?>, List<RecordComponent>> ALL = new ConcurrentHashMap<>();

    private ObjectComponents() {}

    /** Returns the components that are compared, in order of declaration; the key is not among them. */
    public static List<RecordComponent> compared(Class<? extends SchemaObject> type) {
        return COMPARED.computeIfAbsent(type, ObjectComponents::findCompared);
    }

    /** Returns the components of a record that is part of an object, in order of declaration. */
    static List<RecordComponent> all(Class<? extends Record> type) {
        return ALL.computeIfAbsent(type, record -> List.of(record.getRecordComponents()));
    }

    private static List<RecordComponent> findCompared(Class<?> type) {
        List<RecordComponent> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getName().equals("key") && !component.isAnnotationPresent(Informative.class)) {
                components.add(component);
            }
        }
        return List.copyOf(components);
    }

    /** Returns the value of a component. */
    public static Object value(RecordComponent component, Object owner) {
        try {
            return Objects.requireNonNull(component.getAccessor().invoke(owner));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    /** Returns a value as one line of text that is the same for equal values, and readable. */
    public static String text(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.map(ObjectComponents::text).orElse("");
            case Collection<?> items ->
                String.join(", ", items.stream().map(ObjectComponents::text).toList());
            case Map<?, ?> map ->
                String.join(
                        ", ",
                        map.entrySet().stream()
                                .map(e -> text(e.getKey()) + "=" + text(e.getValue()))
                                .toList());
            case ColumnValue.Given given -> "";
            case ColumnValue.Generated generated ->
                "generated as (" + generated.expression() + ")" + (generated.stored() ? " stored" : " virtual");
            case ColumnValue.Identity identity ->
                "identity " + (identity.always() ? "always" : "by default") + " " + text(identity.sequence())
                        + identity.name().map(name -> " " + name).orElse("")
                        + identity.unlogged()
                                .map(unlogged -> unlogged ? " unlogged" : " logged")
                                .orElse("");
            default -> value.toString();
        };
    }
}
