// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.script;

/** The lexical rules that differ between the engines: enough to split a script, not to understand it. */
public enum SqlDialect {
    /** Dollar quotes, {@code E''} strings, nested comments, {@code BEGIN ATOMIC} bodies. */
    POSTGRES,
    /** {@code CREATE TRIGGER … BEGIN … END}, bracket and backtick quotes. */
    SQLITE
}
