// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Aggregate;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Comment;
import dev.plumbline.catalog.DefaultPrivilege;
import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.introspect.ColumnGrants;
import dev.plumbline.postgres.introspect.PrivilegeReader;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Statements for grants, default privileges and comments. */
public final class PrivilegeStatements {
    /** The version that brought the privilege of the same name. */
    private static final int MAINTAIN = 17;

    private PrivilegeStatements() {}

    /** Returns the words for a grantee of an object that belongs to the one who runs the statement. */
    public static String role(String role) {
        return role(role, Optional.empty());
    }

    /**
     * Returns the words for a grantee.
     *
     * @param owner the role that owns the object by then; empty where it is the one who runs the statement
     */
    public static String role(String role, Optional<String> owner) {
        return role.equals(PrivilegeReader.OWNER) ? owner.map(Sql::name).orElse("CURRENT_USER") : Sql.role(role);
    }

    /**
     * Returns what takes the privileges on an object from one state to the other.
     *
     * @param grantee in the words of {@link #role(String, Optional)}
     */
    public static List<String> change(
            ObjectKey target, String grantee, SortedMap<String, Boolean> from, SortedMap<String, Boolean> to) {
        List<String> statements = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<String> optionGone = new ArrayList<>();
        List<String> granted = new ArrayList<>();
        List<String> grantable = new ArrayList<>();
        from.forEach((privilege, option) -> {
            if (!to.containsKey(privilege)) {
                gone.add(privilege);
            } else if (option && !isTrue(to, privilege)) {
                optionGone.add(privilege);
            }
        });
        to.forEach((privilege, option) -> {
            if (!from.containsKey(privilege) || (option && !isTrue(from, privilege))) {
                (option ? grantable : granted).add(privilege);
            }
        });
        add(statements, "REVOKE ", gone, target, " FROM " + grantee);
        add(statements, "REVOKE GRANT OPTION FOR ", optionGone, target, " FROM " + grantee);
        add(statements, "GRANT ", granted, target, " TO " + grantee);
        add(statements, "GRANT ", grantable, target, " TO " + grantee + " WITH GRANT OPTION");
        return statements;
    }

    private static boolean isTrue(SortedMap<String, Boolean> map, String key) {
        return Boolean.TRUE.equals(map.get(key));
    }

    private static void add(
            List<String> statements, String verb, List<String> privileges, ObjectKey target, String tail) {
        if (!privileges.isEmpty()) {
            statements.add(verb + list(target, privileges) + " ON " + object(target) + tail);
        }
    }

    private static String list(ObjectKey target, List<String> privileges) {
        if (target.kind() != ObjectKind.COLUMN) {
            return String.join(", ", privileges);
        }
        String column = " (" + Sql.name(target.name()) + ")";
        return String.join(", ", privileges.stream().map(p -> p + column).toList());
    }

    private static String object(ObjectKey target) {
        return switch (target.kind()) {
            case COLUMN, TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> "TABLE " + Sql.of(target);
            case SERVER -> "FOREIGN SERVER " + Sql.of(target);
            case AGGREGATE -> "FUNCTION " + Sql.of(target);
            default -> Sql.kind(target.kind()) + " " + Sql.of(target);
        };
    }

    static List<String> create(Grant grant, Optional<String> owner, int version) {
        return change(
                grant.target(),
                role(grant.grantee(), owner),
                usual(grant.target(), grant.grantee(), version),
                grant.privileges());
    }

    static List<String> drop(Grant grant, Optional<String> owner, int version) {
        return change(
                grant.target(),
                role(grant.grantee(), owner),
                grant.privileges(),
                usual(grant.target(), grant.grantee(), version));
    }

    /** What an unset ACL means for a grantee ({@code acldefault} in the server's acl.c). */
    public static SortedMap<String, Boolean> usual(ObjectKey target, String grantee, int version) {
        SortedMap<String, Boolean> privileges = new TreeMap<>();
        switch (grantee) {
            case "PUBLIC" -> {
                switch (target.kind()) {
                    case FUNCTION, PROCEDURE, AGGREGATE -> privileges.put("EXECUTE", false);
                    case ENUM, DOMAIN, COMPOSITE, RANGE, LANGUAGE -> privileges.put("USAGE", false);
                    default -> {
                        // Nothing for everyone.
                    }
                }
            }
            case PrivilegeReader.OWNER -> {
                for (String privilege : all(target.kind(), version)) {
                    privileges.put(privilege, false);
                }
            }
            default -> {
                // Nothing for anyone else.
            }
        }
        return privileges;
    }

