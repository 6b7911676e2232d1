-- SPDX-License-Identifier: Apache-2.0
CREATE OR REPLACE FUNCTION plumbline_trash.restore(room text) RETURNS SETOF text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $restore$
DECLARE
    one record;
    statement text;
BEGIN
    FOR one IN
        SELECT n.nspname, s.stxname, t.home FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
        JOIN pg_class c ON c.oid = s.stxrelid
        JOIN plumbline_trash.tables t ON t.place = n.nspname AND t.name = c.relname
        WHERE n.nspname = room
    LOOP
        EXECUTE format('ALTER STATISTICS %I.%I SET SCHEMA %I', one.nspname, one.stxname, one.home);
    END LOOP;
    FOR one IN SELECT t.home, t.name FROM plumbline_trash.tables t WHERE t.place = room ORDER BY t.home, t.name LOOP
        EXECUTE format('ALTER TABLE %I.%I SET SCHEMA %I', room, one.name, one.home);
    END LOOP;
    FOR statement IN
        SELECT unnest(t.again) FROM plumbline_trash.tables t WHERE t.place = room ORDER BY t.home, t.name
    LOOP
        BEGIN
            EXECUTE statement;
        EXCEPTION WHEN OTHERS THEN
            RETURN NEXT statement || ': ' || SQLERRM;
        END;
    END LOOP;
    DELETE FROM plumbline_trash.tables t WHERE t.place = room;
    EXECUTE format('DROP SCHEMA %I', room);
END
$restore$;

CREATE OR REPLACE FUNCTION plumbline_trash.purge(room text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $purge$
DECLARE
    names text;
BEGIN
    SELECT string_agg(format('%I.%I', room, t.name), ', ') INTO names FROM plumbline_trash.tables t WHERE t.place = room;
    EXECUTE 'DROP TABLE ' || names;
    EXECUTE format('DROP SCHEMA %I', room);
    DELETE FROM plumbline_trash.tables t WHERE t.place = room;
END
$purge$;

CREATE OR REPLACE FUNCTION plumbline_trash.restore_column(room text) RETURNS SETOF text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $restore$
DECLARE
    one record;
BEGIN
    SELECT k.relation, k.name, k.usual, k.required INTO STRICT one FROM plumbline_trash.columns k WHERE k.place = room;
    EXECUTE format('ALTER TABLE %s RENAME COLUMN %I TO %I', one.relation, room, one.name);
    DELETE FROM plumbline_trash.columns k WHERE k.place = room;
    BEGIN
        IF one.usual IS NOT NULL THEN
            EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET DEFAULT ', one.relation, one.name) || one.usual;
        END IF;
    EXCEPTION WHEN OTHERS THEN
        RETURN NEXT 'its default, ' || one.usual || ': ' || SQLERRM;
    END;
    -- Rows that came meanwhile have nothing in it.
    BEGIN
        IF one.required THEN
            EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET NOT NULL', one.relation, one.name);
        END IF;
    EXCEPTION WHEN OTHERS THEN
        RETURN NEXT 'NOT NULL: ' || SQLERRM;
    END;
END
$restore$;

CREATE OR REPLACE FUNCTION plumbline_trash.purge_column(room text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $purge$
DECLARE
    one record;
BEGIN
    SELECT k.relation INTO STRICT one FROM plumbline_trash.columns k WHERE k.place = room;
    EXECUTE format('ALTER TABLE %s DROP COLUMN %I', one.relation, room);
    DELETE FROM plumbline_trash.columns k WHERE k.place = room;
END
$purge$;
