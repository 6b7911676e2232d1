// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what depends on what. {@code pg_depend} is the server's own record (PostgreSQL documentation, "pg_depend"); it
 * knows nothing of the bodies of functions that are kept as text.
 */
final class DependencyReader {
    /**
     * All that users' objects depend on; what the triggers depend on by which the server checks foreign keys apart, as they are no
     * objects (CreateTrigger in trigger.c). The catalogs by their OIDs: to say the name of each would take the server as long as the rest.
     */
    static final String EDGES = """
            SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid, d.deptype
            FROM pg_depend d
            WHERE d.objid >= 16384 AND d.deptype IN ('n', 'a', 'i', 'P', 'S')
                  AND NOT (d.classid = 'pg_trigger'::regclass AND d.deptype = 'i')""";

    private static final String CATALOGS =
            "SELECT oid, relname FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r'";

    /** {@code DEPENDENCY_PARTITION_PRI}: a part on its whole (dependency.h). */
    private static final String PART = "P";

    private final CatalogReading reading;
    private final Map<Long, String> catalogs = new HashMap<>();

    DependencyReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        reading.rows(CATALOGS, row -> catalogs.put(row.getLong("oid"), row.getString("relname")));
        reading.rows(EDGES, this::edge);
        inheritedColumns();
    }

    private void edge(ResultSet row) throws SQLException {
        ObjectAddress dependent = address(row, "classid", "objid", "objsubid");
        if (reading.isImplied(dependent.whole())) {
            return;
        }
        Optional<ObjectKey> from = find(dependent);
        if (from.isEmpty()) {
            return;
        }
        Optional<ObjectKey> to = find(address(row, "refclassid", "refobjid", "refobjsubid"));
        if (to.isPresent()
                && isNeed(from.get(), to.get())
                && !(row.getString("deptype").equals(PART) && reading.isFirst(from.get()))) {
            reading.builder().dependency(from.get(), to.get());
        }
    }

    private static boolean isNeed(ObjectKey from, ObjectKey to) {
        // What an extension's members depend on among themselves is the extension's own affair.
        boolean ofExtension = from.kind() == ObjectKind.EXTENSION
                && to.kind() != ObjectKind.SCHEMA
                && to.kind() != ObjectKind.EXTENSION;
        // A table depends on the columns of its own partition key; they are made with it.
        return !from.equals(to) && !ofExtension && !isBelow(to, from);
    }

    private ObjectAddress address(ResultSet row, String catalog, String oid, String column) throws SQLException {
        return new ObjectAddress(catalogs.getOrDefault(row.getLong(catalog), ""), row.getLong(oid), row.getInt(column));
    }

    private Optional<ObjectKey> find(ObjectAddress address) {
        Optional<ObjectKey> found = reading.owner(address);
        return found.isPresent() || address.column() == 0 ? found : reading.owner(address.whole());
    }

    private static boolean isBelow(ObjectKey lower, ObjectKey upper) {
        return lower.path().size() > upper.path().size()
                && lower.isWithin(upper)
                && (upper.kind() == ObjectKind.TABLE || upper.kind() == ObjectKind.FOREIGN_TABLE);
    }

    /** A column that a parent alone defines comes and goes with the parent's column. */
    private void inheritedColumns() throws SQLException {
        reading.rowsOf("pg_inherits", """
                SELECT i.inhrelid, c.attnum AS child, i.inhparent, p.attnum AS parent
                FROM pg_inherits i
                JOIN pg_attribute p ON p.attrelid = i.inhparent AND p.attnum > 0 AND NOT p.attisdropped
                JOIN pg_attribute c ON c.attrelid = i.inhrelid AND c.attname = p.attname AND c.attinhcount > 0""", row -> {
            Optional<ObjectKey> child =
                    find(new ObjectAddress("pg_class", row.getLong("inhrelid"), row.getInt("child")));
            Optional<ObjectKey> parent =
                    find(new ObjectAddress("pg_class", row.getLong("inhparent"), row.getInt("parent")));
            if (child.isPresent() && parent.isPresent()) {
                reading.builder().dependency(child.get(), parent.get());
            }
        });
    }
}
