// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.introspect.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.introspect.CatalogReading.optional;

import dev.plumbline.catalog.ForeignDataWrapper;
import dev.plumbline.catalog.ForeignServer;
import dev.plumbline.catalog.ForeignTable;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.UserMapping;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads foreign-data wrappers, servers, user mappings and foreign tables. The value of an option that is a secret by its
 * name is left where it is: no catalog, plan or report ever holds it.
 */
final class ForeignReader {
    private static final Pattern SECRET = Pattern.compile(
            "(?!password_required$).*(password|passwd|passcode|passphrase|secret|token|credential"
                    + "|api_?key|access_?key|private_?key).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final CatalogReading reading;

    ForeignReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read(Map<Long, List<ObjectKey>> parents, Map<Long, List<SchemaObject>> implied) throws SQLException {
        wrappers();
        servers();
        mappings();
        tables(parents, implied);
    }

    /** Options with the secret ones apart. */
    private record Options(SortedMap<String, String> shown, SortedSet<String> secrets) {
        static Options of(ResultSet row, String column) throws SQLException {
            SortedMap<String, String> shown = new TreeMap<>(CatalogReading.options(row, column));
            SortedSet<String> secrets = new TreeSet<>();
            shown.keySet().stream()
                    .filter(name -> SECRET.matcher(name).matches())
                    .forEach(secrets::add);
            shown.keySet().removeAll(secrets);
            return new Options(shown, secrets);
        }
    }

    private void wrappers() throws SQLException {
        reading.rowsOf("pg_foreign_data_wrapper", """
                SELECT w.oid, w.fdwname, NULLIF(w.fdwhandler, 0)::regproc::text AS handler
                     , NULLIF(w.fdwvalidator, 0)::regproc::text AS validator, w.fdwoptions
                FROM pg_foreign_data_wrapper w WHERE\s""" + notOfExtension("pg_foreign_data_wrapper", "w.oid"), row -> {
            Options options = Options.of(row, "fdwoptions");
            reading.add(
                    ObjectAddress.of("pg_foreign_data_wrapper", row.getLong("oid")),
                    new ForeignDataWrapper(
                            ObjectKey.of(ObjectKind.FOREIGN_DATA_WRAPPER, row.getString("fdwname")),
                            optional(row, "handler"),
                            optional(row, "validator"),
                            options.shown(),
                            options.secrets()));
        });
    }

    private void servers() throws SQLException {
        reading.rowsOf("pg_foreign_server", """
                SELECT s.oid, s.srvname, w.fdwname, s.srvtype, s.srvversion, s.srvoptions
                FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
                WHERE\s""" + notOfExtension("pg_foreign_server", "s.oid"), row -> {
            Options options = Options.of(row, "srvoptions");
            reading.add(
                    ObjectAddress.of("pg_foreign_server", row.getLong("oid")),
                    new ForeignServer(
                            ObjectKey.of(ObjectKind.SERVER, row.getString("srvname")),
                            row.getString("fdwname"),
                            optional(row, "srvtype"),
                            optional(row, "srvversion"),
                            options.shown(),
                            options.secrets()));
        });
    }

    private void mappings() throws SQLException {
        // The view shows the options to those who may see them; the table below it is the superuser's alone.
        reading.rowsOf("pg_foreign_server", """
                SELECT m.umid, m.srvname, CASE WHEN m.umuser = 0 THEN 'PUBLIC' ELSE m.usename::text END AS username
                     , m.umoptions
                FROM pg_user_mappings m WHERE\s""" + notOfExtension("pg_foreign_server", "m.srvid"), row -> {
            Options options = Options.of(row, "umoptions");
            String server = row.getString("srvname");
            String user = row.getString("username");
            reading.add(
                    ObjectAddress.of("pg_user_mapping", row.getLong("umid")),
                    new UserMapping(
                            ObjectKey.of(ObjectKind.USER_MAPPING, server, user),
                            server,
                            user,
                            options.shown(),
                            options.secrets()));
        });
    }

    private void tables(Map<Long, List<ObjectKey>> parents, Map<Long, List<SchemaObject>> implied) throws SQLException {
        reading.rowsOf(
                "pg_foreign_table",
                """
                SELECT c.oid, n.nspname, c.relname, s.srvname, f.ftoptions, c.reltype, ty.typarray
                     , c.relispartition, pg_get_expr(c.relpartbound, c.oid) AS bound
                FROM pg_foreign_table f
                JOIN pg_class c ON c.oid = f.ftrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_foreign_server s ON s.oid = f.ftserver
                LEFT JOIN pg_type ty ON ty.oid = c.reltype
                WHERE\s""" + USER_SCHEMA + " AND " + notOfExtension("pg_class", "c.oid"),
                row -> table(
                        row,
                        parents.getOrDefault(row.getLong("oid"), List.of()),
                        implied.getOrDefault(row.getLong("oid"), List.of())));
    }

    private void table(ResultSet row, List<ObjectKey> above, List<SchemaObject> implied) throws SQLException {
        ObjectKey key = ObjectKey.of(ObjectKind.FOREIGN_TABLE, row.getString("nspname"), row.getString("relname"));
        boolean partition = row.getBoolean("relispartition");
        Options options = Options.of(row, "ftoptions");
        reading.add(
                ObjectAddress.of("pg_class", row.getLong("oid")),
                new ForeignTable(
                        key,
                        row.getString("srvname"),
                        options.shown(),
                        options.secrets(),
                        partition
                                ? Optional.of(new PartitionOf(above.get(0), row.getString("bound")))
                                : Optional.empty(),
                        partition ? List.of() : above,
                        implied));
        reading.alias(ObjectAddress.of("pg_type", row.getLong("reltype")), key);
        reading.alias(ObjectAddress.of("pg_type", row.getLong("typarray")), key);
    }
}
