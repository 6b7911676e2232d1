// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/** A PostgreSQL schema, or SQLite's {@code main}. */
public record NamedSchema(ObjectKey key) implements SchemaObject {}
