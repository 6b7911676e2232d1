// SPDX-License-Identifier: Apache-2.0
/** Random PostgreSQL schemas with rows, and whether each is led to its other and back. */
@NullMarked
package dev.plumbline.generated.postgres;

import org.jspecify.annotations.NullMarked;
