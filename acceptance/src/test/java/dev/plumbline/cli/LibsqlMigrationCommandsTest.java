// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.libsql.LibsqlServer;
import java.nio.file.Path;

class LibsqlMigrationCommandsTest extends MigrationCommandsContract {
    @Override
    String freshDatabase(Path place) {
        return LibsqlServer.shared().fresh().display();
    }

    @Override
    String scratch() {
        return "sqlite:";
    }
}
