// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/** A SQLite virtual table such as FTS5; its shadow tables are not objects. */
public record VirtualTable(ObjectKey key, String module, String definition) implements SchemaObject {}
