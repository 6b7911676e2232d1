// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.introspect.PrivilegeReader;
import dev.plumbline.postgres.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The objects that steps give to roles, and whether a login may. Whoever is no superuser must be able to act as the role
 * ({@code SET ROLE}), which must be allowed to create in the schema (PostgreSQL documentation, ALTER TABLE: "you must be
 * able to SET ROLE to the new owning role, and that role must have CREATE privilege on the table's schema").
 */
final class GivenOwners {
    /** How {@code OwnerStatements} writes it; a name of a role ends with the text. */
    private static final Pattern GIVING =
            Pattern.compile("ALTER .* OWNER TO (CURRENT_USER|\\w+|\"(?:[^\"]|\"\")+\")", Pattern.DOTALL);

    private static final Pattern GRANTEE =
            Pattern.compile(" (FROM|TO) (?:\\w+|\"(?:[^\"]|\"\")+\")( WITH GRANT OPTION)?$");

    private GivenOwners() {}

    /** Returns the role that a statement of a plan gives an object to; empty for any other statement. */
    private static Optional<String> role(String statement) {
        Matcher giving = GIVING.matcher(statement);
        if (!giving.matches() || giving.group(1).equals("CURRENT_USER")) {
            return Optional.empty();
        }
        String name = giving.group(1);
        return Optional.of(
                name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name);
    }

    private static boolean isGiving(String statement) {
        return GIVING.matcher(statement).matches();
    }

    /**
     * Returns the steps as they are where every object belongs to whoever makes it: without the statements that give objects to
     * roles, and with the privileges of the owner as those of the login.
     */
    static List<Step> without(List<Step> steps) {
        return steps.stream()
                .map(step -> step.with(step.statements().stream()
                        .filter(statement -> !isGiving(statement))
                        .map(statement -> isOfOwner(step) ? ownersAreMine(statement) : statement)
                        .toList()))
                .toList();
    }

    private static boolean isOfOwner(Step step) {
        return step.object().kind() == ObjectKind.GRANT
                && step.object().path().getFirst().equals(PrivilegeReader.OWNER);
    }

    private static String ownersAreMine(String grant) {
        Matcher grantee = GRANTEE.matcher(grant);
        return grantee.find() ? grantee.replaceFirst(" $1 CURRENT_USER$2") : grant;
    }

    /** A role that is to own something in a schema. */
    private record Place(String role, String schema) implements Comparable<Place> {
        static Place of(Step step, String role) {
            ObjectKind kind = step.object().kind();
            boolean qualified = switch (kind) {
                case SCHEMA, LANGUAGE, FOREIGN_DATA_WRAPPER, SERVER, EVENT_TRIGGER, PUBLICATION -> false;
                default -> true;
            };
            // The owner of an object, as an object of its own, has the kind of the other first in its path.
            String schema = kind == ObjectKind.OWNER
                    ? schemaOfTarget(step.object().path())
                    : qualified ? step.object().schema() : "";
            return new Place(role, schema);
        }

        private static String schemaOfTarget(List<String> path) {
            return path.size() > 2 ? path.get(1) : "";
        }

        @Override
        public int compareTo(Place other) {
            int byRole = role.compareTo(other.role);
            return byRole != 0 ? byRole : schema.compareTo(other.schema);
        }
    }

    /**
     * Refuses steps that would leave objects to the wrong role.
     *
     * @param live the catalog as the login has read it
     */
    static void require(Connection connection, Catalog live, List<Step> steps) throws SQLException {
        SortedSet<Place> places = new TreeSet<>();
        for (Step step : steps) {
            List<String> roles = step.statements().stream()
                    .flatMap(statement -> role(statement).stream())
                    .toList();
            if (roles.isEmpty() && makes(step)) {
                requireOwn(step, live);
            }
            roles.forEach(role -> places.add(Place.of(step, role)));
        }
        for (Place place : places) {
            require(place, connection, live);
        }
    }

    /** A type that is replaced under its columns is altered, as far as people are concerned. */
    private static boolean makes(Step step) {
        return step.verb() == Verb.CREATE
                || step.statements().stream()
                        .anyMatch(sql -> sql.startsWith("CREATE TYPE ") || sql.startsWith("CREATE DOMAIN "));
    }

    /** A plan names no owner where the object is that of the role that made the plan, which is then to apply it too. */
    private static void requireOwn(Step step, Catalog live) {
        String reader = live.ownership().reader().orElse("");
        live.ownership().of(step.object()).filter(role -> !role.equals(reader)).ifPresent(role -> {
            throw new PlumblineException(
                    ErrorCode.UNSUPPORTED,
                    "Step " + step.number() + " makes " + step.object() + " again, which belongs to the role '" + role
                            + "', and the plan says so nowhere, since that role made it: applied by '" + reader
                            + "', the object would come to be theirs. Nothing was changed.",
                    "Apply the plan as '" + role + "', or make it anew as '" + reader + "'.");
        });
    }

    private static void require(Place place, Connection connection, Catalog live) throws SQLException {
        boolean made = place.schema().isEmpty() || !live.contains(ObjectKey.of(ObjectKind.SCHEMA, place.schema()));
        String may = connection.getMetaData().getDatabaseMajorVersion() >= 16 ? "SET" : "MEMBER";
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT current_user, m.rolsuper, o.oid IS NOT NULL,"
                        + " o.oid IS NOT NULL AND pg_catalog.pg_has_role(m.oid, o.oid, '" + may + "'),"
                        + " o.oid IS NOT NULL AND (? OR pg_catalog.has_schema_privilege(o.oid, ?, 'CREATE'))"
                        + " FROM pg_catalog.pg_roles m LEFT JOIN pg_catalog.pg_roles o ON o.rolname = ?"
                        + " WHERE m.rolname = current_user")) {
            statement.setBoolean(1, made);
            statement.setString(2, made ? "pg_catalog" : place.schema());
            statement.setString(3, place.role());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                String me = row.getString(1);
                boolean superuser = row.getBoolean(2);
                if (!row.getBoolean(3)) {
                    throw refused(
                            "the role '" + place.role() + "', which the server lacks",
                            "Create the role, or declare another owner.");
                }
                if (!superuser && !row.getBoolean(4)) {
                    throw refused(
                            "the role '" + place.role() + "', which '" + me + "' may not act as",
                            "Apply the plan as a member of that role (GRANT " + Sql.name(place.role()) + " TO "
                                    + Sql.name(me) + "), or as a superuser.");
                }
                if (!superuser && !row.getBoolean(5)) {
                    throw refused(
                            "the role '" + place.role() + "', which may not create in the schema " + place.schema(),
                            "GRANT CREATE ON SCHEMA " + Sql.name(place.schema()) + " TO " + Sql.name(place.role())
                                    + ", or apply the plan as a superuser.");
                }
            }
        }
    }

    private static PlumblineException refused(String whom, String wayOut) {
        return new PlumblineException(
                ErrorCode.UNSUPPORTED, "The plan gives objects to " + whom + ". Nothing was changed.", wayOut);
    }
}
