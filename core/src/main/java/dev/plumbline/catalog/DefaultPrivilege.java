// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;
import java.util.SortedMap;

/**
 * ALTER DEFAULT PRIVILEGES for one creating role, schema, object type and grantee, where it differs from the built-in
 * default.
 *
 * @param creator the role whose new objects are meant; {@code <owner>} for the role that owns the database
 * @param schema absent when it holds in every schema
 * @param objectType {@code TABLES}, {@code SEQUENCES}, {@code FUNCTIONS}, {@code TYPES} or {@code SCHEMAS}
 */
public record DefaultPrivilege(
        ObjectKey key,
        String creator,
        Optional<String> schema,
        String objectType,
        String grantee,
        SortedMap<String, Boolean> privileges)
        implements SchemaObject {
    public DefaultPrivilege {
        privileges = Values.copy(privileges);
    }
}
