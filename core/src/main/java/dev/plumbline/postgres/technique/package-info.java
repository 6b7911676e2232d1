// SPDX-License-Identifier: Apache-2.0

/**
 * Known safe sequences in place of statements that would keep an application waiting. A room of the engine: nothing
 * outside of it is meant to call this.
 */
@NullMarked
package dev.plumbline.postgres.technique;

import org.jspecify.annotations.NullMarked;
