// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import java.time.Duration;
import java.util.Optional;

/**
 * What holds a lock that a statement waits for: another session, or a transaction that was prepared and belongs to none.
 * What the role may not see of other roles' sessions is empty.
 *
 * @param session the number by which the server knows the session; 0 for a prepared transaction
 * @param role the role that it belongs to
 * @param application the name that the application gave itself
 * @param transaction how long its transaction has been open
 * @param idle how long it has been doing nothing inside that transaction; empty while it works
 * @param statement its running or last statement, without the strings in it and cut short
 */
public record Blocker(
        int session,
        Optional<String> role,
        Optional<String> application,
        Optional<Duration> transaction,
        Optional<Duration> idle,
        Optional<String> statement) {

    /** Returns who it is and what it does, for people: a clause without a full stop. */
    public String description() {
        if (session == 0) {
            return "a prepared transaction";
        }
        StringBuilder words = new StringBuilder("session ").append(session);
        role.ifPresent(name -> words.append(" of role ").append(name));
        application.ifPresent(name -> words.append(" (").append(name).append(')'));
        transaction.ifPresent(age -> words.append(", in a transaction for ").append(rounded(age)));
        idle.ifPresent(age -> words.append(", idle for ").append(rounded(age)));
        statement.ifPresent(sql ->
                words.append(idle.isPresent() ? ", last: " : ", running: ").append(sql));
        return words.toString();
    }

    /** Returns a time in the unit that fits it. */
    static String rounded(Duration age) {
        if (age.toSeconds() < 120) {
            return age.toSeconds() + " s";
        }
        return age.toMinutes() < 120 ? age.toMinutes() + " min" : age.toHours() + " h";
    }
}
