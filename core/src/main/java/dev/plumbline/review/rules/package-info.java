// SPDX-License-Identifier: Apache-2.0
/**
 * The rules, each in a class named after what it finds. Input: a migration as it was tried. Output: findings. No rule
 * knows another; what the rules say of themselves is the documentation of them.
 */
@NullMarked
package dev.plumbline.review.rules;

import org.jspecify.annotations.NullMarked;
