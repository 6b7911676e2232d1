// SPDX-License-Identifier: Apache-2.0
/** The story that shows the whole tool on an embedded database. */
@NullMarked
package dev.plumbline.cli.demo;

import org.jspecify.annotations.NullMarked;
