// SPDX-License-Identifier: Apache-2.0
/**
 * The review of migrations. Input: migrations as they were tried statement by statement. Output: findings of the rules,
 * those that somebody accepted kept apart. It never talks to a database: what it says of a statement was seen before.
 */
@NullMarked
package dev.plumbline.review;

import org.jspecify.annotations.NullMarked;
