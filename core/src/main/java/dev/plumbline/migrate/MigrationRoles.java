// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.execute.SessionControl;
import dev.plumbline.script.SqlDialect;

/** What an engine offers for running migrations. */
public record MigrationRoles(
        SqlDialect dialect, SessionControl session, ScriptRules rules, HistoryDialect history, MigrationLocks locks) {}
