// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.postgres.sql.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a value of one type becomes a value of another: by a cast where the server has one, else through its text, which
 * every type has ({@code find_coercion_pathway} in the server's {@code parse_coerce.c}).
 */
public final class Casts {
    /** Modifiers, as in {@code timestamp(3) with time zone} and {@code numeric(10,2)[]}; a quoted name may have parentheses. */
    private static final Pattern MODIFIERS = Pattern.compile("\\([0-9, -]+\\)(?=$|\\[| with)");

    /** Types of the category S in the server's own schema ({@code pg_type.dat}). */
    private static final Set<String> STRINGS = Set.of("text", "character varying", "character", "bpchar", "name");

    /** What stands for a base type where a type is no domain. */
    private static final String NONE = "";

    private final Catalog actual;
    private final Catalog desired;
    private final int majorVersion;

    /** The schema's own types with what domains are made of; null until a type outside pg_catalog changes. */
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
        if (from.equals(to) || isString(from) || isString(to) || isDeclared(from, to)) {
            return true;
        }
        if (isArray(from) && isArray(to)) {
            return isDirect(plain(element(from)), plain(element(to)));
        }
        if (isQualified(from) && isQualified(to)) {
            return false;
        }
        if (isQualified(from) || isQualified(to)) {
            // A type that is not the schema's own is an extension's, which has made it for such casts.
            String type = isQualified(from) ? from : to;
            return !own().containsKey(isArray(type) ? element(type) : type);
        }
        return BuiltInCasts.isThere(from, to, majorVersion);
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

    private Map<String, String> own() {
        Map<String, String> types = own;
        if (types == null) {
            types = new HashMap<>();
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
        return STRINGS.contains(type) || (majorVersion < 15 && type.equals("\"char\""));
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
