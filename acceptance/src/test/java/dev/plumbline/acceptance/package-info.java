// SPDX-License-Identifier: Apache-2.0
/**
 * What the acceptance tests share: where their input is, and how a test says by name what it misses on this machine.
 */
@NullMarked
package dev.plumbline.acceptance;

import org.jspecify.annotations.NullMarked;
