// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.SecondForms;
import dev.plumbline.postgres.technique.ConversionNeeds;
import dev.plumbline.postgres.technique.TwoForms;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What stands in the table for columns of the second form while the first is there too: the columns, with their defaults and
 * grants; the indexes and unique keys that have them, so that queries and {@code ON CONFLICT} find them; and what all that and the
 * expressions need. What only refuses rows, NOT NULL among it, comes when the first form is gone: until then it could refuse a
 * write of an application that knows nothing of it.
 */
final class FormParts {
    private final Catalog actual;
    private final Catalog desired;
    private final SortedSet<ObjectKey> added = new TreeSet<>();
    private final Gap gap;

    FormParts(Catalog actual, Catalog desired) {
        this.actual = actual;
        this.desired = desired;
        this.gap = GapFinder.between(actual, desired);
    }

    /** Returns the actual catalog with the second forms of all of these. */
    Catalog with(List<TwoForms> all, SecondForms.Hinted hinted) {
        for (TwoForms forms : all) {
            forms.second().forEach(this::add);
            forms.columns()
                    .map(column -> hinted.values()
                            .getOrDefault(column, hinted.reversals().getOrDefault(column, "")))
                    .flatMap(expression -> ConversionNeeds.coming(expression, forms.table(), gap).stream())
                    .forEach(this::add);
        }
        for (TwoForms forms : all) {
            desired.children(forms.table()).stream()
                    .filter(key -> serves(key, forms))
                    .forEach(this::add);
        }
        Catalog.Builder both = actual.copied();
        added.stream().map(desired::object).map(this::nullable).forEach(both::add);
        added.forEach(key -> desired.dependencies(key).forEach(needed -> both.dependency(key, needed)));
        return both.build();
    }

    private SchemaObject nullable(SchemaObject object) {
        return object instanceof Column column ? column.withNotNull(false, Optional.empty(), List.of()) : object;
    }

    private void add(ObjectKey key) {
        if (actual.contains(key) || !desired.contains(key) || !added.add(key)) {
            return;
        }
        desired.object(key).parent().ifPresent(this::add);
        desired.dependencies(key).forEach(this::add);
        desired.children(key).stream()
                .filter(part -> part.kind() == ObjectKind.GRANT || isDefault(part))
                .forEach(this::add);
        if (key.kind() == ObjectKind.COLUMN) {
            add(new ObjectKey(ObjectKind.DEFAULT, key.path()));
        }
    }

    private boolean isDefault(ObjectKey key) {
        return desired.find(key, ColumnDefault.class).isPresent();
    }

    /** An index under a name that another has comes when that one goes. */
    private boolean serves(ObjectKey key, TwoForms forms) {
        List<ObjectKey> needed = desired.dependencies(key);
        return isKeyOrIndex(key)
                && !actual.contains(key)
                && needed.stream().anyMatch(forms.second()::contains)
                && needed.stream().allMatch(this::isThere)
                && !actual.contains(ObjectKey.of(ObjectKind.INDEX, key.schema(), key.name()));
    }

    private boolean isKeyOrIndex(ObjectKey key) {
        return desired.find(key, Index.class).filter(Index::valid).isPresent()
                || desired.find(key, Constraint.class)
                        .filter(constraint -> constraint.type() == ConstraintType.UNIQUE)
                        .isPresent();
    }

    private boolean isThere(ObjectKey needed) {
        return added.contains(needed)
                || (actual.contains(needed)
                        && (needed.kind() == ObjectKind.TABLE
                                || actual.object(needed).equals(desired.object(needed))));
    }
}
