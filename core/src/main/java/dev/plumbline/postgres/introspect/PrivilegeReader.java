// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.USER_SCHEMA;

import dev.plumbline.catalog.DefaultPrivilege;
import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads privileges in normal form: only where they differ from what an unset ACL means ({@code acldefault}), with the
 * owner named as such, since the two sides of a comparison may have different owners.
 */
public final class PrivilegeReader {
    /** Stands for the role that owns the object. */
    public static final String OWNER = "<owner>";

    private static final String GRANTEE = "CASE WHEN a.grantee = 0 THEN 'PUBLIC' WHEN a.grantee = o.owner THEN '"
            + OWNER + "' ELSE pg_get_userbyid(a.grantee)::text END";

    private final CatalogReading reading;

    PrivilegeReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        List<String> objects = new ArrayList<>();
        objects.add("""
                SELECT 'pg_class' AS catalog, c.oid, 0 AS number, c.relowner AS owner, c.relacl AS acl
                     , acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner) AS usual
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relacl IS NOT NULL AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND\s""" + USER_SCHEMA);
        objects.add("""
                SELECT 'pg_class' AS catalog, c.oid, t.attnum AS number, c.relowner AS owner, t.attacl AS acl
                     , acldefault('c', c.relowner) AS usual
                FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE t.attacl IS NOT NULL AND t.attnum > 0 AND NOT t.attisdropped
                  AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND\s""" + USER_SCHEMA);
        objects.add("""
                SELECT 'pg_proc' AS catalog, p.oid, 0 AS number, p.proowner AS owner, p.proacl AS acl
                     , acldefault('f', p.proowner) AS usual
                FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE p.proacl IS NOT NULL AND\s""" + USER_SCHEMA);
        // Before 17 the multirange of a range has privileges of its own, by default privileges; pg_dump passes them
        // over too.
        objects.add("""
                SELECT 'pg_type' AS catalog, t.oid, 0 AS number, t.typowner AS owner, t.typacl AS acl
                     , acldefault('T', t.typowner) AS usual
                FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                WHERE t.typacl IS NOT NULL AND t.typtype <> 'm' AND\s""" + USER_SCHEMA);
        objects.add("""
                SELECT 'pg_namespace' AS catalog, n.oid, 0 AS number, n.nspowner AS owner, n.nspacl AS acl
                     , acldefault('n', n.nspowner) AS usual
                FROM pg_namespace n WHERE n.nspacl IS NOT NULL AND\s""" + USER_SCHEMA);
        if (reading.isInhabited("pg_foreign_data_wrapper")) {
            objects.add("""
                    SELECT 'pg_foreign_data_wrapper' AS catalog, w.oid, 0 AS number, w.fdwowner AS owner, w.fdwacl AS acl
                         , acldefault('F', w.fdwowner) AS usual
                    FROM pg_foreign_data_wrapper w WHERE w.fdwacl IS NOT NULL""");
        }
        if (reading.isInhabited("pg_foreign_server")) {
            objects.add("""
                    SELECT 'pg_foreign_server' AS catalog, s.oid, 0 AS number, s.srvowner AS owner, s.srvacl AS acl
                         , acldefault('S', s.srvowner) AS usual
                    FROM pg_foreign_server s WHERE s.srvacl IS NOT NULL""");
        }
        if (reading.isInhabited("pg_language")) {
            objects.add("""
                    SELECT 'pg_language' AS catalog, l.oid, 0 AS number, l.lanowner AS owner, l.lanacl AS acl
                         , acldefault('l', l.lanowner) AS usual
                    FROM pg_language l WHERE l.lanacl IS NOT NULL AND l.oid >= 16384""");
        }
        grants(String.join("\nUNION ALL ", objects));
        defaults();
    }

    private void grants(String objects) throws SQLException {
        SortedMap<ObjectKey, Entry> entries = new TreeMap<>();
        reading.rows(
                "SELECT o.catalog, o.oid, o.number, " + GRANTEE + " AS grantee, a.privilege_type, a.is_grantable, "
                        + "s.actual FROM (" + objects + ") o, LATERAL (VALUES (true, o.acl), (false, o.usual))"
                        + " AS s(actual, items), LATERAL aclexplode(s.items) a",
                row -> collect(row, entries));
        entries.forEach((target, entry) -> entry.grants(target).forEach(grant -> {
            reading.builder().add(grant);
            if (target.kind() == ObjectKind.COLUMN) {
                // What is granted or revoked on a table holds for its columns too.
                ColumnGrants.relationGrants(target, grant.grantee())
                        .forEach(whole -> reading.builder().dependency(grant.key(), whole));
            }
        }));
    }

    private void collect(ResultSet row, SortedMap<ObjectKey, Entry> entries) throws SQLException {
        ObjectAddress address = new ObjectAddress(row.getString("catalog"), row.getLong("oid"), row.getInt("number"));
        Optional<ObjectKey> target = reading.key(address);
        Optional<ObjectKey> owner = reading.owner(address).filter(reading.builder()::contains);
        if (target.isEmpty() || owner.isEmpty() || target.get().kind() == ObjectKind.EXTENSION) {
            return;
        }
        // Privileges on a table's row type are the type's only where it stands alone.
        if (address.catalog().equals("pg_type")
                && (target.get().kind() == ObjectKind.TABLE || target.get().kind() == ObjectKind.FOREIGN_TABLE)) {
            return;
        }
        entries.computeIfAbsent(target.get(), k -> new Entry(owner.get()))
                .put(
                        row.getBoolean("actual"),
                        row.getString("grantee"),
                        row.getString("privilege_type"),
                        row.getBoolean("is_grantable"));
    }

    /**
     * Default privileges of one schema add to nothing; those of all schemas replace the built-in ones (PostgreSQL
     * documentation, ALTER DEFAULT PRIVILEGES).
     */
    private void defaults() throws SQLException {
        SortedMap<List<String>, Entry> entries = new TreeMap<>(PrivilegeReader::byElements);
        reading.rowsOf(
                "pg_default_acl",
                """
                SELECT CASE WHEN d.defaclrole IN (SELECT b.datdba FROM pg_database b
                                                  WHERE b.datname = current_database())
                              OR d.defaclrole = (SELECT r.oid FROM pg_roles r WHERE r.rolname = current_user) THEN""" + " '" + OWNER + "' " + """
                            ELSE pg_get_userbyid(d.defaclrole)::text END AS creator
                     , COALESCE(n.nspname, '') AS schema
                     , CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                                            WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS'
                                            ELSE 'LARGE OBJECTS' END AS objecttype
                     , CASE WHEN a.grantee = 0 THEN 'PUBLIC' WHEN a.grantee = d.defaclrole THEN""" + " '" + OWNER + "' " + """
                            ELSE pg_get_userbyid(a.grantee)::text END AS grantee
                     , a.privilege_type, a.is_grantable, s.actual
                FROM pg_default_acl d
                LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
                , LATERAL (VALUES (true, d.defaclacl),
                                  (false, CASE WHEN d.defaclnamespace = 0
                                               THEN acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's'
                                                               ELSE d.defaclobjtype END::"char", d.defaclrole)
                                               ELSE NULL::aclitem[] END)) AS s(actual, items)
                , LATERAL aclexplode(s.items) a""",
                row -> entries.computeIfAbsent(
                                List.of(row.getString("creator"), row.getString("schema"), row.getString("objecttype")),
                                k -> new Entry(ObjectKey.of(ObjectKind.SCHEMA, "-")))
                        .put(
                                row.getBoolean("actual"),
                                row.getString("grantee"),
                                row.getString("privilege_type"),
                                row.getBoolean("is_grantable")));
        entries.forEach((path, entry) -> entry.differing().forEach((grantee, privileges) -> {
            List<String> keyPath = new ArrayList<>(path);
            keyPath.add(grantee);
            DefaultPrivilege found = new DefaultPrivilege(
                    new ObjectKey(ObjectKind.DEFAULT_PRIVILEGE, keyPath),
                    path.get(0),
                    path.get(1).isEmpty() ? Optional.empty() : Optional.of(path.get(1)),
                    path.get(2),
                    grantee,
                    privileges);
            reading.builder().add(found);
            found.schema()
                    .ifPresent(schema ->
                            reading.builder().dependency(found.key(), ObjectKey.of(ObjectKind.SCHEMA, schema)));
        }));
    }

    private static int byElements(List<String> one, List<String> other) {
        return String.join("\0", one).compareTo(String.join("\0", other));
    }

    /** The privileges on one object, as they are and as they would be without an ACL. */
    private static final class Entry {
        private final ObjectKey owner;
        private final SortedMap<String, SortedMap<String, Boolean>> actual = new TreeMap<>();
        private final SortedMap<String, SortedMap<String, Boolean>> usual = new TreeMap<>();

        Entry(ObjectKey owner) {
            this.owner = owner;
        }

        void put(boolean isActual, String grantee, String privilege, boolean grantable) {
            (isActual ? actual : usual)
                    .computeIfAbsent(grantee, k -> new TreeMap<>())
                    // Two grantors may have granted the same; either's grant option counts.
                    .merge(privilege, grantable, Boolean::logicalOr);
        }

        SortedMap<String, SortedMap<String, Boolean>> differing() {
            SortedMap<String, SortedMap<String, Boolean>> differing = new TreeMap<>();
            SortedSet<String> grantees = new TreeSet<>(actual.keySet());
            grantees.addAll(usual.keySet());
            for (String grantee : grantees) {
                SortedMap<String, Boolean> is = actual.getOrDefault(grantee, CatalogReading.none());
                SortedMap<String, Boolean> would = usual.getOrDefault(grantee, CatalogReading.none());
                if (!is.equals(would)) {
                    differing.put(grantee, is);
                }
            }
            return differing;
        }

        List<Grant> grants(ObjectKey target) {
            List<Grant> grants = new ArrayList<>();
            differing()
                    .forEach((grantee, privileges) -> grants.add(new Grant(
                            ObjectKey.about(ObjectKind.GRANT, target, grantee), target, owner, grantee, privileges)));
            return grants;
        }
    }
}
