// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

/**
 * What an engine needs to send a whole migration to its server as one text, its row in the history and the COMMIT
 * included. Where each answer must be waited for, a small migration takes longer on the way than in the server.
 */
public interface OneExchange {
    /** Returns statements that do what {@link ScriptRules#reset} does, for the transaction in which they are run. */
    String reset(ScriptStart start);

    /** Returns a text as a literal that is read the same under every setting of the session. */
    String literal(String text);

    /** Returns an expression for the whole milliseconds since the transaction began. */
    String elapsedMillis();
}
