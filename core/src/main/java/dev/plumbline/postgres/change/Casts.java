// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.Extension;
import dev.plumbline.catalog.ExtensionTypes.MemberCast;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.RangeType;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.postgres.sql.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a value of one type becomes a value of another: by a cast where the server has one, else through its text, which
 * every type has ({@code find_coercion_pathway} in the server's {@code parse_coerce.c}).
 */
public final class Casts {
    /**
     * Modifiers, as in {@code timestamp(3) with time zone}, {@code numeric(10,2)[]}, and with words those of an extension's type; a
     * quoted name may have parentheses.
     */
    private static final Pattern MODIFIERS = Pattern.compile("\\([^()\"]+\\)(?=$|\\[| with)");

    /** Types of the category S in the server's own schema ({@code pg_type.dat}). */
    private static final Set<String> STRINGS = Set.of("text", "character varying", "character", "bpchar", "name");

    /** What stands for a base type where a type is no domain. */
    private static final String NONE = "";

    private final Catalog actual;
    private final Catalog desired;
    private final int majorVersion;

    /** The schema's own types, and domains of extensions, with what domains are made of; null until a type outside pg_catalog changes. */
    private @Nullable Map<String, String> own;

    /** A cast that is made or dropped on the way from one catalog to the other cannot be relied on. */
    public Casts(Catalog actual, Catalog desired) {
        this.actual = actual;
        this.desired = desired;
        this.majorVersion = desired.product().majorVersion();
    }

    /** Returns the expression that converts a value; the types are as the server writes them with an empty search path. */
    public String convert(String value, String from, String to) {
        boolean arrays = isArray(from) && isArray(to);
        String through = isDirect(plain(from), plain(to)) ? "" : arrays ? "::text[]" : "::text";
        return value + through + "::" + to;
    }

    private boolean isDirect(String from, String to) {
        if (from.equals(to) || isString(from) || isString(to)) {
            return true;
        }
        if (isDeclared(from, to) || isOfExtension(from, to) || isOfRange(from, to)) {
            return true;
        }
        if (isArray(from) && isArray(to)) {
            return isDirect(plain(element(from)), plain(element(to)));
        }
        return BuiltInCasts.isThere(from, to, majorVersion) || hasMoved(from, to);
    }

    /** Returns the type without modifiers, a domain as what it is made of. */
    private String plain(String type) {
        String plain = MODIFIERS.matcher(type).replaceAll("");
        if (plain.startsWith("interval ")) {
            plain = plain.endsWith("[]") ? "interval[]" : "interval";
        }
        String base = isQualified(plain) ? own().getOrDefault(plain, NONE) : NONE;
        return base.isEmpty() ? plain : plain(base);
    }

    private boolean isDeclared(String from, String to) {
        ObjectKey cast = ObjectKey.of(ObjectKind.CAST, from, to);
        return actual.contains(cast) && desired.contains(cast);
    }

    private boolean isOfExtension(String from, String to) {
        return sides().anyMatch(side -> side.extensionTypes().casts().stream()
                .anyMatch(cast -> cast.from().equals(from) && cast.to().equals(to) && isThereThen(cast)));
    }

    /**
     * Returns whether a cast that one side has is there while columns change. An extension is made before the columns of its
     * types are, and dropped after them; whether it is updated before or after a column changes is not known, so that a cast
     * counts then which both versions have.
     */
    private boolean isThereThen(MemberCast cast) {
        Optional<Extension> before = actual.find(cast.extension(), Extension.class);
        Optional<Extension> after = desired.find(cast.extension(), Extension.class);
        if (before.isEmpty() || after.isEmpty()) {
            return cast.ofItsTypes();
        }
        return before.get().version().equals(after.get().version())
                || sides().allMatch(side -> side.extensionTypes().casts().contains(cast));
    }

    /** A range type brings the cast to its multirange. */
    private boolean isOfRange(String from, String to) {
        return isQualified(from)
                && isQualified(to)
                && sides().flatMap(side -> side.objects(RangeType.class))
                        .anyMatch(range -> Sql.of(range.key()).equals(from)
                                && to.equals(range.options().get("multirange_type_name")));
    }

    /** A type of an extension that goes to another schema is still itself. */
    private boolean hasMoved(String from, String to) {
        return isQualified(from)
                && isQualified(to)
                && !own().containsKey(from)
                && desired.objects(Extension.class)
                        .anyMatch(after -> actual.find(after.key(), Extension.class)
                                .filter(before -> from.startsWith(within(before)) && to.startsWith(within(after)))
                                .filter(before -> from.substring(within(before).length())
                                        .equals(to.substring(within(after).length())))
                                .isPresent());
    }

    private static String within(Extension extension) {
        return Sql.name(extension.schema()) + ".";
    }

    private Stream<Catalog> sides() {
        return Stream.of(actual, desired);
    }

    private Map<String, String> own() {
        Map<String, String> types = own;
        if (types == null) {
            types = new HashMap<>(actual.extensionTypes().domains());
            types.putAll(desired.extensionTypes().domains());
            for (Catalog catalog : List.of(actual, desired)) {
                for (SchemaObject object : catalog.objects()) {
                    if (object instanceof DomainType domain) {
                        types.put(Sql.of(domain.key()), domain.baseType());
                    } else if (isType(object)) {
                        types.put(Sql.of(object.key()), NONE);
                    }
                }
            }
            own = types;
        }
        return types;
    }

    /** The rows of tables and views have types of their own. */
    private static boolean isType(SchemaObject object) {
        return switch (object.key().kind()) {
            case ENUM, COMPOSITE, RANGE, TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
            default -> false;
        };
    }

    private boolean isString(String type) {
        return STRINGS.contains(type)
                || (majorVersion < 15 && type.equals("\"char\""))
                || sides().anyMatch(side -> side.extensionTypes().strings().contains(type));
    }

    private static boolean isArray(String type) {
        return type.endsWith("[]");
    }

    private static String element(String array) {
        return array.substring(0, array.length() - "[]".length());
    }

    /** A type outside pg_catalog is qualified by the server when the search path is empty. */
    private static boolean isQualified(String type) {
        return type.contains(".");
    }
}
