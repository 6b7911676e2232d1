// SPDX-License-Identifier: Apache-2.0
/** Other projects' pairs of schemas, walked on real servers, with {@code pg_dump} as the independent observer. */
@NullMarked
package dev.plumbline.corpus;

import org.jspecify.annotations.NullMarked;
