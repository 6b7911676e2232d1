// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import dev.plumbline.alignment.ColumnShape.Nulls;
import dev.plumbline.alignment.ColumnShape.Source;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.EnumType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.TypedName;
import dev.plumbline.script.SqlDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of PostgreSQL's tables and views as an application meets them: domains resolved, enum types known. */
final class PostgresShapes {
    /** A domain may be made of another, which the server keeps from being a circle. */
    private static final int DEEPEST = 50;

    private final Catalog catalog;

    PostgresShapes(Catalog catalog) {
        this.catalog = catalog;
    }

    private record Resolved(
            String type, boolean notNull, boolean hasDefault, AllowedValues allowed, boolean enumeration) {}

    ColumnShape of(Column column) {
        Resolved resolved = resolve(column.type());
        AllowedValues allowed = resolved.allowed();
        for (ObjectKey child : catalog.children(column.table())) {
            Optional<Constraint> check = catalog.find(child, Constraint.class)
                    .filter(constraint -> constraint.type() == ConstraintType.CHECK
                            && constraint.columns().equals(List.of(column.key().name())));
            if (check.isPresent()) {
                allowed = allowed.and(
                        CheckReader.read(check.get().definition(), column.key().name(), SqlDialect.POSTGRES));
            }
        }
        boolean hasDefault = resolved.hasDefault()
                || catalog.contains(
                        new ObjectKey(ObjectKind.DEFAULT, column.key().path()));
        Source source = switch (column.value()) {
            case ColumnValue.Given given -> hasDefault ? Source.DEFAULT : Source.ROW;
            case ColumnValue.Generated generated -> Source.DATABASE;
            case ColumnValue.Identity identity -> identity.always() ? Source.DATABASE : Source.DEFAULT;
        };
        return new ColumnShape(
                column.key().name(),
                resolved.type(),
                column.type(),
                column.notNull() || resolved.notNull() ? Nulls.NEVER : Nulls.POSSIBLE,
                source,
                allowed,
                resolved.enumeration(),
                true,
                false);
    }

    ColumnShape ofView(TypedName column) {
        Resolved resolved = resolve(column.type());
        return new ColumnShape(
                column.name(),
                resolved.type(),
                column.type(),
                Nulls.UNKNOWN,
                Source.DATABASE,
                resolved.allowed(),
                resolved.enumeration(),
                true,
                false);
    }

    private Resolved resolve(String type) {
        AllowedValues allowed = AllowedValues.ANY;
        boolean notNull = false;
        boolean hasDefault = false;
        String current = type;
        for (int depth = 0; depth < DEEPEST; depth++) {
            List<String> path = path(current);
            Optional<DomainType> domain = path.size() == 2
                    ? catalog.find(new ObjectKey(ObjectKind.DOMAIN, path), DomainType.class)
                    : Optional.empty();
            if (domain.isEmpty()) {
                Optional<EnumType> labels = path.size() == 2
                        ? catalog.find(new ObjectKey(ObjectKind.ENUM, path), EnumType.class)
                        : Optional.empty();
                AllowedValues all = labels.map(found -> AllowedValues.listed(found.labels()))
                        .orElse(AllowedValues.ANY)
                        .and(allowed);
                return new Resolved(current, notNull, hasDefault, all, labels.isPresent());
            }
            notNull |= domain.get().notNull();
            hasDefault |= domain.get().defaultExpression().isPresent();
            for (ObjectKey child : catalog.children(domain.get().key())) {
                allowed = allowed.and(catalog.find(child, Constraint.class)
                        .map(check -> CheckReader.read(check.definition(), "value", SqlDialect.POSTGRES))
                        .orElse(AllowedValues.ANY));
            }
            current = domain.get().baseType();
        }
        return new Resolved(current, notNull, hasDefault, allowed, false);
    }

    /** Returns the names of a qualified type, without quotes; those of the server's own types stand in no schema. */
    private static List<String> path(String type) {
        List<String> path = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (c == '"' && quoted && i + 1 < type.length() && type.charAt(i + 1) == '"') {
                name.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                path.add(name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        path.add(name.toString());
        return path;
    }
}
