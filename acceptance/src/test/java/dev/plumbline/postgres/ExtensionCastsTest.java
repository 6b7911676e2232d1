// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ExtensionTypes;
import dev.plumbline.postgres.change.Casts;
import dev.plumbline.report.JsonReports;
import dev.plumbline.source.DatabaseUrl;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is relied on to convert values from and to the types of extensions is what the server does. */
class ExtensionCastsTest {
    private static final String SCRIPT = """
            CREATE SCHEMA x;
            CREATE EXTENSION citext SCHEMA x;
            CREATE EXTENSION hstore SCHEMA x;
            CREATE EXTENSION cube SCHEMA x;
            CREATE EXTENSION seg SCHEMA x;
            CREATE EXTENSION isn SCHEMA x;
            CREATE EXTENSION ltree SCHEMA x;
            CREATE EXTENSION lo SCHEMA x;
            CREATE TYPE x.mood AS ENUM ('sad');
            CREATE TYPE x.pair AS (a int);
            CREATE TYPE x.span AS RANGE (subtype = int4);
            CREATE DOMAIN x.tags AS x.hstore;
            CREATE FUNCTION x.is_cast(source text, target text) RETURNS boolean LANGUAGE plpgsql AS $$
            BEGIN
              EXECUTE 'SELECT v::' || target || ' FROM (SELECT NULL::' || source || ' AS v OFFSET 0) q WHERE false';
              RETURN true;
            EXCEPTION WHEN cannot_coerce THEN
              RETURN false;
            END $$;
            """;

    private static final String TYPES =
            "('integer'), ('bigint'), ('numeric'), ('numeric(10,2)'), ('double precision'), ('boolean'), ('oid'),"
                    + " ('text'), ('character varying(10)'), ('bytea'), ('json'), ('jsonb'), ('inet'), ('uuid'), ('xml'), ('bit(3)'),"
                    + " ('integer[]'), ('real[]'), ('double precision[]'), ('text[]'), ('jsonb[]'), ('int4range'), ('x.citext[]'),"
                    + " ('x.hstore[]'), ('x.isbn[]'), ('x.lo[]'), ('x.mood[]'), ('x.tags[]')";

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void theServerConvertsAsPlanned(int version) {
        try (TestServer server = TestServer.start(version)) {
            DatabaseUrl url = server.database("casts", SCRIPT);
            Catalog catalog = server.catalog(url);
            Casts casts = new Casts(catalog, catalog);
            List<String> wrong = new ArrayList<>();
            for (String row : server.rows(url, """
                    WITH types AS (
                      SELECT format_type(oid, NULL) AS name FROM pg_type
                      WHERE typnamespace = 'x'::regnamespace AND typtype IN ('b', 'd', 'e', 'c', 'r', 'm') AND typcategory <> 'A'
                        AND typisdefined AND typname <> 'gtsvector'
                      UNION SELECT name FROM (VALUES\s""" + TYPES + """
                    ) AS built_in (name))
                    SELECT s.name, t.name, x.is_cast(s.name, t.name) FROM types s, types t WHERE s.name <> t.name""")) {
                String[] parts = row.split("\\|", -1);
                boolean direct = casts.convert("v", parts[0], parts[1]).equals("v::" + parts[1]);
                if (direct != (parts[2].equals("true") || parts[2].equals("t"))) {
                    wrong.add(row);
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void aSnapshotKeepsThem() {
        try (TestServer server = TestServer.start(18)) {
            Catalog catalog = server.catalog(server.database("casts", SCRIPT));
            JsonReports json = new JsonReports();
            Catalog again = json.readCatalog(json.write(catalog), "snapshot.json");

            assertThat(again.extensionTypes()).isEqualTo(catalog.extensionTypes());
            assertThat(again.extensionTypes().strings()).containsExactly("x.citext");
            assertThat(again.extensionTypes().domains()).containsEntry("x.lo", "oid");
            assertThat(again.copied().build().extensionTypes()).isEqualTo(catalog.extensionTypes());

            // A snapshot from before they were kept says nothing; the other side has the same version of the extension.
            Catalog old = catalog.copied().extensionTypes(ExtensionTypes.NONE).build();
            assertThat(new Casts(old, catalog).convert("v", "x.hstore", "jsonb"))
                    .isEqualTo("v::jsonb");
            assertThat(new Casts(catalog, old).convert("v", "jsonb", "x.hstore"))
                    .isEqualTo("v::text::x.hstore");
        }
    }
}
