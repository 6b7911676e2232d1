-- SPDX-License-Identifier: Apache-2.0
CREATE SCHEMA IF NOT EXISTS plumbline_trash;

CREATE SEQUENCE IF NOT EXISTS plumbline_trash.places;

CREATE TABLE IF NOT EXISTS plumbline_trash.tables (
    place text NOT NULL,
    home text NOT NULL,
    name text NOT NULL,
    put_at timestamptz NOT NULL DEFAULT now(),
    keep_until timestamptz NOT NULL,
    again text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (place, home, name));

CREATE TABLE IF NOT EXISTS plumbline_trash.columns (
    place text PRIMARY KEY,
    relation regclass NOT NULL,
    name text NOT NULL,
    put_at timestamptz NOT NULL DEFAULT now(),
    keep_until timestamptz NOT NULL,
    usual text,
    required boolean NOT NULL);

CREATE OR REPLACE FUNCTION plumbline_trash.put(moved regclass[], keep interval) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $put$
DECLARE
    room text := 'plumbline_trash_' || nextval('plumbline_trash.places');
    one record;
BEGIN
    EXECUTE format('CREATE SCHEMA %I', room);
    INSERT INTO plumbline_trash.tables (place, home, name, keep_until)
        SELECT room, n.nspname, c.relname, now() + keep
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ANY (moved);
    -- A foreign key would keep others from deleting what they refer to, or be obeyed here.
    FOR one IN
        SELECT n.nspname AS home, c.relname AS name, k.conrelid::regclass AS relation, k.conname, k.convalidated,
            pg_get_constraintdef(k.oid) AS definition
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE k.contype = 'f' AND k.conparentid = 0 AND k.conrelid = ANY (moved) AND k.confrelid <> ALL (moved)
        ORDER BY k.conname
    LOOP
        UPDATE plumbline_trash.tables t SET again = t.again
                || format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', one.home, one.name, one.conname, one.definition)
            WHERE t.place = room AND t.home = one.home AND t.name = one.name;
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.relation, one.conname);
    END LOOP;
    FOR one IN
        SELECT p.pubname, r.prrelid::regclass AS relation FROM pg_publication_rel r
        JOIN pg_publication p ON p.oid = r.prpubid WHERE r.prrelid = ANY (moved)
    LOOP
        EXECUTE format('ALTER PUBLICATION %I DROP TABLE %s', one.pubname, one.relation);
    END LOOP;
    FOR one IN
        SELECT n.nspname, s.stxname FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
        WHERE s.stxrelid = ANY (moved)
    LOOP
        EXECUTE format('ALTER STATISTICS %I.%I SET SCHEMA %I', one.nspname, one.stxname, room);
    END LOOP;
    FOR one IN SELECT unnest(moved) AS relation LOOP
        EXECUTE format('ALTER TABLE %s SET SCHEMA %I', one.relation, room);
    END LOOP;
    RETURN room;
END
$put$;

CREATE OR REPLACE FUNCTION plumbline_trash.put_column(moved regclass, gone text, keep interval) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $put$
DECLARE
    room text := 'plumbline_trash_' || nextval('plumbline_trash.places');
BEGIN
    -- Columns that went with their tables meanwhile.
    DELETE FROM plumbline_trash.columns k WHERE NOT EXISTS (
        SELECT FROM pg_attribute a WHERE a.attrelid = k.relation AND a.attname = k.place AND NOT a.attisdropped);
    INSERT INTO plumbline_trash.columns (place, relation, name, keep_until, usual, required)
        SELECT room, a.attrelid, a.attname, now() + keep, pg_get_expr(d.adbin, d.adrelid), a.attnotnull
        FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attrelid = moved AND a.attname = gone;
    -- New rows have nothing in it.
    EXECUTE format('ALTER TABLE %s ALTER COLUMN %I DROP NOT NULL, ALTER COLUMN %I DROP DEFAULT', moved, gone, gone);
    EXECUTE format('ALTER TABLE %s RENAME COLUMN %I TO %I', moved, gone, room);
    RETURN room;
END
$put$;
