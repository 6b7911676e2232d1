// SPDX-License-Identifier: Apache-2.0
/** The review of migrations: every rule on its own examples, folders of cases, what is accepted, and the formats. */
@NullMarked
package dev.plumbline.review;

import org.jspecify.annotations.NullMarked;
