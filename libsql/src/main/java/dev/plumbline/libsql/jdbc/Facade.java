// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows an object as one of JDBC's wide interfaces. The object has a public method for each that the driver knows, with
 * the interface's name and parameters; every other one throws {@link SQLFeatureNotSupportedException}.
 */
final class Facade implements InvocationHandler {
    private record Signature(String name, List<Class<?>> parameters) {
        static Signature of(Method method) {
            return new Signature(method.getName(), List.of(method.getParameterTypes()));
        }
    }

    private static final Map<Class<?>, Map<Signature, Method>> METHODS = new ConcurrentHashMap<>();

    private final Class<?> face;
    private final Object calls;
    private final Map<Signature, Method> methods;

    private Facade(Class<?> face, Object calls) {
        this.face = face;
        this.calls = calls;
        this.methods = METHODS.computeIfAbsent(calls.getClass(), type -> methods(type, face));
    }

    /** Returns the object as that interface. */
    static <T> T of(Class<T> face, Object calls) {
        return face.cast(
                Proxy.newProxyInstance(Facade.class.getClassLoader(), new Class<?>[] {face}, new Facade(face, calls)));
    }

    /** A public method that the interface lacks would never be called, so there must be none. */
    private static Map<Signature, Method> methods(Class<?> type, Class<?> face) {
        List<Signature> known = Arrays.stream(face.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Signature::of)
                .toList();
        Map<Signature, Method> methods = new ConcurrentHashMap<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                    if (isObjects(method)) {
                        continue;
                    }
                    if (!known.contains(Signature.of(method))) {
                        throw new IllegalStateException(method + " is no method of " + face.getName());
                    }
                    methods.putIfAbsent(Signature.of(method), method);
                }
            }
        }
        return methods;
    }

    private static boolean isObjects(Method method) {
        return Stream.of(Object.class.getMethods()).map(Signature::of).anyMatch(Signature.of(method)::equals);
    }

    /** One that has no equals of its own is equal to itself alone. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        @Nullable Object[] given = arguments == null ? new @Nullable Object[0] : arguments;
        Optional<Method> found = Optional.ofNullable(methods.get(Signature.of(method)));
        if (found.isPresent()) {
            try {
                return found.get().invoke(calls, given);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }
        return switch (method.getName()) {
            case "toString" -> calls.toString();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == given[0];
            case "isWrapperFor" -> wanted(given).isInstance(proxy);
            case "unwrap" -> unwrap(proxy, wanted(given));
            default -> {
                if (method.isDefault()) {
                    yield InvocationHandler.invokeDefault(proxy, method, given);
                }
                throw new SQLFeatureNotSupportedException("The driver for libSQL has no " + face.getSimpleName() + "."
                        + method.getName() + " with these parameters.");
            }
        };
    }

    private static Class<?> wanted(@Nullable Object[] given) {
        return (Class<?>) Objects.requireNonNull(given[0]);
    }

    private Object unwrap(Object proxy, Class<?> wanted) throws SQLException {
        if (wanted.isInstance(proxy)) {
            return proxy;
        }
        throw new SQLException("This " + face.getSimpleName() + " is no " + wanted.getName() + ".");
    }
}
