-- SPDX-License-Identifier: Apache-2.0

DROP TRIGGER memory_vectors_update_new;
DROP TRIGGER memory_vectors_update_old;
DROP TRIGGER memory_vectors_delete;
DROP TRIGGER memory_vectors_insert;
DROP TABLE memory_signs;
DROP TABLE memory_vectors;
