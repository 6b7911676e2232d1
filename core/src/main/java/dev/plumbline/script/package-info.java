// SPDX-License-Identifier: Apache-2.0
/**
 * SQL scripts: their text with its positions, their tokens, their statements. Input: a file. Output: {@link
 * dev.plumbline.script.ScriptStatement}s. Nothing here understands SQL; that is left to the database.
 */
@NullMarked
package dev.plumbline.script;

import org.jspecify.annotations.NullMarked;
