-- SPDX-License-Identifier: Apache-2.0
-- Embeddings as 32-bit floats, little-endian, in place of JSON: two fifths of the space, and nothing to parse
-- for each row that a search looks at. Plain SQL, so that it runs the same on SQLite and libSQL, under any tool and
-- without an extension. Needs SQLite 3.41 (unhex). Each number becomes the nearest float,
-- ties to even; what was a float before (models give them) comes through unchanged.

-- Where floats lie as in IEEE 754-2019, section 3.4: from low on they are one ulp apart, and base holds their exponent's
-- bits. Every number here is a power of two or a sum of few, so arithmetic in double is exact.
CREATE TABLE float32_binades (low REAL PRIMARY KEY, ulp REAL NOT NULL, base INTEGER NOT NULL) WITHOUT ROWID;

INSERT INTO float32_binades
WITH RECURSIVE up (e, low) AS (SELECT 0, 1.0 UNION ALL SELECT e + 1, low * 2 FROM up WHERE e < 127),
    down (e, low) AS (SELECT -1, 0.5 UNION ALL SELECT e - 1, low / 2 FROM down WHERE e > -126)
SELECT low, low / 8388608, (e + 126) << 23 FROM up
UNION ALL
SELECT low, low / 8388608, (e + 126) << 23 FROM down
UNION ALL
-- Zero and the subnormal floats: as far apart as the smallest normal ones.
SELECT 0.0, low / 8388608, 0 FROM down WHERE e = -126;

ALTER TABLE memories ADD COLUMN embedding_binary BLOB CHECK (length(embedding_binary) % 4 = 0);

UPDATE memories SET embedding_binary = coalesce((
    WITH
        numbers (place, negative, size) AS (
            SELECT key, value < 0, CAST(abs(value) AS REAL) FROM json_each(memories.embedding) WHERE type IN ('integer', 'real')
        ),
        -- How often the ulp goes into it, rounded: where doubles are 1 apart, an addition rounds ties to even.
        ulps (place, negative, base, count) AS MATERIALIZED (
            SELECT place, negative, base, CAST(size / ulp + 4503599627370496.0 - 4503599627370496.0 AS INTEGER)
            FROM numbers JOIN float32_binades ON low = (SELECT max(low) FROM float32_binades WHERE low <= size)
            -- From here on the nearest float would be infinite.
            WHERE size < 3.4028235677973366e38
        ),
        words (place, word) AS MATERIALIZED (
            SELECT place, CASE WHEN negative THEN 2147483648 ELSE 0 END + base + count FROM ulps
        )
    -- The bytes of each word in reverse: the least one first.
    -- libSQL's server cannot read an ORDER BY in an aggregate; a window over all rows is in order, and its first is the whole.
    SELECT unhex(
        group_concat(printf('%08X', ((word & 255) << 24) | ((word & 65280) << 8) | ((word >> 8) & 65280) | (word >> 24)), '')
        OVER (ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))
    FROM words LIMIT 1
), x'')
WHERE embedding IS NOT NULL;

-- Stops, and takes everything back, where an array held something else than finite numbers.
CREATE TABLE embedding_check (memories INTEGER CONSTRAINT every_embedding_is_an_array_of_numbers CHECK (memories = 0));
INSERT INTO embedding_check
SELECT count(*) FROM memories
WHERE embedding IS NOT NULL AND length(embedding_binary) IS NOT 4 * json_array_length(embedding);
DROP TABLE embedding_check;

ALTER TABLE memories DROP COLUMN embedding;
ALTER TABLE memories RENAME COLUMN embedding_binary TO embedding;

DROP TABLE float32_binades;
