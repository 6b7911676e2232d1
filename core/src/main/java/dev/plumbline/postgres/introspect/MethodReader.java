// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.introspect.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.introspect.CatalogReading.optional;

import dev.plumbline.catalog.AccessMethod;
import dev.plumbline.catalog.Language;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.OperatorClass;
import dev.plumbline.catalog.OperatorFamily;
import dev.plumbline.catalog.OperatorFamilyMember;
import dev.plumbline.catalog.TextSearchParser;
import dev.plumbline.catalog.TextSearchTemplate;
import dev.plumbline.catalog.Transform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what extends the server itself: languages, transforms, access methods, operator classes, text search parsers. */
final class MethodReader {
    private final CatalogReading reading;

    MethodReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        languages();
        transforms();
        accessMethods();
        Map<ObjectAddress, List<OperatorFamilyMember>> members = members();
        families(members);
        classes(members);
        if (reading.isInhabited("pg_amop") || reading.isInhabited("pg_amproc")) {
            memberAddresses();
        }
        parsers();
        templates();
    }

    private void languages() throws SQLException {
        reading.rows(
                """
                SELECT l.oid, l.lanname, l.lanpltrusted, NULLIF(l.lanplcallfoid, 0)::regproc::text AS handler
                     , NULLIF(l.laninline, 0)::regproc::text AS inline, NULLIF(l.lanvalidator, 0)::regproc::text AS validator
                FROM pg_language l WHERE l.lanispl AND\s""" + notOfExtension("pg_language", "l.oid"),
                row -> reading.add(
                        ObjectAddress.of("pg_language", row.getLong("oid")),
                        new Language(
                                ObjectKey.of(ObjectKind.LANGUAGE, row.getString("lanname")),
                                row.getBoolean("lanpltrusted"),
                                optional(row, "handler"),
                                optional(row, "inline"),
                                optional(row, "validator"))));
    }

    private void transforms() throws SQLException {
        reading.rowsOf(
                "pg_transform",
                """
                SELECT t.oid, format_type(t.trftype, NULL) AS type, l.lanname
                     , NULLIF(t.trffromsql::oid, 0)::regprocedure::text AS fromsql
                     , NULLIF(t.trftosql::oid, 0)::regprocedure::text AS tosql
                FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang
                WHERE\s""" + notOfExtension("pg_transform", "t.oid"),
                row -> reading.add(
                        ObjectAddress.of("pg_transform", row.getLong("oid")),
                        new Transform(
                                ObjectKey.of(ObjectKind.TRANSFORM, row.getString("type"), row.getString("lanname")),
                                optional(row, "fromsql"),
                                optional(row, "tosql"))));
    }

    private void accessMethods() throws SQLException {
        reading.rowsOf(
                "pg_am",
                "SELECT a.oid, a.amname, a.amtype, a.amhandler::text AS handler FROM pg_am a"
                        + " WHERE a.oid >= 16384 AND " + notOfExtension("pg_am", "a.oid"),
                row -> reading.add(
                        ObjectAddress.of("pg_am", row.getLong("oid")),
                        new AccessMethod(
                                ObjectKey.of(ObjectKind.ACCESS_METHOD, row.getString("amname")),
                                row.getString("amtype").equals("t") ? "TABLE" : "INDEX",
                                row.getString("handler"))));
    }

    /** Returns the operators and functions by the class that they belong to, or by the family when to no class. */
    private Map<ObjectAddress, List<OperatorFamilyMember>> members() throws SQLException {
        Map<ObjectAddress, List<OperatorFamilyMember>> members = new HashMap<>();
        String owner = """
                 JOIN pg_depend d ON d.classid = '%s'::regclass AND d.objid = m.oid AND d.deptype IN ('i', 'a')
                  AND d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass)
                WHERE m.oid >= 16384""";
        reading.rowsOf(
                "pg_amop",
                """
                SELECT d.refclassid::regclass::text AS catalog, d.refobjid
                     , 'OPERATOR ' || m.amopstrategy || ' (' || format_type(m.amoplefttype, NULL) || ', '
                       || format_type(m.amoprighttype, NULL) || ')' AS slot
                     , 'OPERATOR ' || m.amopstrategy || ' ' || m.amopopr::regoperator::text
                       || COALESCE(' FOR ORDER BY ' || (SELECT quote_ident(fn.nspname) || '.' || quote_ident(f.opfname)
                            FROM pg_opfamily f JOIN pg_namespace fn ON fn.oid = f.opfnamespace
                            WHERE f.oid = m.amopsortfamily), '') AS definition
                FROM pg_amop m""" + owner.formatted("pg_amop") + " ORDER BY m.amoplefttype, m.amoprighttype, m.amopstrategy",
                row -> collect(row, members));
        reading.rowsOf("pg_amproc", """
                SELECT d.refclassid::regclass::text AS catalog, d.refobjid
                     , 'FUNCTION ' || m.amprocnum || ' (' || format_type(m.amproclefttype, NULL) || ', '
                       || format_type(m.amprocrighttype, NULL) || ')' AS slot
                     , 'FUNCTION ' || m.amprocnum || ' (' || format_type(m.amproclefttype, NULL) || ', '
                       || format_type(m.amprocrighttype, NULL) || ') ' || m.amproc::oid::regprocedure::text AS definition
                FROM pg_amproc m""" + owner.formatted("pg_amproc") + " ORDER BY 3", row -> collect(row, members));
        members.values().forEach(list -> list.sort((one, other) -> one.slot().compareTo(other.slot())));
        return members;
    }

    private static void collect(ResultSet row, Map<ObjectAddress, List<OperatorFamilyMember>> members)
            throws SQLException {
        members.computeIfAbsent(
                        ObjectAddress.of(row.getString("catalog"), row.getLong("refobjid")), k -> new ArrayList<>())
                .add(new OperatorFamilyMember(row.getString("slot"), row.getString("definition")));
    }

    private void families(Map<ObjectAddress, List<OperatorFamilyMember>> members) throws SQLException {
        reading.rowsOf("pg_opfamily", """
                SELECT f.oid, n.nspname, f.opfname, a.amname FROM pg_opfamily f
                JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am a ON a.oid = f.opfmethod
                WHERE\s""" + USER_SCHEMA + " AND " + notOfExtension("pg_opfamily", "f.oid"), row -> {
            ObjectAddress address = ObjectAddress.of("pg_opfamily", row.getLong("oid"));
            reading.add(
                    address,
                    new OperatorFamily(
                            key(row, ObjectKind.OPERATOR_FAMILY, "opfname"),
                            row.getString("amname"),
                            members.getOrDefault(address, List.of())));
        });
    }

    private void classes(Map<ObjectAddress, List<OperatorFamilyMember>> members) throws SQLException {
        reading.rowsOf("pg_opclass", """
                SELECT c.oid, n.nspname, c.opcname, a.amname, format_type(c.opcintype, NULL) AS type, c.opcdefault
                     , format_type(NULLIF(c.opckeytype, 0), NULL) AS storage
                     , quote_ident(fn.nspname) || '.' || quote_ident(f.opfname) AS family
                FROM pg_opclass c
                JOIN pg_namespace n ON n.oid = c.opcnamespace JOIN pg_am a ON a.oid = c.opcmethod
                JOIN pg_opfamily f ON f.oid = c.opcfamily JOIN pg_namespace fn ON fn.oid = f.opfnamespace
                WHERE\s""" + USER_SCHEMA + " AND " + notOfExtension("pg_opclass", "c.oid"), row -> {
            ObjectAddress address = ObjectAddress.of("pg_opclass", row.getLong("oid"));
            reading.add(
                    address,
                    new OperatorClass(
                            key(row, ObjectKind.OPERATOR_CLASS, "opcname"),
                            row.getString("amname"),
                            row.getString("family"),
                            row.getString("type"),
                            row.getBoolean("opcdefault"),
                            optional(row, "storage"),
                            members.getOrDefault(address, List.of())));
        });
    }

    private static ObjectKey key(ResultSet row, ObjectKind kind, String name) throws SQLException {
        return ObjectKey.of(kind, row.getString("nspname"), row.getString("amname"), row.getString(name));
    }

    /** What a member needs (an operator, a function), its class or family needs. */
    private void memberAddresses() throws SQLException {
        reading.rows("""
                SELECT d.classid::regclass::text AS catalog, d.objid, d.refclassid::regclass::text AS owner, d.refobjid
                FROM pg_depend d WHERE d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
                  AND d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass) AND d.deptype IN ('i', 'a')""", row -> {
            ObjectAddress member = ObjectAddress.of(row.getString("catalog"), row.getLong("objid"));
            reading.key(ObjectAddress.of(row.getString("owner"), row.getLong("refobjid")))
                    .ifPresent(key -> reading.alias(member, key));
        });
    }

    private void parsers() throws SQLException {
        reading.rowsOf(
                "pg_ts_parser",
                """
                SELECT p.oid, n.nspname, p.prsname AS name, p.prsstart::text AS "START", p.prstoken::text AS "GETTOKEN"
                     , p.prsend::text AS "END", p.prslextype::text AS "LEXTYPES"
                     , NULLIF(p.prsheadline::oid, 0)::regproc::text AS "HEADLINE"
                FROM pg_ts_parser p JOIN pg_namespace n ON n.oid = p.prsnamespace
                WHERE\s""" + USER_SCHEMA + " AND " + notOfExtension("pg_ts_parser", "p.oid"),
                row -> reading.add(
                        ObjectAddress.of("pg_ts_parser", row.getLong("oid")),
                        new TextSearchParser(
                                ObjectKey.of(
                                        ObjectKind.TEXT_SEARCH_PARSER, row.getString("nspname"), row.getString("name")),
                                functions(row, "START", "GETTOKEN", "END", "LEXTYPES", "HEADLINE"))));
    }

    private void templates() throws SQLException {
        reading.rowsOf(
                "pg_ts_template",
                """
                SELECT t.oid, n.nspname, t.tmplname AS name, NULLIF(t.tmplinit::oid, 0)::regproc::text AS "INIT"
                     , t.tmpllexize::text AS "LEXIZE"
                FROM pg_ts_template t JOIN pg_namespace n ON n.oid = t.tmplnamespace
                WHERE\s""" + USER_SCHEMA + " AND " + notOfExtension("pg_ts_template", "t.oid"),
                row -> reading.add(
                        ObjectAddress.of("pg_ts_template", row.getLong("oid")),
                        new TextSearchTemplate(
                                ObjectKey.of(
                                        ObjectKind.TEXT_SEARCH_TEMPLATE,
                                        row.getString("nspname"),
                                        row.getString("name")),
                                functions(row, "INIT", "LEXIZE"))));
    }

    private static SortedMap<String, String> functions(ResultSet row, String... roles) throws SQLException {
        SortedMap<String, String> functions = new TreeMap<>();
        for (String role : roles) {
            optional(row, role).ifPresent(function -> functions.put(role, function));
        }
        return functions;
    }
}
