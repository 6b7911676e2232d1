// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.plumbline.migrate.adopt;

import org.jspecify.annotations.NullMarked;
