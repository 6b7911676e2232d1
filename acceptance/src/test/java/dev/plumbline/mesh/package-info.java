// SPDX-License-Identifier: Apache-2.0
/**
 * The agent platform's own migration folders, as they were at five times: what the tool is made for, on real input.
 */
@NullMarked
package dev.plumbline.mesh;

import org.jspecify.annotations.NullMarked;
