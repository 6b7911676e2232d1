// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.migrate.MigrationCheck;

/** Whether an application can work with a database, as a document. */
final class CheckDocument {
    private CheckDocument() {}

    static Document of(MigrationCheck check) {
        Document.Builder document = new Document.Builder();
        document.paragraph(check.compatible() ? Tone.GOOD : Tone.BAD, verdict(check.standing()));
        document.bullets(check.reasons().stream().map(Cell::of).toList());
        return document.build();
    }

    private static String verdict(MigrationCheck.Standing standing) {
        return switch (standing) {
            case UP_TO_DATE -> "Compatible: the database is up to date.";
            case AHEAD -> "Compatible: the database is ahead of these files.";
            case BEHIND -> "Not compatible: the database is behind these files.";
            case IN_CONFLICT -> "Not compatible: what the database has is not known from these files.";
        };
    }
}
