// SPDX-License-Identifier: Apache-2.0
/**
 * The agent platform's pack: its three states and the migrations between them, and the complete schema at work, as the
 * application's role sees it.
 */
@NullMarked
package dev.plumbline.mcp;

import org.jspecify.annotations.NullMarked;
