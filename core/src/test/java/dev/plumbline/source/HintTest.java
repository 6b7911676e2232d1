// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.catalog.NamedSchema;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Table;
import dev.plumbline.catalog.View;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.StatementSplitter;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comments say, and what about. */
class HintTest {
    private static final ObjectKey KEYS = ObjectKey.of(ObjectKind.TABLE, "mcp", "api_keys");
    private static final ObjectKey KEY_TYPE = KEYS.child(ObjectKind.COLUMN, "key_type");
    private static final ObjectKey LABEL = KEYS.child(ObjectKind.COLUMN, "label");

    private static List<Hint> hints(String sql) {
        Catalog.Builder catalog = Catalog.builder(new DatabaseProduct("postgres", "17", 17));
        catalog.add(new NamedSchema(ObjectKey.of(ObjectKind.SCHEMA, "mcp")));
        catalog.add(new Table(
                KEYS,
                false,
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                false,
                "DEFAULT"));
        for (ObjectKey column : List.of(KEY_TYPE, LABEL)) {
            catalog.add(new Column(
                    column,
                    1,
                    KEYS,
                    "text",
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    new ColumnValue.Given(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new TreeMap<>()));
        }
        for (String schema : List.of("mcp", "other")) {
            catalog.add(new View(
                    ObjectKey.of(ObjectKind.VIEW, schema, "active"), "", List.of(), new TreeMap<>(), new TreeMap<>()));
        }
        List<ScriptStatement> statements = StatementSplitter.split(new SqlScript("a.sql", sql), SqlDialect.POSTGRES);
        return new HintResolver(catalog.build(), List.of()).resolve(HintReader.read(statements, SqlDialect.POSTGRES));
    }

    private static Hint.Rename rename(String sql) {
        List<Hint> hints = hints(sql);
        assertThat(hints).hasSize(1);
        return (Hint.Rename) hints.getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mcp.api_keys (id int,\n  key_type text, -- plumbline: renamed from type\n  label text)",
                "create table mcp.api_keys (id int,\n  key_type text -- plumbline: renamed from type\n)",
                "create table if not exists api_keys (\n  -- plumbline: renamed from \"type\"\n  key_type text)",
                "create table mcp.api_keys (id int\n  -- plumbline: renamed from type\n  , key_type text)",
                "create table mcp.api_keys (key_type text /* plumbline: renamed from type */ check (a in (1,2)))",
                "create table mcp.api_keys (-- plumbline: renamed from type\n key_type text)",
                "-- plumbline: rename column mcp.api_keys.type to key_type",
                "select 1; -- plumbline: rename column api_keys.type to key_type\nselect 2",
                "-- plumbline: renamed from type\nalter table only mcp.api_keys add column key_type text;",
            })
    void aColumnHadAnotherName(String sql) {
        Hint.Rename hint = rename(sql);
        assertThat(hint.object()).isEqualTo(KEY_TYPE);
        assertThat(hint.from()).isEqualTo(KEYS.child(ObjectKind.COLUMN, "type"));
    }

    /** As the databases do: only ASCII letters without quotes lose their case. */
    @Test
    void aLetterBeyondAsciiKeepsItsCase() {
        assertThat(rename("-- plumbline: rename column mcp.API_keys.Übersicht to Key_type")
                        .from())
                .isEqualTo(KEYS.child(ObjectKind.COLUMN, "Übersicht"));
    }

    @Test
    void aHintBeforeAStatementIsAboutWhatItCreates() {
        Hint.Rename hint = rename("-- about this view\n-- plumbline: renamed from old.current\ncreate or replace view"
                + " mcp.active as select 1");
        assertThat(hint.object()).isEqualTo(ObjectKey.of(ObjectKind.VIEW, "mcp", "active"));
        assertThat(hint.from()).isEqualTo(ObjectKey.of(ObjectKind.VIEW, "old", "current"));
    }

