// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Liquibase's formatted SQL: files that begin with {@code --liquibase formatted sql}, in the order of their paths, as
 * {@code includeAll} takes them; their change sets in the order in which they stand (Liquibase's documentation, "Formatted
 * SQL"). A change set is called {@code author:id}, or {@code file::author:id} where several files have the same. What
 * runs on change becomes a repeatable migration, behind all others. Anything that would be decided or put in when
 * Liquibase runs is refused where it stands.
 */
final class LiquibaseFiles implements FolderFormat {
    private static final Pattern HEADER = Pattern.compile("(?i)\\s*--\\s*liquibase\\s+formatted\\s+sql\\b.*");
    private static final Pattern OTHER_CHANGELOG = Pattern.compile("(?i).*\\.(?:xml|ya?ml|json)");

    @Override
    public MigrationFormat format() {
        return MigrationFormat.LIQUIBASE_SQL;
    }

    @Override
    public boolean claims(FolderFile file) {
        if (!file.isSql() || !file.script().text().contains("formatted")) {
            return false;
        }
        return TextLine.of(file.script()).stream()
                .map(TextLine::text)
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> HEADER.matcher(line).matches())
                .isPresent();
    }

    @Override
    public void read(List<FolderFile> files, FolderReading reading) {
        Map<String, List<LiquibaseChangeSet>> byId = new HashMap<>();
        List<LiquibaseChangeSet> changeSets = new ArrayList<>();
        for (FolderFile file : files) {
            reading.used(file);
            for (LiquibaseChangeSet changeSet : LiquibaseParser.read(file)) {
                List<LiquibaseChangeSet> same = byId.computeIfAbsent(changeSet.id(), id -> new ArrayList<>());
                if (same.stream().anyMatch(other -> other.file().equals(file))) {
                    throw FormatErrors.invalid(
                            file.script(),
                            changeSet.offset(),
                            "the change set " + changeSet.id() + " stands twice in it",
                            "Give the later one an id of its own.");
                }
                same.add(changeSet);
                changeSets.add(changeSet);
            }
        }
        for (LiquibaseChangeSet changeSet : changeSets) {
            LiquibaseAttributes attributes = LiquibaseAttributes.of(changeSet);
            if (attributes.applies(reading.dialect(), reading.options())) {
                boolean ambiguous = byId.getOrDefault(changeSet.id(), List.of()).size() > 1;
                add(changeSet, attributes, ambiguous, reading);
            }
        }
    }

    private static void add(
            LiquibaseChangeSet changeSet, LiquibaseAttributes attributes, boolean ambiguous, FolderReading reading) {
        String file = changeSet.file().relative();
        reading.add(new Migration(
                attributes.repeatable() ? MigrationKind.REPEATABLE : MigrationKind.VERSIONED,
                Version.named(ambiguous ? file + "::" + changeSet.id() : changeSet.id()),
                "",
                file,
                reading.sql(attributes.delimited(changeSet.up()), attributes.transaction()),
                changeSet.down().map(down -> reading.sql(down, attributes.transaction())),
                Optional.empty()));
    }

    /**
     * Refuses changelogs in other formats beside the SQL: they say which files belong to the history and in which order,
     * and may hold changes of their own.
     */
    static void rejectOtherChangelogs(String folder, List<FolderFile> all) {
        for (FolderFile file : all) {
            if (OTHER_CHANGELOG.matcher(file.name()).matches()
                    && file.script().text().contains("databaseChangeLog")) {
                throw new PlumblineException(
                        ErrorCode.UNSUPPORTED,
                        "The folder " + folder + " holds " + file + ", a changelog of Liquibase in a format other than"
                                + " SQL, which says what runs and in which order. Plumbline reads formatted SQL alone.",
                        "If it only includes the SQL files in the order of their names, name the format (--migrations-format LIQUIBASE_SQL)"
                                + " and it is passed over; else have Liquibase write the changes as SQL.");
            }
        }
    }
}
