// SPDX-License-Identifier: Apache-2.0

/**
 * The plans that the server has for an application's queries. A room of the engine: nothing outside of it is meant to
 * call this.
 */
@NullMarked
package dev.plumbline.postgres.workload;

import org.jspecify.annotations.NullMarked;
