// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import java.util.List;
import java.util.stream.Stream;

/** What is done to a table, from and to: for each technique a change that needs it, and what a plain statement would make others wait for. */
enum DangerousChange {
    NOT_NULL(
            "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int)",
            "CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL, b text NOT NULL DEFAULT 'b', c int)"),
    KEYS(
            "CREATE TABLE t (id int, a text, b text, c int); CREATE INDEX t_id ON t (id)",
            "CREATE TABLE t (id int PRIMARY KEY, a text CONSTRAINT t_a UNIQUE, b text, c int);"
                    + " CREATE INDEX t_id ON t (id)"),
    KEY_REPLACED(
            "CREATE TABLE t (id int CONSTRAINT t_pkey PRIMARY KEY, a text NOT NULL, b text, c int)",
            "CREATE TABLE t (id int NOT NULL, a text, b text, c int, CONSTRAINT t_pkey PRIMARY KEY (id, a))"),
    INDEX_REPLACED(
            "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int); CREATE INDEX t_c ON t (c)",
            "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int); CREATE INDEX t_c ON t (c, a)"),
    COLUMNS(
            "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int)",
            "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int, d uuid NOT NULL DEFAULT gen_random_uuid(),"
                    + " e bigint GENERATED ALWAYS AS IDENTITY)"),
    TYPES(
            "CREATE TABLE t (id int PRIMARY KEY, a varchar(20), b text NOT NULL DEFAULT 'x', c int CHECK (c >= 0));"
                    + " CREATE INDEX t_c ON t (c)",
            "CREATE TABLE t (id bigint PRIMARY KEY, a varchar(15), b varchar(30) NOT NULL DEFAULT 'y',"
                    + " c bigint CHECK (c >= 0)); CREATE INDEX t_c ON t (c)"),
    CONSTRAINTS(
            "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int); CREATE TABLE u (t int REFERENCES t)",
            "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c int, CONSTRAINT t_c CHECK (c >= 0));"
                    + " CREATE TABLE u (t int REFERENCES t ON DELETE CASCADE)"),
    ENUM_LABELS(
            "CREATE TYPE state AS ENUM ('draft', 'on hold', 'open'); CREATE TABLE t (id int PRIMARY KEY, a text, b text,"
                    + " c int, e state NOT NULL DEFAULT 'draft' CHECK (e <> 'on hold' OR id > 0));"
                    + " CREATE INDEX t_e ON t (e, id) WHERE e = 'open';"
                    + " CREATE TABLE u (id int PRIMARY KEY, e state); INSERT INTO u VALUES (1, 'open'), (2, NULL)",
            "CREATE TYPE state AS ENUM ('open', 'draft'); CREATE TABLE t (id int PRIMARY KEY, a text, b text,"
                    + " c int, e state NOT NULL DEFAULT 'draft' CHECK (e <> 'open' OR id > 0));"
                    + " CREATE INDEX t_e ON t (e, id) WHERE e = 'open'; CREATE TABLE u (id int PRIMARY KEY, e state)",
            "INSERT INTO t (id, a, b, c, e) VALUES (-$n, 'a', 'b', 1, 'draft')"
                    + "; UPDATE t SET e = 'open'::state WHERE id = $n % 5000 + 1"
                    + "; SELECT count(*) FROM t JOIN u USING (e) WHERE t.e = 'open' AND t.id = $n % 5000"
                    + "; UPDATE u SET e = 'draft' WHERE id = 1"),
    PARTITIONED_KEY(
            "CREATE TABLE t (id int NOT NULL, a text, b text, c int) PARTITION BY RANGE (id); CREATE INDEX t_c ON t (c);"
                    + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10000000);"
                    + " CREATE TABLE t_d PARTITION OF t DEFAULT",
            "CREATE TABLE t (id int NOT NULL, a text, b text, c int, PRIMARY KEY (id)) PARTITION BY RANGE (id);"
                    + " CREATE INDEX t_c ON t (c);"
                    + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10000000);"
                    + " CREATE TABLE t_d PARTITION OF t DEFAULT"),
    PARTITION_ATTACHED(
            "CREATE TABLE t (id int, a text, b text, c int) PARTITION BY RANGE (id); CREATE INDEX t_id ON t (id);"
                    + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10000000);"
                    + " CREATE TABLE t_d PARTITION OF t DEFAULT; CREATE TABLE t_2 (id int, a text, b text, c int)",
            "CREATE TABLE t (id int, a text, b text, c int) PARTITION BY RANGE (id); CREATE INDEX t_id ON t (id);"
                    + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10000000);"
                    + " CREATE TABLE t_d PARTITION OF t DEFAULT;"
                    + " CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (10000000) TO (20000000);"
                    + " CREATE TABLE t_3 PARTITION OF t FOR VALUES FROM (20000000) TO (30000000)"),
    TABLE_PARTITIONED(
            "CREATE TABLE t (id int PRIMARY KEY, a text, b text NOT NULL, c int, CHECK (c >= 0)); CREATE INDEX t_c ON t (c);"
                    + " CREATE TABLE u (t int REFERENCES t ON DELETE CASCADE); CREATE VIEW v AS SELECT id, a FROM t",
            "-- plumbline: keep rows\nCREATE TABLE t (id int PRIMARY KEY, a text, b text NOT NULL, c int, CHECK (c >= 0))"
                    + " PARTITION BY RANGE (id); CREATE INDEX t_c ON t (c);"
                    + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (MINVALUE) TO (2500);"
                    + " CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (2500) TO (100000);"
                    + " CREATE TABLE t_d PARTITION OF t DEFAULT;"
                    + " CREATE TABLE u (t int REFERENCES t ON DELETE CASCADE); CREATE VIEW v AS SELECT id, a FROM t",
            "INSERT INTO u VALUES ($n % 500 + 1000); SELECT * FROM v WHERE id = $n % 5000"
                    + "; INSERT INTO t VALUES ($n % 5000, 'e', 'e', 1) ON CONFLICT (id) DO UPDATE SET c = $n"
                    + "; UPDATE t SET id = -id WHERE id = $n - 100"),
    PARTITION_DETACHED(
            "CREATE TABLE t (id int, a text, b text, c int) PARTITION BY RANGE (id); CREATE INDEX t_id ON t (id);"
                    + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (-9) TO (10000000);"
                    + " CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (10000000) TO (20000000);"
                    + " CREATE TABLE t_3 PARTITION OF t FOR VALUES FROM (20000000) TO (30000000)",
            "CREATE TABLE t (id int, a text, b text, c int) PARTITION BY RANGE (id); CREATE INDEX t_id ON t (id);"
                    + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (-9) TO (10000000);"
                    + " CREATE TABLE t_2 (id int, a text, b text, c int); CREATE INDEX t_2_id_idx ON t_2 (id)");

    private static final List<String> STATEMENTS = List.of(
            "INSERT INTO t (id, a, b, c) VALUES ($n, 'a$n', 'b$n', $n)",
            "SELECT a FROM t WHERE id = $n % 5000",
            "UPDATE t SET b = 'c$n' WHERE id = $n % 5000 + 1",
            "SELECT count(*) FROM t WHERE c = $n",
            "DELETE FROM t WHERE id = $n - 300");

    private final String actual;
    private final String desired;

    /** What the application does beside the usual, with semicolons between. */
    private final String more;

    DangerousChange(String actual, String desired) {
        this(actual, desired, "");
    }

    DangerousChange(String actual, String desired, String more) {
        this.actual = actual;
        this.desired = desired;
        this.more = more;
    }

    /** Returns the script that makes the table. */
    String actual() {
        return actual;
    }

    /** Returns the script that declares what it is to become. */
    String desired() {
        return desired;
    }

    /** Returns the script that fills it with rows from 0 to a number. */
    static String rows(int last) {
        return "INSERT INTO t SELECT i, 'a' || i, 'b' || i, i FROM generate_series(0, " + last + ") i";
    }

    /** Returns what an application does with it, {@code $n} being another number every time. */
    List<String> statements() {
        return more.isEmpty()
                ? STATEMENTS
                : Stream.concat(STATEMENTS.stream(), Stream.of(more.split("; ", -1)))
                        .toList();
    }
}
