// SPDX-License-Identifier: Apache-2.0
/** The command line as its users meet it: arguments in, output and exit code out. */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
