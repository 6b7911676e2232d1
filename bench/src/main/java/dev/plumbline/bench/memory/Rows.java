// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Rows of the memory store, the same for the same numbers: users, their entities and memories spread evenly over them and
 * over three years, in no order of user or time.
 */
final class Rows {
    /** A word that stands in every tenth memory, and one that stands in every five hundredth. */
    static final String FREQUENT = "harbour";

    static final String RARE = "zeppelin";

    private static final int BATCH = 1_000;
    private static final String[] WORDS = ("the of a to in is for on that with as it was at by an be this from or which"
                    + " meeting project coffee train garden letter answer question family holiday doctor school music"
                    + " recipe budget deadline engine library bicycle passport birthday weather mountain river bridge")
            .split(" ");
    private static final String[] TYPES = {"note", "fact", "preference", "event", "task", "conversation", "other"};
    private static final String[] KINDS = {"person", "organization", "place", "project", "event", "topic", "other"};

    private final int users;
    private final SplittableRandom random = new SplittableRandom(20_250_621);

    Rows(int users) {
        this.users = users;
    }

    int users() {
        return users;
    }

    static String user(int number) {
        return "user-" + number;
    }

    void insertUsers(Connection connection) throws SQLException {
        batches(connection, "INSERT INTO users (id, email, api_key_hash) VALUES (?, ?, ?)", users, (row, i) -> {
            row.setString(1, user(i));
            row.setString(2, "user" + i + "@example.org");
            row.setString(3, Long.toHexString(random.nextLong()));
        });
    }

    /** Inserts entities, and returns what the database took for it. */
    Taken insertEntities(Connection connection, int count) throws SQLException {
        String sql =
                "INSERT INTO entities (user_id, name, entity_type, company, notes, importance, created_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        return batches(connection, sql, count, (row, i) -> {
            row.setString(1, user(random.nextInt(users)));
            row.setString(2, word() + " " + word() + " " + i);
            row.setString(3, KINDS[random.nextInt(KINDS.length)]);
            row.setString(4, word());
            row.setString(5, text(20));
            row.setInt(6, 1 + random.nextInt(10));
            row.setString(7, time());
            row.setString(8, time());
        });
    }

    /** Inserts memories, and returns what the database took for it. */
    Taken insertMemories(Connection connection, int count) throws SQLException {
        String sql = "INSERT INTO memories (user_id, title, content, memory_type, importance, is_archived, created_at,"
                + " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        return batches(connection, sql, count, (row, i) -> {
            row.setString(1, user(random.nextInt(users)));
            row.setString(2, word() + " " + word() + " " + word());
            String content = text(40);
            row.setString(
                    3,
                    content
                            + (random.nextInt(10) == 0 ? " " + FREQUENT : "")
                            + (random.nextInt(500) == 0 ? " " + RARE : ""));
            row.setString(4, TYPES[random.nextInt(TYPES.length)]);
            row.setInt(5, 1 + random.nextInt(10));
            row.setInt(6, random.nextInt(5) == 0 ? 1 : 0);
            row.setString(7, time());
            row.setString(8, time());
        });
    }

    /** Puts values into one row. */
    @FunctionalInterface
    interface Filler {
        void fill(PreparedStatement row, int number) throws SQLException;
    }

    /** Inserts rows, a thousand in a transaction, and returns what the database took for it. */
    static Taken batches(Connection connection, String sql, int count, Filler filler) throws SQLException {
        return batches(connection, sql, count, BATCH, filler);
    }

    static Taken batches(Connection connection, String sql, int count, int batch, Filler filler) throws SQLException {
        Taken taken = Taken.NOTHING;
        connection.setAutoCommit(false);
        try (PreparedStatement row = connection.prepareStatement(sql)) {
            for (int i = 0; i < count; i++) {
                filler.fill(row, i);
                row.addBatch();
                if (i % batch == batch - 1 || i == count - 1) {
                    Taken began = Taken.now();
                    row.executeBatch();
                    connection.commit();
                    taken = taken.plus(Taken.now().minus(began));
                }
            }
        } finally {
            connection.setAutoCommit(true);
        }
        return taken;
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(word());
        }
        return text.toString();
    }

    private String time() {
        return String.format(
                Locale.ROOT,
                "%d-%02d-%02d %02d:%02d:%02d",
                2023 + random.nextInt(3),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60));
    }
}
