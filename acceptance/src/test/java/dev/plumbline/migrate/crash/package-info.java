// SPDX-License-Identifier: Apache-2.0
/** Runs of migrations that are killed at any moment, and runs that are started together. */
@NullMarked
package dev.plumbline.migrate.crash;

import org.jspecify.annotations.NullMarked;
