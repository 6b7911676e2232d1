// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.EnumType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.plan.PresenceQueries;
import dev.plumbline.postgres.sql.Sql;
import java.util.Optional;

/** Asks PostgreSQL's system catalogs (PostgreSQL documentation, "System Catalogs"); every name is qualified. */
public final class PostgresPresenceQueries implements PresenceQueries {
    private static final String IN_SCHEMA = " JOIN pg_catalog.pg_namespace n ON n.oid = ";

    @Override
    public Optional<String> exists(ObjectKey key) {
        return exists(key, "");
    }

    @Override
    public Optional<String> isAs(SchemaObject desired) {
        return exists(desired.key(), more(desired));
    }

    /** What has to hold besides, where it can be said without regard to the search path. */
    private static String more(SchemaObject desired) {
        if (desired instanceof Index index && index.valid()) {
            return " AND (SELECT x.indisvalid FROM pg_catalog.pg_index x WHERE x.indexrelid = c.oid)";
        }
        if (desired instanceof Constraint constraint && constraint.validated()) {
            return " AND k.convalidated"
                    + (constraint.valid()
                            ? " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_index x WHERE x.indexrelid = k.conindid AND NOT x.indisvalid)"
                            : "");
        }
        if (desired instanceof Column column) {
            String nullable = column.notNull() ? " AND a.attnotnull" : " AND NOT a.attnotnull";
            // The name of a type in a schema is written as the search path wants it.
            return column.type().indexOf('.') >= 0 || column.type().indexOf('"') >= 0
                    ? nullable
                    : nullable + " AND pg_catalog.format_type(a.atttypid, a.atttypmod) = " + Sql.literal(column.type());
        }
        if (desired instanceof EnumType type) {
            StringBuilder labels = new StringBuilder();
            for (String label : type.labels()) {
                labels.append(labels.isEmpty() ? "" : ", ").append(Sql.literal(label));
            }
            return " AND ARRAY(SELECT e.enumlabel::pg_catalog.text FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid"
                    + " ORDER BY e.enumsortorder) = ARRAY[" + labels + "]::pg_catalog.text[]";
        }
        return "";
    }

    private static Optional<String> exists(ObjectKey key, String more) {
        String found = switch (key.kind()) {
            case SCHEMA -> named("pg_namespace n", "n.nspname", key);
            case EXTENSION -> named("pg_extension x", "x.extname", key);
            case EVENT_TRIGGER -> named("pg_event_trigger t", "t.evtname", key);
            case PUBLICATION -> named("pg_publication p", "p.pubname", key);
            case FOREIGN_DATA_WRAPPER -> named("pg_foreign_data_wrapper w", "w.fdwname", key);
            case SERVER -> named("pg_foreign_server s", "s.srvname", key);
            case USER_MAPPING ->
                " FROM pg_catalog.pg_user_mappings m WHERE m.srvname = " + Sql.literal(key.schema())
                        + " AND coalesce(nullif(m.usename, 'public'), 'PUBLIC') = " + Sql.literal(key.name());
            case LANGUAGE -> named("pg_language l", "l.lanname", key);
            case ACCESS_METHOD -> named("pg_am a", "a.amname", key);
            case OPERATOR_FAMILY -> ofMethod("pg_opfamily f", "f.opfnamespace", "f.opfname", "f.opfmethod", key);
            case OPERATOR_CLASS -> ofMethod("pg_opclass o", "o.opcnamespace", "o.opcname", "o.opcmethod", key);
            case TRANSFORM ->
                " FROM pg_catalog.pg_transform x JOIN pg_catalog.pg_language l ON l.oid = x.trflang"
                        + " WHERE x.trftype = pg_catalog.to_regtype(" + Sql.literal(key.schema())
                        + ") AND l.lanname = " + Sql.literal(key.name());
            case TEXT_SEARCH_PARSER -> inSchema("pg_ts_parser p", "p.prsnamespace", "p.prsname", key);
            case TEXT_SEARCH_TEMPLATE -> inSchema("pg_ts_template p", "p.tmplnamespace", "p.tmplname", key);
            case CAST ->
                " FROM pg_catalog.pg_cast x WHERE x.castsource = pg_catalog.to_regtype("
                        + Sql.literal(key.schema()) + ") AND x.casttarget = pg_catalog.to_regtype("
                        + Sql.literal(key.name()) + ")";
            case OPERATOR ->
                " WHERE pg_catalog.to_regoperator(" + Sql.literal(Sql.of(key).replaceFirst(" ", "")) + ") IS NOT NULL";
            case CONVERSION -> inSchema("pg_conversion v", "v.connamespace", "v.conname", key);
            case TEXT_SEARCH_DICTIONARY -> inSchema("pg_ts_dict d", "d.dictnamespace", "d.dictname", key);
            case TEXT_SEARCH_CONFIGURATION -> inSchema("pg_ts_config g", "g.cfgnamespace", "g.cfgname", key);
            case FOREIGN_TABLE -> relation(key, "'f'");
            case COLLATION -> inSchema("pg_collation l", "l.collnamespace", "l.collname", key);
            case STATISTICS -> inSchema("pg_statistic_ext s", "s.stxnamespace", "s.stxname", key);
            case ENUM -> type(key, "e");
            case DOMAIN -> type(key, "d");
            case COMPOSITE -> type(key, "c");
            case RANGE -> type(key, "r");
            case SEQUENCE -> relation(key, "'S'");
            case TABLE, VIRTUAL_TABLE -> relation(key, "'r', 'p', 'f'");
            case VIEW -> relation(key, "'v'");
            case MATERIALIZED_VIEW -> relation(key, "'m'");
            case INDEX -> relation(key, "'i', 'I'");
            case FUNCTION, PROCEDURE, AGGREGATE ->
                " WHERE pg_catalog.to_regprocedure(" + Sql.literal(Sql.of(key)) + ") IS NOT NULL";
            case COLUMN -> onRelation("pg_attribute a", "a.attrelid", "a.attname", key) + " AND NOT a.attisdropped";
            case DEFAULT -> onRelation("pg_attribute a", "a.attrelid", "a.attname", key) + " AND a.atthasdef";
            case TRIGGER -> onRelation("pg_trigger g", "g.tgrelid", "g.tgname", key);
            case RULE -> onRelation("pg_rewrite w", "w.ev_class", "w.rulename", key);
            case POLICY -> onRelation("pg_policy p", "p.polrelid", "p.polname", key);
            case CONSTRAINT -> constraint(key);
            case SETTING, OWNER, COMMENT, GRANT, DEFAULT_PRIVILEGE -> "";
        };
        return found.isEmpty() ? Optional.empty() : Optional.of("EXISTS (SELECT 1" + found + more + ")");
    }

