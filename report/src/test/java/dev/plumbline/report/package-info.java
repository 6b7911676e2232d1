// SPDX-License-Identifier: Apache-2.0
/** Tests of the forms that values take outside; without a database. */
@NullMarked
package dev.plumbline.report;

import org.jspecify.annotations.NullMarked;
