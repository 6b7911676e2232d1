// SPDX-License-Identifier: Apache-2.0
/**
 * Migrations carried out in scratch databases, to know before, or to find out afterwards, what they do: verify, dry run,
 * test. Input: a set of migrations, a history, a live database that is only read. Output: values that say what was seen.
 */
@NullMarked
package dev.plumbline.migrate.replay;

import org.jspecify.annotations.NullMarked;
