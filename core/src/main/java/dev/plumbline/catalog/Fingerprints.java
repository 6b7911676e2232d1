// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The canonical form and its hash. Every value is written with a tag and its length, so that no two different objects
 * share a form. What is absent or empty is left out: a component that a later version adds changes no fingerprint where there is
 * nothing of it. Not safe for use by several threads.
 */
final class Fingerprints {
    private final MessageDigest digest = sha256();
    private final StringBuilder canonical = new StringBuilder();

    Fingerprint of(SchemaObject object) {
        canonical.setLength(0);
        append(canonical, object.key());
        for (RecordComponent component : ObjectComponents.compared(object.getClass())) {
            Object value = ObjectComponents.value(component, object);
            if (!isNothing(value)) {
                append(canonical, component.getName());
                append(canonical, value);
            }
        }
        return new Fingerprint(hash(canonical.toString()));
    }

    private static boolean isNothing(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.isEmpty();
            case Collection<?> items -> items.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }

    Fingerprint ofText(String text) {
        return new Fingerprint(hash(text));
    }

    private static void append(StringBuilder out, Object value) {
        switch (value) {
            case Optional<?> optional -> {
                out.append('?').append(optional.isPresent() ? 1 : 0);
                optional.ifPresent(present -> append(out, present));
            }
            case ObjectKey key -> {
                append(out, key.kind().name());
                append(out, key.path());
            }
            case Collection<?> items -> {
                out.append('[').append(items.size()).append(':');
                items.forEach(item -> append(out, item));
            }
            case Map<?, ?> map -> {
                out.append('{').append(map.size()).append(':');
                map.forEach((k, v) -> {
                    append(out, k);
                    append(out, v);
                });
            }
            case Record nested -> {
                out.append('(').append(nested.getClass().getSimpleName()).append(':');
                for (RecordComponent component : ObjectComponents.all(nested.getClass())) {
                    append(out, ObjectComponents.value(component, nested));
                }
            }
            default -> {
                String text = value.toString();
                out.append('=').append(text.length()).append(':').append(text);
            }
        }
    }

    private String hash(String text) {
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
