-- SPDX-License-Identifier: Apache-2.0

-- Every reference has its row.
SELECT * FROM pragma_foreign_key_check;

-- Full text knows every row, and no other.
SELECT id FROM memories EXCEPT SELECT id FROM memories_fts_docsize;
SELECT id FROM memories_fts_docsize EXCEPT SELECT id FROM memories;
SELECT id FROM entities EXCEPT SELECT id FROM entities_fts_docsize;
SELECT id FROM entities_fts_docsize EXCEPT SELECT id FROM entities;