    @Test
    void valuesAreConvertedThereAndBack() {
        List<Hint> hints = hints("""
                create table mcp.api_keys (
                    label text,
                    /* plumbline: using case key_type
                         when 'a' then 'b' end */
                    -- plumbline: reverse using lower(key_type)
                    key_type text not null
                )""");
        assertThat(hints).hasSize(1);
        Hint.Conversion conversion = (Hint.Conversion) hints.getFirst();
        assertThat(conversion.object()).isEqualTo(KEY_TYPE);
        assertThat(conversion.expression()).startsWith("case key_type").endsWith("end");
        assertThat(conversion.reverse()).contains("lower(key_type)");
        assertThat(conversion.position().location()).isEqualTo("a.sql:3:5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- plumbline: reverse column mcp.api_keys.type using lower( key_type ) || ';'",
                "select 1; /* plumbline: REVERSE COLUMN api_keys.\"type\"  USING\n  lower( key_type ) || ';' */",
                "create table api_keys (label text, -- plumbline: reverse column Api_Keys.type using lower( key_type ) || ';'\n"
                        + " key_type text)",
            })
    void aColumnThatIsDeclaredNoMoreHasItsWayBackInTheLongForm(String sql) {
        List<Hint> hints = hints(sql);
        assertThat(hints).hasSize(1);
        Hint.Reversal reversal = (Hint.Reversal) hints.getFirst();
        assertThat(reversal.object()).isEqualTo(KEYS.child(ObjectKind.COLUMN, "type"));
        assertThat(reversal.expression()).isEqualTo("lower( key_type ) || ';'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- plumbline: renamd from x\ncreate view mcp.active as select 1",
                "-- plumbline: renamed from\ncreate view mcp.active as select 1",
                "-- plumbline: rename column mcp.api_keys.type key_type",
                "-- plumbline: rename thing a to b",
                "-- plumbline: renamed from x\nselect 1",
                "-- plumbline: renamed from x",
                "-- plumbline: renamed from x\ncreate view active as select 1",
                "-- plumbline: renamed from x\ncreate view mcp.passive as select 1",
                "-- plumbline: using 1\ncreate view mcp.active as select 1",
                "create table mcp.api_keys (a int, check (a > 1) -- plumbline: renamed from x\n)",
                "create table mcp.api_keys (key_type text -- plumbline: reverse using 1\n)",
                "-- plumbline: reverse column mcp.api_keys.label using 1",
                "-- plumbline: reverse column mcp.other_keys.type using 1",
                "-- plumbline: reverse column type using 1",
                "-- plumbline: reverse column mcp.api_keys.type using",
                "-- plumbline: reverse column mcp.api_keys.type 1",
                "-- plumbline: reverse column api_keys.type using 1\n-- plumbline: reverse column api_keys.type using 2\n;",
            })
    void aHintThatMeansNothingIsAnErrorWithItsPlace(String sql) {
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> hints(sql))
                .satisfies(e -> assertThat(e.position()).isPresent())
                .satisfies(e -> assertThat(e.advice()).isPresent());
    }

    @Test
    void otherCommentsAreNoHints() {
        assertThat(hints("-- renamed from x\n/* using plumbline: no */ create view mcp.active as select 1"))
                .isEmpty();
    }

    @Test
    void longFormsNameKindsOfSeveralWords() {
        assertThat(rename("-- plumbline: rename materialized view mcp.old to active\nSELECT 1")
                        .from())
                .isEqualTo(ObjectKey.of(ObjectKind.VIEW, "mcp", "old"));
        for (ObjectKind kind : List.of(
                ObjectKind.OPERATOR_CLASS,
                ObjectKind.OPERATOR_FAMILY,
                ObjectKind.EVENT_TRIGGER,
                ObjectKind.TEXT_SEARCH_TEMPLATE,
                ObjectKind.FOREIGN_DATA_WRAPPER,
                ObjectKind.MATERIALIZED_VIEW)) {
            assertThat(RenameHint.of(ObjectKey.of(kind, "s", "btree", "a"), ObjectKey.of(kind, "s", "btree", "B")))
                    .hasValueSatisfying(hint -> assertThat(hint).endsWith(" to \"B\""));
        }
    }

    @Test
    void rowsAreKeptOfTablesAlone() {
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> hints("-- plumbline: keep rows\nCREATE VIEW mcp.active AS SELECT 1"))
                .withMessageContaining("'keep rows' is about a table");
    }
}
