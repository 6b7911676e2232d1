// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.catalog.Fingerprint;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.UnmodelledObject;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.RelationLock;
import dev.plumbline.plan.RelationSize;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepCost;
import dev.plumbline.plan.TimeRange;
import dev.plumbline.plan.Timeouts;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.plan.Verb;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Values of every kind, made up from the types of their components, so that a new kind is tested at once. */
final class Samples {
    private int counter;

    static Catalog catalogOfEveryKind() {
        Samples samples = new Samples();
        Catalog.Builder builder = Catalog.builder(new DatabaseProduct("postgres", "17.5", 17));
        ObjectKey before = null;
        for (Class<?> type : members(SchemaObject.class)) {
            SchemaObject object = (SchemaObject) samples.value(type);
            builder.add(object);
            if (before != null) {
                builder.dependency(object.key(), before);
            }
            before = object.key();
        }
        return builder.unmodelled(new UnmodelledObject("publication", "app \"pub\""))
                .build();
    }

    static Plan plan() {
        ObjectKey table = ObjectKey.of(ObjectKind.TABLE, "app", "users");
        Step first = new Step(
                1,
                Verb.ALTER,
                table.child(ObjectKind.COLUMN, "old"),
                List.of("ALTER TABLE app.users DROP COLUMN old"),
                "nobody declares it",
                EnumSet.of(Hazard.DATA_LOSS, Hazard.IRREVERSIBLE),
                Optional.of("the values of old"),
                TransactionMode.TOGETHER,
                Timeouts.QUICK,
                Optional.of(new StepCost(
                        List.of(new RelationLock("app.users", LockMode.ACCESS_EXCLUSIVE)),
                        List.of(),
                        List.of("app.users"),
                        List.of("app.users_key"),
                        List.of("app.users"),
                        Optional.of("something is not seen"),
                        List.of(new RelationSize("app.users", 41_000_000_000L, 7_000_000L, Optional.of(120_000_000L))),
                        Optional.of(new TimeRange(Duration.ofSeconds(70), Duration.ofSeconds(140))))));
        Step second = new Step(
                2,
                Verb.CREATE,
                ObjectKey.of(ObjectKind.INDEX, "app", "users_name"),
                List.of("CREATE INDEX CONCURRENTLY users_name ON app.users (name)"),
                "queries by name",
                EnumSet.noneOf(Hazard.class),
                Optional.empty(),
                TransactionMode.OUTSIDE,
                Timeouts.LONG,
                Optional.empty());
        Fingerprint from = new Fingerprint("a".repeat(64));
        Fingerprint to = new Fingerprint("b".repeat(64));
        return new Plan(
                new DatabaseProduct("postgres", "17.5", 17),
                from,
                to,
                List.of(first, second),
                List.of(second),
                List.of(new Checkpoint(1, to)),
                Optional.of(new Proof(true, true, 1, 8, 8, List.of(), List.of())));
    }

    private static List<Class<?>> members(Class<?> family) {
        return Stream.of(family.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? members(type).stream() : Stream.<Class<?>>of(type))
                .toList();
    }

    private Object value(Type type) {
        counter++;
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return counter % 2 == 0 ? Optional.empty() : Optional.of(value(arguments[0]));
            }
            if (generic.getRawType() == SortedMap.class) {
                return new TreeMap<>(Map.of("key " + counter, value(arguments[1])));
            }
            List<Object> items = List.of(value(arguments[0]));
            return generic.getRawType() == SortedSet.class ? new TreeSet<>(items) : items;
        }
        Class<?> raw = (Class<?>) type;
        if (raw == ObjectKey.class) {
            return ObjectKey.of(ObjectKind.TABLE, "app", "it's \"" + counter + "\"; \n – ünï");
        }
        if (raw == String.class) {
            return "text " + counter;
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return counter % 2 == 0;
        }
        if (raw == int.class || raw == Integer.class) {
            return counter;
        }
        if (raw == long.class) {
            return Long.MAX_VALUE - counter;
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        return record(raw.isSealed() ? members(raw).getLast() : raw);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i].getGenericType());
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.toString(), e);
        }
    }
}
