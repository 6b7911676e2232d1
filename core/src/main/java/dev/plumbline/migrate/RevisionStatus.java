// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

/** What became of a migration. */
public enum RevisionStatus {
    /** It is in place. */
    APPLIED,
    /** It was in place and was undone. */
    ROLLED_BACK,
    /** It has begun and did not end, on the way up or down; the next run goes on from {@link Revision#progress()}. */
    FAILED
}
