// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

/**
 * A script that is run with migrations and is none: it has no version, and no row in the history.
 *
 * @param event when it is run
 * @param origin the file it stands in, relative to the folder
 */
public record Callback(CallbackEvent event, String origin, MigrationScript.Sql script) {
    @Override
    public String toString() {
        return origin;
    }
}
