// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds migrations in Java, and gives them the form of all others. */
public final class JavaMigrations {
    private JavaMigrations() {}

    /**
     * Returns the migrations that a class loader offers as services, in the order in which it finds them.
     *
     * @throws java.util.ServiceConfigurationError when one of them cannot be made
     */
    public static List<JavaMigration> find(ClassLoader loader) {
        return ServiceLoader.load(JavaMigration.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Returns a migration as it takes its place in a set. */
    static Migration migration(JavaMigration java) {
        String origin = java.getClass().getName();
        Checksum checksum = new Checksum(java.contentVersion());
        MigrationOptions options =
                java.inTransaction() ? MigrationOptions.DEFAULT : MigrationOptions.DEFAULT.withoutTransaction();
        Optional<MigrationScript> down = java.hasDown()
                ? Optional.of(new MigrationScript.Java(origin, checksum, options, java::down))
                : Optional.empty();
        Optional<MigrationScript> verify = verifies(java)
                ? Optional.of(new MigrationScript.Java(origin, checksum, MigrationOptions.DEFAULT, java::verify))
                : Optional.empty();
        return new Migration(
                MigrationKind.VERSIONED,
                Version.of(java.version()),
                java.name(),
                origin,
                new MigrationScript.Java(origin, checksum, options, java::up),
                down,
                verify);
    }

    /** Returns whether its class has a check of its own, so that only such a one is counted as verified. */
    private static boolean verifies(JavaMigration java) {
        try {
            return java.getClass().getMethod("verify", Connection.class).getDeclaringClass() != JavaMigration.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("the interface declares it", e);
        }
    }
}
