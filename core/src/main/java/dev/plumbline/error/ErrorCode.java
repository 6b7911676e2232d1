// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.error;

/** A stable name for each way in which a call can fail; scripts may rely on it. */
public enum ErrorCode {
    /** A source names a file or folder that is not there, or holds nothing. */
    SOURCE_NOT_FOUND(ErrorCategory.USAGE),
    /** A URL, option or configuration value that means nothing. */
    INVALID_ARGUMENT(ErrorCategory.USAGE),
    /** A snapshot, plan or migration file that cannot be read, or a folder of migrations that contradicts itself. */
    INVALID_FILE(ErrorCategory.USAGE),
    /** A step carries a hazard that was not allowed by name. */
    HAZARD_NOT_ALLOWED(ErrorCategory.REFUSED),
    /** The database is not the one that the plan was made for. */
    FINGERPRINT_CHANGED(ErrorCategory.REFUSED),
    /** An interrupted run may or may not have carried out a step that leaves no trace in the catalog. */
    STANDING_UNKNOWN(ErrorCategory.REFUSED),
    /** Migration files and the history of the database do not agree. */
    HISTORY_CONFLICT(ErrorCategory.REFUSED),
    /** An object or a change that Plumbline does not handle, and says so. */
    UNSUPPORTED(ErrorCategory.REFUSED),
    /** A plan that did not reach the desired schema on the scratch database. */
    NOT_PROVEN(ErrorCategory.REFUSED),
    /** The types of an application do not fit the columns of the database, where that was required. */
    NOT_ALIGNED(ErrorCategory.REFUSED),
    /** The server cannot be reached or refuses the login. */
    CONNECTION_FAILED(ErrorCategory.DATABASE),
    /** A statement of a source failed while it was loaded. */
    SOURCE_NOT_LOADED(ErrorCategory.DATABASE),
    /** A statement of a plan failed while it was applied. */
    STEP_FAILED(ErrorCategory.DATABASE),
    /** A migration failed while it was applied or undone. */
    MIGRATION_FAILED(ErrorCategory.DATABASE),
    /** A lock could not be had within the time and retries that were allowed. */
    LOCK_NOT_AVAILABLE(ErrorCategory.DATABASE),
    /** No scratch database could be made. */
    NO_SCRATCH_DATABASE(ErrorCategory.DATABASE),
    /** Any other error that the database reports. */
    DATABASE_ERROR(ErrorCategory.DATABASE),
    /** A defect of Plumbline. */
    INTERNAL_ERROR(ErrorCategory.INTERNAL);

    private final ErrorCategory category;

    ErrorCode(ErrorCategory category) {
        this.category = category;
    }

    /** Returns who can do something about it. */
    public ErrorCategory category() {
        return category;
    }
}
