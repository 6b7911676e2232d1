// SPDX-License-Identifier: Apache-2.0
/**
 * What a database is made of, as immutable values. Input: rows that an introspector read. Output: a {@link
 * dev.plumbline.catalog.Catalog}, flat and sorted, with a fingerprint. It never talks to a database and never renders.
 */
@NullMarked
package dev.plumbline.catalog;

import org.jspecify.annotations.NullMarked;
