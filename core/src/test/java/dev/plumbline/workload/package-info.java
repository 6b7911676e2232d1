// SPDX-License-Identifier: Apache-2.0
/** Tests of what a workload is read as. */
@NullMarked
package dev.plumbline.workload;

import org.jspecify.annotations.NullMarked;
