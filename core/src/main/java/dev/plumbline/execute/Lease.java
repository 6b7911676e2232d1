// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.UUID;

/**
 * A lock that a row of a table stands for, because no session of the database can be trusted to stand for it.
 *
 * @param name the lock's name, the key of the row
 * @param owner a random token of the run that has it
 * @param fence a number that grows whenever the lock changes hands; 0 for a run that does not have it yet
 * @param holder the run, for people
 */
public record Lease(String name, String owner, long fence, String holder) {
    /** How long it lasts when its holder does not renew it. */
    public static final Duration LIFETIME = Duration.ofSeconds(6);

    /** How often its holder renews it: three times may fail. */
    static final Duration HEARTBEAT = Duration.ofMillis(1500);

    /** Returns the claim of this process to a lock; each is another owner. */
    public static Lease claim(String name) {
        String holder = "process " + ProcessHandle.current().pid() + " of " + System.getProperty("user.name", "unknown")
                + " on " + host();
        return new Lease(name, UUID.randomUUID().toString(), 0, holder);
    }

    /** Returns it as taken. */
    public Lease withFence(long number) {
        return new Lease(name, owner, number, holder);
    }

    private static String host() {
        try {
            String given = System.getenv("HOSTNAME");
            return given != null ? given : InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unnamed host";
        }
    }
}
