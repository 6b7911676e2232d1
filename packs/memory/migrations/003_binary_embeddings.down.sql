-- SPDX-License-Identifier: Apache-2.0
-- Embeddings as JSON again: of each float the shortest decimal that reads back as the same float, so that going up again
-- gives the same bytes. Needs SQLite 3.42 (hexadecimal numbers in JSON).

-- As in the way up, found by the exponent's bits.
CREATE TABLE float32_binades (exponent INTEGER PRIMARY KEY, ulp REAL NOT NULL);

INSERT INTO float32_binades
WITH RECURSIVE up (e, low) AS (SELECT 0, 1.0 UNION ALL SELECT e + 1, low * 2 FROM up WHERE e < 127),
    down (e, low) AS (SELECT -1, 0.5 UNION ALL SELECT e - 1, low / 2 FROM down WHERE e > -126)
SELECT e + 127, low / 8388608 FROM up
UNION ALL
SELECT e + 127, low / 8388608 FROM down
UNION ALL
SELECT 0, low / 8388608 FROM down WHERE e = -126;

-- The places in the longest embedding.
CREATE TABLE embedding_places (place INTEGER PRIMARY KEY);

INSERT INTO embedding_places
WITH RECURSIVE places (place) AS (
    SELECT 0
    UNION ALL
    SELECT place + 1 FROM places WHERE 4 * place + 4 < (SELECT max(length(embedding)) FROM memories)
)
SELECT place FROM places;

ALTER TABLE memories ADD COLUMN embedding_json TEXT CHECK (embedding_json IS NULL OR json_valid(embedding_json) AND json_type(embedding_json) = 'array');

UPDATE memories SET embedding_json = '[' || coalesce((
    WITH
        -- JSON5 reads hexadecimal numbers. The first byte is the least one of the word.
        words (place, bytes) AS MATERIALIZED (
            SELECT place, ('0x' || hex(substr(memories.embedding, 4 * place + 1, 4))) ->> '$'
            FROM embedding_places WHERE place < length(memories.embedding) / 4
        ),
        bits (place, word) AS MATERIALIZED (
            SELECT place, ((bytes & 255) << 24) | ((bytes & 65280) << 8) | ((bytes >> 8) & 65280) | (bytes >> 24) FROM words
        ),
        floats (place, value, near) AS MATERIALIZED (
            SELECT place,
                CASE WHEN word >> 31 THEN -1 ELSE 1 END * ulp * ((word & 8388607) + CASE WHEN exponent > 0 THEN 8388608 ELSE 0 END),
                -- Nearer than this, every number reads back as the float: half way to the next one, which below a power of
                -- two is half as far.
                ulp / CASE WHEN word & 8388607 THEN 2 ELSE 4 END
            FROM bits JOIN float32_binades ON exponent = ((word >> 23) & 255)
        )
    SELECT group_concat(
        CASE
            WHEN abs(CAST(printf('%!.6g', value) AS REAL) - value) < near THEN printf('%!.6g', value)
            WHEN abs(CAST(printf('%!.7g', value) AS REAL) - value) < near THEN printf('%!.7g', value)
            WHEN abs(CAST(printf('%!.8g', value) AS REAL) - value) < near THEN printf('%!.8g', value)
            -- Nine digits tell any two floats apart (IEEE 754-2019, section 5.12.2).
            ELSE printf('%!.9g', value)
        END, ',') OVER (ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    FROM floats LIMIT 1
), '') || ']'
WHERE embedding IS NOT NULL;

-- Stops, and takes everything back, where a float is infinite or no number: JSON has no word for it.
CREATE TABLE embedding_check (memories INTEGER CONSTRAINT every_embedding_is_finite CHECK (memories = 0));
INSERT INTO embedding_check
SELECT count(*) FROM memories
WHERE embedding IS NOT NULL AND json_array_length(embedding_json) IS NOT length(embedding) / 4;
DROP TABLE embedding_check;

ALTER TABLE memories DROP COLUMN embedding;
ALTER TABLE memories RENAME COLUMN embedding_json TO embedding;

DROP TABLE embedding_places;
DROP TABLE float32_binades;
