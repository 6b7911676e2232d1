// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.Fingerprint;

/**
 * What the catalog is once the steps up to a number have been committed. An interrupted run leaves the database at one
 * of these, and the next run finds there where to go on.
 */
public record Checkpoint(int afterStep, Fingerprint fingerprint) {}
