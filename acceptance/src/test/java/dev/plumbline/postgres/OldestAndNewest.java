// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

/** Servers of the oldest and of the newest version that is supported, for one test class. */
final class OldestAndNewest implements AutoCloseable {
    private static final int OLDEST = 14;
    private static final int NEWEST = 18;

    private final TestServer oldest = TestServer.start(OLDEST);
    private final TestServer newest = TestServer.start(NEWEST);

    /** Returns the one of a version. */
    TestServer of(int version) {
        return switch (version) {
            case OLDEST -> oldest;
            case NEWEST -> newest;
            default -> throw new IllegalArgumentException("neither the oldest nor the newest: " + version);
        };
    }

    @Override
    public void close() {
        oldest.close();
        newest.close();
    }
}
