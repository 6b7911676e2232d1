// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import dev.plumbline.catalog.Comment;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads the comments on what was read before it. */
final class CommentReader {
    /** Comments on NOT NULL, which has constraints from 18 on, and on what children have because their parents do. */
    private static final String PARTS = """
            SELECT k.oid, k.conname, k.conrelid, k.contypid, d.description
                 , CASE WHEN k.contype = 'n' AND k.conrelid <> 0 THEN a.attname END AS attname
            FROM pg_description d
            JOIN pg_constraint k ON k.oid = d.objoid
            LEFT JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
            WHERE d.classoid = 'pg_constraint'::regclass
              AND (k.contype = 'n' OR k.coninhcount > 0 OR k.conparentid <> 0)""";

    private static final String ABOVE = """
            WITH RECURSIVE family AS (
                SELECT k.oid, k.conname, k.conrelid, k.oid AS above FROM pg_description d
                JOIN pg_constraint k ON k.oid = d.objoid
                WHERE d.classoid = 'pg_constraint'::regclass AND (k.coninhcount > 0 OR k.conparentid <> 0)
                UNION
                SELECT f.oid, f.conname, f.conrelid, p.oid FROM family f
                JOIN pg_constraint k ON k.oid = f.above
                JOIN pg_inherits h ON h.inhrelid = k.conrelid
                JOIN pg_constraint p ON p.conrelid = h.inhparent
                     AND (p.oid = k.conparentid
                          OR k.contype = 'c' AND p.contype = 'c' AND p.conname = k.conname))
            SELECT conname, conrelid, above FROM family WHERE above <> oid""";

    private final CatalogReading reading;

    CommentReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        // What initdb made has OIDs below 16384 (access/transam.h, FirstNormalObjectId), the schema public among it.
        reading.rows("""
                SELECT d.classoid::regclass::text AS catalog, d.objoid, d.objsubid, d.description
                FROM pg_description d
                WHERE d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass""", this::comment);
        reading.rowsOf("pg_description", PARTS, this::part);
        reading.rowsOf("pg_description", ABOVE, this::above);
    }

    /** A constraint that is part of a column or of a parent's constraint; a comment on it is nobody's but its own. */
    private void part(ResultSet row) throws SQLException {
        Optional<ObjectKey> relation = reading.key(ObjectAddress.of("pg_class", row.getLong("conrelid")));
        Optional<ObjectKey> domain = reading.key(ObjectAddress.of("pg_type", row.getLong("contypid")));
        Optional<ObjectKey> whole = row.getLong("contypid") == 0 ? relation : domain;
        if (whole.isEmpty()
                || reading.key(ObjectAddress.of("pg_constraint", row.getLong("oid")))
                        .isPresent()) {
            return;
        }
        ObjectKey target = whole.get().child(ObjectKind.CONSTRAINT, row.getString("conname"));
        Optional<ObjectKey> owner = CatalogReading.optional(row, "attname")
                .map(column -> whole.get().child(ObjectKind.COLUMN, column))
                .or(() -> whole)
                .filter(reading.builder()::contains);
        if (owner.isPresent()) {
            reading.builder()
                    .add(new Comment(
                            ObjectKey.about(ObjectKind.COMMENT, target),
                            target,
                            owner.get(),
                            reading.shared(row.getString("description"))));
        }
    }

    /** It is there once the constraint is of which it is a part. */
    private void above(ResultSet row) throws SQLException {
        Optional<ObjectKey> table = reading.key(ObjectAddress.of("pg_class", row.getLong("conrelid")));
        Optional<ObjectKey> above = reading.key(ObjectAddress.of("pg_constraint", row.getLong("above")));
        if (table.isPresent() && above.isPresent()) {
            ObjectKey target = table.get().child(ObjectKind.CONSTRAINT, row.getString("conname"));
            reading.builder().dependency(ObjectKey.about(ObjectKind.COMMENT, target), above.get());
        }
    }

    private void comment(ResultSet row) throws SQLException {
        ObjectAddress address =
                new ObjectAddress(row.getString("catalog"), row.getLong("objoid"), row.getInt("objsubid"));
        Optional<ObjectKey> target = reading.key(address);
        Optional<ObjectKey> owner = reading.owner(address).filter(reading.builder()::contains);
        // A comment on an extension's member, or on the index behind a constraint, is reached through another object.
        if (target.isPresent() && owner.isPresent() && !isBehind(address, target.get())) {
            ObjectKey key = ObjectKey.about(ObjectKind.COMMENT, target.get());
            reading.builder().add(new Comment(key, target.get(), owner.get(), row.getString("description")));
        }
    }

    private static boolean isBehind(ObjectAddress address, ObjectKey target) {
        return switch (address.catalog()) {
            case "pg_class" ->
                switch (target.kind()) {
                    case CONSTRAINT, EXTENSION -> true;
                    // The class row of a composite type and the sequence of an identity column.
                    case COMPOSITE -> true;
                    case COLUMN -> address.column() == 0;
                    default -> false;
                };
            case "pg_type" ->
                switch (target.kind()) {
                    case ENUM, DOMAIN, COMPOSITE, RANGE -> false;
                    default -> true;
                };
            case "pg_rewrite" -> target.kind() != ObjectKind.RULE;
            case "pg_extension" -> false;
            default -> target.kind() == ObjectKind.EXTENSION || target.kind() == ObjectKind.DEFAULT;
        };
    }
}
