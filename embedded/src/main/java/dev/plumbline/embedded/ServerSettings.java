// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The configuration files of an embedded cluster: fast, small, the same everywhere, and open to its owner only. */
final class ServerSettings {
    private ServerSettings() {}

    /**
     * Lets in whoever knows the password. Without one, every user of the machine could connect, and a superuser of
     * PostgreSQL can run programs as the server's user. It is sent as it is (a scram exchange would cost the client some 50
     * ms of class loading), and does not leave the loopback interface.
     */
    static void writeAccess(Path cluster) throws IOException {
        Files.writeString(cluster.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 password\n");
    }

    static void write(Path cluster, int major, int port, boolean windows, Map<String, String> additions)
            throws IOException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "100");
        // A schema with thousands of partitions is dropped or dumped in one transaction.
        settings.put("max_locks_per_transaction", "256");

        // Nothing in it is worth a disk flush: it is rebuilt, not recovered.
        // https://www.postgresql.org/docs/current/non-durability.html
        settings.put("fsync", "off");
        settings.put("full_page_writes", "off");
        settings.put("synchronous_commit", "off");
        settings.put("wal_level", "minimal");
        settings.put("max_wal_senders", "0");
        settings.put("max_wal_size", "1GB");
        settings.put("checkpoint_timeout", "1h");
        settings.put("shared_buffers", "32MB");

        // Statistics and plans must not depend on when a background process last came by.
        settings.put("autovacuum", "off");
        settings.put("jit", "off");
        if (!windows) {
            // In the cluster's own folder, where no crash can leave it behind, and not in a small /dev/shm.
            settings.put("dynamic_shared_memory_type", "mmap");
        }
        if (major >= 18) {
            // The default starts three processes that a small server never needs.
            settings.put("io_method", "sync");
        }

        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("datestyle", "iso, mdy");
        settings.put("default_text_search_config", "pg_catalog.english");
        for (String category : new String[] {"messages", "monetary", "numeric", "time"}) {
            settings.put("lc_" + category, "C");
        }
        settings.putAll(additions);

        String text = settings.entrySet().stream()
                .map(setting -> "%s = '%s'%n".formatted(setting.getKey(), quoted(setting.getValue())))
                .collect(Collectors.joining());
        Files.writeString(cluster.resolve("postgresql.conf"), text);
    }

    private static String quoted(String value) {
        return value.replace("\\", "\\\\").replace("'", "''");
    }
}
