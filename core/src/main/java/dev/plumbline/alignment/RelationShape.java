// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import dev.plumbline.catalog.ObjectKey;
import java.util.List;

/**
 * A table or view with its columns in order.
 *
 * @param written whether an application may write rows through it: a table, no view
 * @param typed whether its columns have types: those of a virtual table have none
 */
record RelationShape(ObjectKey key, boolean written, boolean typed, List<ColumnShape> columns) {
    RelationShape {
        columns = List.copyOf(columns);
    }
}
