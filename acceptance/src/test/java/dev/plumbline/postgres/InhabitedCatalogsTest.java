// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.postgres.introspect.InhabitedCatalogs;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What most databases leave empty is not read there; whatever a user has put into it is. */
class InhabitedCatalogsTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(17);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void builtInObjectsThatWereMovedToASchemaOfAUserAreSeen() {
        var catalog = server.catalog(server.database("moved", """
                CREATE SCHEMA app;
                ALTER TEXT SEARCH CONFIGURATION pg_catalog.danish SET SCHEMA app;
                ALTER TEXT SEARCH DICTIONARY pg_catalog.danish_stem SET SCHEMA app;
                ALTER COLLATION pg_catalog."POSIX" SET SCHEMA app;
                ALTER CONVERSION pg_catalog.koi8_r_to_utf8 SET SCHEMA app;
                ALTER OPERATOR CLASS pg_catalog.int8_minmax_ops USING brin SET SCHEMA app;
                ALTER FUNCTION pg_catalog.ascii(text) SET SCHEMA app;
                ALTER AGGREGATE pg_catalog.bit_xor(smallint) SET SCHEMA app;
                ALTER DOMAIN information_schema.yes_or_no SET SCHEMA app;
                """));

        assertThat(catalog.keys())
                .contains(
                        ObjectKey.of(ObjectKind.TEXT_SEARCH_CONFIGURATION, "app", "danish"),
                        ObjectKey.of(ObjectKind.TEXT_SEARCH_DICTIONARY, "app", "danish_stem"),
                        ObjectKey.of(ObjectKind.COLLATION, "app", "POSIX"),
                        ObjectKey.of(ObjectKind.CONVERSION, "app", "koi8_r_to_utf8"),
                        ObjectKey.of(ObjectKind.OPERATOR_CLASS, "app", "brin", "int8_minmax_ops"),
                        ObjectKey.of(ObjectKind.FUNCTION, "app", "ascii(text)"),
                        ObjectKey.of(ObjectKind.AGGREGATE, "app", "bit_xor(smallint)"),
                        ObjectKey.of(ObjectKind.DOMAIN, "app", "yes_or_no"));
    }

    @Test
    void oneObjectOfAKindIsEnough() {
        assertThat(server.catalog(server.database("no_labels", "CREATE TYPE mood AS ENUM ()"))
                        .keys())
                .contains(ObjectKey.of(ObjectKind.ENUM, "public", "mood"));
        assertThat(server.catalog(server.database("no_attributes", "CREATE TYPE pair AS ()"))
                        .keys())
                .contains(ObjectKey.of(ObjectKind.COMPOSITE, "public", "pair"));
        assertThat(server.catalog(
                                server.database("identity", "CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY)"))
                        .object(ObjectKey.of(ObjectKind.COLUMN, "public", "t", "id"))
                        .toString())
                .contains("Identity[always=true");
        assertThat(server.catalog(server.database("windowed", """
                                CREATE FUNCTION place() RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number'""")).keys())
                .contains(ObjectKey.of(ObjectKind.FUNCTION, "public", "place()"));
    }

    @Test
    void aCatalogThatIsNotAskedForCannotBeLeftOut() throws SQLException {
        try (Connection connection = server.url("postgres").open()) {
            InhabitedCatalogs inhabited = InhabitedCatalogs.read(connection);

            assertThat(inhabited.contains("pg_inherits")).isFalse();
            assertThatThrownBy(() -> inhabited.contains("pg_class")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
