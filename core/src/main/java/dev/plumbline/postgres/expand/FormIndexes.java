// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.KeyIndex;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.technique.ConcurrentIndexBuild;
import dev.plumbline.postgres.technique.TwoForms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Indexes of the second form which cannot be there as they are declared while the first form is: another one has the name, or the
 * table has its primary key still. They stand under names of their own until the second half, so that queries and
 * {@code ON CONFLICT} find them.
 *
 * @param columns the catalog with the second form and all that is there under its own name
 */
record FormIndexes(Catalog actual, Catalog desired, Catalog columns) {
    /** Returns what makes those of two forms that are not there yet. */
    List<Action> making(TwoForms forms) {
        return desired.children(forms.table()).stream()
                .filter(key -> isOf(key, forms) && !isThere(key))
                .flatMap(key -> index(key).stream())
                .filter(action -> !actual.contains(action.object()))
                .toList();
    }

    private boolean isOf(ObjectKey key, TwoForms forms) {
        List<ObjectKey> needed = desired.dependencies(key);
        return needed.stream().anyMatch(forms.second()::contains)
                && needed.stream().allMatch(columns::contains);
    }

    private boolean isThere(ObjectKey key) {
        return columns.find(key).equals(desired.find(key));
    }

    private Optional<Action> index(ObjectKey key) {
        String name = Scaffold.both(key.name());
        Stream<String> ofIndex = desired.find(key, Index.class).filter(Index::valid).stream()
                .map(index -> ConcurrentIndexBuild.build(index, name));
        // The key itself is checked when the transaction ends, which an index cannot wait for.
        Stream<String> ofKey = desired.find(key, Constraint.class).filter(KeyIndex::isOf).stream()
                .map(constraint -> KeyIndex.isDeferrable(constraint)
                        ? new KeyIndex(constraint).build(name).replaceFirst("^CREATE UNIQUE ", "CREATE ")
                        : new KeyIndex(constraint).build(name));
        return Stream.concat(ofIndex, ofKey)
                .findFirst()
                .map(sql -> Action.of(Verb.CREATE, ObjectKey.of(ObjectKind.INDEX, key.schema(), name))
                        .sql(sql.replaceFirst(" CONCURRENTLY ", " "))
                        .build());
    }
}
