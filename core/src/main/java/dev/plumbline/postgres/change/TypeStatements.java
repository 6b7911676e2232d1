// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Collation;
import dev.plumbline.catalog.CompositeType;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.EnumType;
import dev.plumbline.catalog.Extension;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.RangeType;
import dev.plumbline.catalog.TypedName;
import dev.plumbline.plan.Hazard;
import dev.plumbline.postgres.sql.AutomaticNames;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.StableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements for extensions, collations and types. */
public final class TypeStatements {
    private TypeStatements() {}

    /** Returns what makes an extension in its schema and at its version. */
    public static String create(Extension extension) {
        return "CREATE EXTENSION " + Sql.of(extension.key()) + " WITH SCHEMA " + Sql.name(extension.schema())
                + " VERSION " + Sql.literal(extension.version());
    }

    static Optional<Alteration> alter(Extension from, Extension to) {
        Alteration alteration = Alteration.of();
        String alter = "ALTER EXTENSION " + Sql.of(to.key());
        if (!from.schema().equals(to.schema())) {
            alteration.add(alter + " SET SCHEMA " + Sql.name(to.schema()));
        }
        if (!from.version().equals(to.version())) {
            alteration
                    .add(alter + " UPDATE TO " + Sql.literal(to.version()))
                    .loses("version " + from.version() + ", for extensions are seldom made to go back");
        }
        return Optional.of(alteration);
    }

    /** Returns what makes a collation. */
    public static String create(Collation collation) {
        return "CREATE COLLATION " + Sql.of(collation.key()) + " ("
                + assignments(collation.options().entrySet().stream()
                        .map(e -> e.getKey() + " = " + e.getValue())
                        .toList())
                + ")";
    }

    /** Returns what makes an enum with its labels, in order. */
    public static String create(EnumType type) {
        return create(type, Sql.of(type.key()));
    }

    private static String create(EnumType type, String name) {
        return "CREATE TYPE " + name + " AS ENUM ("
                + type.labels().stream().map(Sql::literal).collect(Collectors.joining(", ")) + ")";
    }

    /** Labels can be added anywhere; to remove or reorder them takes a new type, see {@link TypeSwap}. */
    static Optional<Alteration> alter(EnumType from, EnumType to) {
        List<String> kept = new ArrayList<>(to.labels());
        kept.retainAll(from.labels());
        if (!kept.equals(from.labels())) {
            return Optional.empty();
        }
        // A label cannot be used before the transaction that adds it has been committed (ALTER TYPE, Notes).
        Alteration alteration = Alteration.of().inOwnTransaction().loses("the reverse must convert rows that use it");
        List<String> present = new ArrayList<>(from.labels());
        for (int i = 0; i < to.labels().size(); i++) {
            String label = to.labels().get(i);
            if (present.contains(label)) {
                continue;
            }
            String place = "";
            if (i > 0) {
                place = " AFTER " + Sql.literal(to.labels().get(i - 1));
            } else if (!present.isEmpty()) {
                place = " BEFORE " + Sql.literal(present.get(0));
            }
            alteration.add("ALTER TYPE " + Sql.of(to.key()) + " ADD VALUE " + Sql.literal(label) + place);
            present.add(i, label);
        }
        return Optional.of(alteration);
    }

    /** Returns what makes a domain, without its checks. */
    public static String create(DomainType domain) {
        return create(domain, "");
    }

    /** Returns the same with the name for NOT NULL that the server chooses where no other domain has it. */
    static String createWithName(DomainType domain) {
        return create(
                domain,
                " CONSTRAINT " + Sql.name(AutomaticNames.notNull(domain.key().name())));
    }

    private static String create(DomainType domain, String constraint) {
        StringBuilder sql = new StringBuilder("CREATE DOMAIN " + Sql.of(domain.key()) + " AS " + domain.baseType());
        domain.collation().ifPresent(collation -> sql.append(" COLLATE ").append(collation));
        domain.defaultExpression().ifPresent(value -> sql.append(" DEFAULT ").append(StableText.of(value)));
        if (domain.notNull()) {
            sql.append(constraint).append(" NOT NULL");
        }
        return sql.toString();
    }

    static Optional<Alteration> alter(DomainType from, DomainType to) {
        if (!from.baseType().equals(to.baseType()) || !from.collation().equals(to.collation())) {
            return Optional.empty();
        }
        Alteration alteration = Alteration.of();
        String alter = "ALTER DOMAIN " + Sql.of(to.key());
        if (!from.defaultExpression().equals(to.defaultExpression())) {
            alteration.add(alter
                    + to.defaultExpression()
                            .map(value -> " SET DEFAULT " + StableText.of(value))
                            .orElse(" DROP DEFAULT"));
        }
        if (from.notNull() != to.notNull()) {
            alteration.add(alter + (to.notNull() ? " SET NOT NULL" : " DROP NOT NULL"));
            if (to.notNull()) {
                alteration.hazard(Hazard.DATA_DEPENDENT);
            }
        }
        return Optional.of(alteration);
    }

    /** Returns what makes a composite type with its attributes, in order. */
    public static String create(CompositeType type) {
        return "CREATE TYPE " + Sql.of(type.key()) + " AS ("
                + type.attributes().stream().map(TypeStatements::attribute).collect(Collectors.joining(", ")) + ")";
    }

    private static String attribute(TypedName attribute) {
        return Sql.name(attribute.name()) + " " + attribute.type()
                + attribute
                        .collation()
                        .map(collation -> " COLLATE " + collation)
                        .orElse("");
    }

    /** Attributes can be added at the end, dropped, and changed where no column uses the type. */
    static Optional<Alteration> alter(CompositeType from, CompositeType to) {
        List<String> before = from.attributes().stream().map(TypedName::name).toList();
        List<String> after = to.attributes().stream().map(TypedName::name).toList();
        List<String> shared = new ArrayList<>(before);
        shared.retainAll(after);
        if (!shared.equals(after.subList(0, shared.size()))) {
            return Optional.empty();
        }
        Alteration alteration = Alteration.of();
        String alter = "ALTER TYPE " + Sql.of(to.key());
        for (TypedName attribute : from.attributes()) {
            if (!after.contains(attribute.name())) {
                alteration
                        .add(alter + " DROP ATTRIBUTE " + Sql.name(attribute.name()))
                        .hazard(Hazard.DATA_LOSS);
            }
        }
        for (TypedName attribute : to.attributes()) {
            int place = before.indexOf(attribute.name());
            if (place < 0) {
                alteration.add(alter + " ADD ATTRIBUTE " + attribute(attribute));
            } else if (!from.attributes().get(place).equals(attribute)) {
                alteration.add(alter + " ALTER ATTRIBUTE " + Sql.name(attribute.name()) + " TYPE " + attribute.type()
                        + attribute.collation().map(c -> " COLLATE " + c).orElse(""));
            }
        }
        return Optional.of(alteration);
    }

    /** Returns what makes a range type, and its multirange with it. */
    public static String create(RangeType type) {
        return "CREATE TYPE " + Sql.of(type.key()) + " AS RANGE ("
                + assignments(type.options().entrySet().stream()
                        .map(e -> e.getKey() + " = " + e.getValue())
                        .toList())
                + ")";
    }

    private static String assignments(List<String> assignments) {
        return String.join(", ", assignments);
    }

    /** Returns the name under which a type waits, while columns are moved to its successor. */
    public static String waitingName(ObjectKey key) {
        return AutomaticNames.marked(key.name(), "__plumbline_old");
    }
}
