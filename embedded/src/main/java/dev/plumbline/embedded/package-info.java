// SPDX-License-Identifier: Apache-2.0
/**
 * Embedded PostgreSQL servers, so that a scratch database needs nothing installed.
 */
@NullMarked
package dev.plumbline.embedded;

import org.jspecify.annotations.NullMarked;
