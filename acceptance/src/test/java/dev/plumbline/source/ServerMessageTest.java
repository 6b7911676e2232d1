// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What servers say in other languages: the message as the driver takes it from the protocol, the words from the server's translations. */
class ServerMessageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY app, line 12, column a: \"7x\"",
                "COPY app, line 12",
                "COPY app, Zeile 12, Spalte a: »7x«",
                "COPY app, ligne 12, colonne a : « 7x »",
                "COPY app, línea 12, columna a: «7x»",
                "COPY app, riga 12: \"7, riga 8\"",
                "COPY app, linha 12, coluna a: entrada nula",
                "COPY app, rad 12, kolumn a: \"7x\"",
                "COPY app, строка 12, столбец a: \"7x\"",
                "COPY app, рядок 12, стовпець a: null введення",
                "COPY app, ხაზი 12, სვეტი a: \"7x\"",
                "appのCOPY、行 12、列 a: \"7x\"",
                "COPY app, 12번째 줄, a 열: \"7x\"",
                "COPY app, 12행, a 열: null 입력",
                "COPY app, 行 12, 列 a: \"7x\"",
                "COPY year 2024, line 12",
                "COPY a, 5, line 12",
                "PL/pgSQL function f() line 3 at RAISE\nCOPY app, line 12, column a: \"7x\""
            })
    void theRowOfACopyIsFoundInAnyLanguage(String context) {
        ServerErrorMessage said = new ServerErrorMessage("SERROR\0C22P02\0Mwrong\0W" + context + "\0\0");

        assertThat(ServerMessage.of(new PSQLException(said)).row()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PL/pgSQL function f(), line 3 at RAISE", "SQL statement \"SELECT 1, 2\""})
    void whatIsAboutNoCopyHasNone(String context) {
        ServerErrorMessage said = new ServerErrorMessage("SERROR\0C22P02\0Mwrong\0W" + context + "\0\0");

        assertThat(ServerMessage.of(new PSQLException(said)).row()).isZero();
    }
}