    private static String named(String table, String name, ObjectKey key) {
        return " FROM pg_catalog." + table + " WHERE " + name + " = " + Sql.literal(key.name());
    }

    private static String inSchema(String table, String schema, String name, ObjectKey key) {
        return " FROM pg_catalog." + table + IN_SCHEMA + schema + " WHERE n.nspname = " + Sql.literal(key.schema())
                + " AND " + name + " = " + Sql.literal(key.path().get(1));
    }

    private static String ofMethod(String table, String schema, String name, String method, ObjectKey key) {
        return " FROM pg_catalog." + table + " JOIN pg_catalog.pg_am a ON a.oid = " + method + IN_SCHEMA + schema
                + " WHERE n.nspname = " + Sql.literal(key.schema()) + " AND a.amname = "
                + Sql.literal(key.path().get(1)) + " AND " + name + " = " + Sql.literal(key.name());
    }

    private static String type(ObjectKey key, String kind) {
        return inSchema("pg_type t", "t.typnamespace", "t.typname", key) + " AND t.typtype = '" + kind + "'";
    }

    private static String relation(ObjectKey key, String kinds) {
        return inSchema("pg_class c", "c.relnamespace", "c.relname", key) + " AND c.relkind IN (" + kinds + ")";
    }

    private static String onRelation(String table, String relation, String name, ObjectKey key) {
        return " FROM pg_catalog." + table + " JOIN pg_catalog.pg_class c ON c.oid = " + relation + IN_SCHEMA
                + "c.relnamespace WHERE n.nspname = " + Sql.literal(key.schema()) + " AND c.relname = "
                + Sql.literal(key.path().get(1)) + " AND " + name + " = " + Sql.literal(key.name());
    }

    /** A constraint stands on a table or on a domain. */
    private static String constraint(ObjectKey key) {
        return " FROM pg_catalog.pg_constraint k LEFT JOIN pg_catalog.pg_class c ON c.oid = k.conrelid"
                + " LEFT JOIN pg_catalog.pg_type t ON t.oid = k.contypid" + IN_SCHEMA
                + "coalesce(c.relnamespace, t.typnamespace) WHERE n.nspname = " + Sql.literal(key.schema())
                + " AND coalesce(c.relname, t.typname) = "
                + Sql.literal(key.path().get(1)) + " AND k.conname = "
                + Sql.literal(key.name());
    }
}
