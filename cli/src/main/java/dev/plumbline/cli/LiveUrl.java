// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.source.DatabaseUrl;

/** The live database as options and configuration name it. */
final class LiveUrl {
    private static final String TOKEN = "authToken";

    private LiveUrl() {}

    /** Returns the database; the token of the configuration is for this one alone, and only where it has no other. */
    static DatabaseUrl of(String text, Configuration configuration) {
        DatabaseUrl url = DatabaseUrl.parse(text);
        if (!url.engineId().equals("libsql") || url.settings().containsKey(TOKEN)) {
            return url;
        }
        return configuration
                .value("auth_token", null)
                .map(token -> url.with(TOKEN, token))
                .orElse(url);
    }
}
