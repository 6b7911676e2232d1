// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.Comment;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads the comments on what was read before it. */
final class CommentReader {
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
