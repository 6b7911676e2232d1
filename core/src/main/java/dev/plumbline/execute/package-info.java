// SPDX-License-Identifier: Apache-2.0
/**
 * Carries plans out, on scratch databases to prove them and on live ones to apply them. Input: a plan and a connection.
 * Output: an outcome. It never decides what to do, only how: transactions, timeouts, retries, resumption.
 */
@NullMarked
package dev.plumbline.execute;

import org.jspecify.annotations.NullMarked;
