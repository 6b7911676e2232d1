// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Accessory;
import dev.plumbline.catalog.Aggregate;
import dev.plumbline.catalog.Attachable;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Collation;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.Comment;
import dev.plumbline.catalog.CompositeType;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.DefaultPrivilege;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.EnumType;
import dev.plumbline.catalog.EventTrigger;
import dev.plumbline.catalog.Extension;
import dev.plumbline.catalog.ForeignTable;
import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.MaterializedView;
import dev.plumbline.catalog.NamedSchema;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Owner;
import dev.plumbline.catalog.Policy;
import dev.plumbline.catalog.Publication;
import dev.plumbline.catalog.RangeType;
import dev.plumbline.catalog.Routine;
import dev.plumbline.catalog.Rule;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.catalog.Statistics;
import dev.plumbline.catalog.Table;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.catalog.View;
import dev.plumbline.catalog.VirtualTable;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The object types as the inventory counts them, in its order, each with the rule of what is counted. */
public enum InventoryType {
    SCHEMA("schemas", "without those of the database itself"),
    EXTENSION("extensions", "their members are not counted anywhere"),
    TYPE("types", "enum, composite and range types, and domains"),
    COLLATION("collations", "user-defined"),
    SEQUENCE("sequences", "without those of identity columns"),
    TABLE("tables", "base tables; partitions apart"),
    PARTITION("partitions", "tables that are a partition of another"),
    VIRTUAL_TABLE("virtual tables", "shadow tables are not counted anywhere"),
    FOREIGN_TABLE("foreign tables", "all"),
    COLUMN("columns", "of tables that are no partitions; NOT NULL is part of the column"),
    DEFAULT("column defaults", "of tables that are no partitions"),
    PRIMARY_KEY("primary keys", "those that partitions inherit are not counted"),
    UNIQUE("unique constraints", "unique indexes apart"),
    FOREIGN_KEY("foreign keys", "those that partitions inherit are not counted"),
    CHECK("check constraints", "of tables and domains; NOT NULL is none"),
    EXCLUSION("exclusion constraints", "those that partitions inherit are not counted"),
    CONSTRAINT(
            "constraints in all",
            "unique, foreign key, check and exclusion constraints together; neither primary keys nor NOT NULL"),
    INDEX("indexes", "without those behind constraints and those that are part of a partitioned index"),
    FUNCTION("functions", "functions, procedures and aggregates; members of extensions are not counted"),
    VIEW("views", "plain views"),
    MATERIALIZED_VIEW("materialized views", "all"),
    TRIGGER("triggers", "without the clones on partitions; event triggers included"),
    RULE("rules", "without those that make views"),
    POLICY("policies", "of row-level security"),
    PUBLICATION("publications", "their tables are not counted apart"),
    ACCESSORY(
            "other",
            "casts, operators with their classes and families, conversions, text search, languages, transforms, access"
                    + " methods, foreign-data wrappers, servers, user mappings, file settings"),
    GRANT("grants", "a grantee and an object are one; default privileges included"),
    OWNER("owners", "where owners are compared"),
    STATISTICS("statistics objects", "extended statistics"),
    COMMENT("comments", "on any object");

    private static final Set<InventoryType> ADDED_UP = EnumSet.of(UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION);

    private final String label;
    private final String counted;

    InventoryType(String label, String counted) {
        this.label = label;
        this.counted = counted;
    }

    /** Returns the words for people. */
    public String label() {
        return label;
    }

    /** Returns what is counted, and what is not. */
    public String counted() {
        return counted;
    }

    /**
     * Returns the row in which objects of this row are counted a second time, because it is the sum of several; empty for
     * most. No object has a sum for its own row.
     */
    public Optional<InventoryType> sum() {
        return ADDED_UP.contains(this) ? Optional.of(CONSTRAINT) : Optional.empty();
    }

    /** Returns the row in which an object of the catalog is counted; empty when it is counted in none. */
    public static Optional<InventoryType> of(SchemaObject object, Catalog catalog) {
        return switch (object) {
            case NamedSchema schema -> Optional.of(SCHEMA);
            case Extension extension -> Optional.of(EXTENSION);
            case EnumType type -> Optional.of(TYPE);
            case CompositeType type -> Optional.of(TYPE);
            case RangeType type -> Optional.of(TYPE);
            case DomainType type -> Optional.of(TYPE);
            case Collation collation -> Optional.of(COLLATION);
            case Sequence sequence -> Optional.of(SEQUENCE);
            case Table table -> Optional.of(table.partitionOf().isPresent() ? PARTITION : TABLE);
            case ForeignTable table -> Optional.of(FOREIGN_TABLE);
            case Publication publication -> Optional.of(PUBLICATION);
            case Accessory accessory -> Optional.of(ACCESSORY);
            case SqliteTable table -> Optional.of(TABLE);
            case VirtualTable table -> Optional.of(VIRTUAL_TABLE);
            case Column column -> isPartition(column.table(), catalog) ? Optional.empty() : Optional.of(COLUMN);
            case SqliteColumn column -> Optional.of(COLUMN);
            case ColumnDefault value -> isPartition(tableOf(value), catalog) ? Optional.empty() : Optional.of(DEFAULT);
            case Constraint constraint ->
                constraint.inherited() || isPart(constraint) ? Optional.empty() : Optional.of(of(constraint));
            case Index index -> isPart(index) ? Optional.empty() : Optional.of(INDEX);
            case Routine routine -> Optional.of(FUNCTION);
            case Aggregate aggregate -> Optional.of(FUNCTION);
            case View view -> Optional.of(VIEW);
            case MaterializedView view -> Optional.of(MATERIALIZED_VIEW);
            case Trigger trigger -> Optional.of(TRIGGER);
            case EventTrigger trigger -> Optional.of(TRIGGER);
            case Rule rule -> Optional.of(RULE);
            case Policy policy -> Optional.of(POLICY);
            case Grant grant -> Optional.of(GRANT);
            case DefaultPrivilege privilege -> Optional.of(GRANT);
            case Owner owner -> Optional.of(OWNER);
            case Statistics statistics -> Optional.of(STATISTICS);
            case Comment comment -> Optional.of(COMMENT);
        };
    }

    /** What a partition has as a part of the partitioned table's is counted with that; a key that only an index took is one all the same. */
    private static boolean isPart(Attachable part) {
        return part.attachedTo().isPresent()
                || part.taken()
                        .filter(taken -> taken.by().kind() == part.key().kind())
                        .isPresent();
    }

    private static InventoryType of(Constraint constraint) {
        return switch (constraint.type()) {
            case PRIMARY_KEY -> PRIMARY_KEY;
            case UNIQUE -> UNIQUE;
            case FOREIGN_KEY -> FOREIGN_KEY;
            case CHECK -> CHECK;
            case EXCLUSION -> EXCLUSION;
        };
    }

    private static ObjectKey tableOf(ColumnDefault value) {
        var path = value.column().path();
        return new ObjectKey(ObjectKind.TABLE, path.subList(0, path.size() - 1));
    }

    private static boolean isPartition(ObjectKey table, Catalog catalog) {
        return catalog.find(table, Table.class).flatMap(Table::partitionOf).isPresent();
    }
}
