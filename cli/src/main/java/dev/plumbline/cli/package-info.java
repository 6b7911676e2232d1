// SPDX-License-Identifier: Apache-2.0
/**
 * The command line: parses, calls the library, renders, and alone prints and exits.
 */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
