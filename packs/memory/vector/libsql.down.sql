-- SPDX-License-Identifier: Apache-2.0

DROP TRIGGER memory_vectors_update;
DROP TRIGGER memory_vectors_insert;
DROP TABLE memory_vectors;
