// SPDX-License-Identifier: Apache-2.0
/** Tests of the launcher script, run as a person runs it. */
@NullMarked
package dev.plumbline.launcher;

import org.jspecify.annotations.NullMarked;
