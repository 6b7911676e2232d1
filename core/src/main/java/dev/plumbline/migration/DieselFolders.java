// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.SqlScript;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 2024-01-31-120000_name/up.sql} with {@code down.sql}, and {@code verify.sql} as an addition of Plumbline's own.
 * The version is what stands before the first underscore, without dashes, as Diesel records it in {@code
 * __diesel_schema_migrations}; {@code run_in_transaction = false} in {@code metadata.toml} is followed.
 */
final class DieselFolders implements FolderFormat {
    private static final Pattern FOLDER = Pattern.compile("([0-9][0-9-]*)(?:_(.*))?");
    private static final Pattern NO_TRANSACTION =
            Pattern.compile("^\\s*run_in_transaction\\s*=\\s*false\\b", Pattern.MULTILINE);

    @Override
    public MigrationFormat format() {
        return MigrationFormat.DIESEL;
    }

    @Override
    public boolean claims(FolderFile file) {
        return file.depth() == 2
                && List.of("up.sql", "down.sql", "verify.sql").contains(file.name())
                && FOLDER.matcher(file.parent()).matches();
    }

    @Override
    public void read(List<FolderFile> files, FolderReading reading) {
        for (FolderFile up : files) {
            Matcher folder = FOLDER.matcher(up.parent());
            if (!up.name().equals("up.sql") || !folder.matches()) {
                continue;
            }
            boolean transaction = reading.file(up.parent() + "/metadata.toml")
                    .map(FolderFile::script)
                    .map(SqlScript::text)
                    .filter(text -> NO_TRANSACTION.matcher(text).find())
                    .isEmpty();
            reading.add(new Migration(
                    MigrationKind.VERSIONED,
                    Version.of(folder.group(1).replace("-", "")),
                    folder.group(2) == null ? "" : folder.group(2),
                    up.relative(),
                    reading.sql(up, transaction),
                    other(up, "down.sql", transaction, reading),
                    other(up, "verify.sql", true, reading)));
        }
    }

    private static Optional<MigrationScript> other(
            FolderFile up, String name, boolean transaction, FolderReading reading) {
        return reading.file(up.parent() + "/" + name).map(file -> reading.sql(file, transaction));
    }
}