    private static List<String> all(ObjectKind kind, int version) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW ->
                version >= MAINTAIN
                        ? List.of(
                                "SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN")
                        : List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER");
            case SEQUENCE -> List.of("SELECT", "UPDATE", "USAGE");
            case FUNCTION, PROCEDURE, AGGREGATE -> List.of("EXECUTE");
            case SCHEMA -> List.of("USAGE", "CREATE");
            case ENUM, DOMAIN, COMPOSITE, RANGE, LANGUAGE, FOREIGN_DATA_WRAPPER, SERVER -> List.of("USAGE");
            default -> List.of();
        };
    }

    /** Returns what takes default privileges from one state to the other; the value says whether they may be given on. */
    public static List<String> change(
            DefaultPrivilege of, SortedMap<String, Boolean> from, SortedMap<String, Boolean> to) {
        String alter = "ALTER DEFAULT PRIVILEGES"
                + (of.creator().equals(PrivilegeReader.OWNER) ? "" : " FOR ROLE " + Sql.name(of.creator()))
                + of.schema().map(schema -> " IN SCHEMA " + Sql.name(schema)).orElse("");
        List<String> statements = new ArrayList<>();
        String on = " ON " + of.objectType();
        List<String> gone = new ArrayList<>();
        from.forEach((privilege, option) -> {
            if (!to.containsKey(privilege) || (option && !isTrue(to, privilege))) {
                gone.add(privilege);
            }
        });
        if (!gone.isEmpty()) {
            statements.add(alter + " REVOKE " + String.join(", ", gone) + on + " FROM " + grantee(of));
        }
        for (boolean option : new boolean[] {false, true}) {
            List<String> granted = to.keySet().stream()
                    .filter(privilege -> isTrue(to, privilege) == option)
                    .filter(privilege -> gone.contains(privilege)
                            || !from.containsKey(privilege)
                            || (option && !isTrue(from, privilege)))
                    .toList();
            if (!granted.isEmpty()) {
                statements.add(alter + " GRANT " + String.join(", ", granted) + on + " TO " + grantee(of)
                        + (option ? " WITH GRANT OPTION" : ""));
            }
        }
        return statements;
    }

    /** The owner is whoever creates. */
    private static String grantee(DefaultPrivilege of) {
        boolean owner = of.grantee().equals(PrivilegeReader.OWNER);
        return owner ? role(of.creator()) : role(of.grantee());
    }

    /** What holds without the entry: nothing within one schema, the built-in privileges in all of them. */
    public static SortedMap<String, Boolean> usual(DefaultPrivilege of, int version) {
        if (of.schema().isPresent()) {
            return Collections.emptySortedMap();
        }
        ObjectKind kind = switch (of.objectType()) {
            case "TABLES" -> ObjectKind.TABLE;
            case "SEQUENCES" -> ObjectKind.SEQUENCE;
            case "FUNCTIONS" -> ObjectKind.FUNCTION;
            case "TYPES" -> ObjectKind.ENUM;
            default -> ObjectKind.SCHEMA;
        };
        return usual(ObjectKey.of(kind, "-", "-"), of.grantee(), version);
    }

    static String create(Comment comment, Catalog catalog) {
        return on(comment, catalog) + Sql.literal(comment.text());
    }

    static String drop(Comment comment, Catalog catalog) {
        return on(comment, catalog) + "NULL";
    }

    private static String on(Comment comment, Catalog catalog) {
        ObjectKey target = comment.target();
        String what = switch (target.kind()) {
            case COLUMN -> "COLUMN " + Sql.of(target) + "." + Sql.name(target.name());
            case CONSTRAINT -> {
                // One that is part of a column, or of a parent's constraint, is no object of the catalog.
                boolean ofDomain = catalog.find(target)
                                .flatMap(SchemaObject::parent)
                                .orElse(comment.owner())
                                .kind()
                        == ObjectKind.DOMAIN;
                yield "CONSTRAINT " + Sql.name(target.name()) + " ON " + (ofDomain ? "DOMAIN " : "") + Sql.of(target);
            }
            case TRIGGER, POLICY, RULE ->
                Sql.kind(target.kind()) + " " + Sql.name(target.name()) + " ON " + Sql.of(target);
            case AGGREGATE -> {
                SchemaObject aggregate = catalog.object(target);
                yield "AGGREGATE " + RoutineStatements.named((Aggregate) aggregate);
            }
            default -> Sql.kind(target.kind()) + " " + Sql.of(target);
        };
        return "COMMENT ON " + what + " IS ";
    }

    /** Returns the grants on columns that a change of the relation's grant would take with it. */
    public static List<String> restored(Gap gap, SchemaObject object) {
        if (!(object instanceof Grant changed) || !ColumnGrants.areBeside(changed)) {
            return List.of();
        }
        int version = gap.actual().product().majorVersion();
        return gap.actual()
                .objects(Grant.class)
                .filter(grant -> ColumnGrants.awaited(grant).contains(changed.key()))
                .flatMap(grant -> gap.desired().find(grant.key(), Grant.class).stream())
                .flatMap(grant -> create(grant, OwnerStatements.of(grant.target(), gap.desired()), version).stream())
                .toList();
    }
}
