// SPDX-License-Identifier: Apache-2.0
/** Tests of the stage of the same name. */
@NullMarked
package dev.plumbline.script;

import org.jspecify.annotations.NullMarked;
