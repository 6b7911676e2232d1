// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/**
 * An installed PostgreSQL extension. Its members are not in the catalog; what depends on a member depends on it.
 *
 * @param schema the schema that its objects were put into
 * @param version {@code pg_extension.extversion}
 */
public record Extension(ObjectKey key, String schema, String version) implements SchemaObject {}
