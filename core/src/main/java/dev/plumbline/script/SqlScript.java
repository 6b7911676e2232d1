// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.script;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.error.SourcePosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The text of a script, which knows the line and column of each of its offsets. Immutable. */
public final class SqlScript {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final String text;
    private final int[] lineStarts;

    /** Creates a script; {@code name} is that of its file, as it shall stand in messages. */
    public SqlScript(String name, String text) {
        this.name = name;
        this.text = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        this.lineStarts = lineStarts(this.text);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws PlumblineException with {@code INVALID_FILE} when it is in another encoding
     */
    public static SqlScript read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new SqlScript(
                    file.toString(),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new PlumblineException(ErrorCode.INVALID_FILE, file + " is not UTF-8.", "Save it in UTF-8.", null, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    /** Returns the name of the file. */
    public String name() {
        return name;
    }

    /** Returns the text, without byte order mark, its line ends as they are. */
    public String text() {
        return text;
    }

    /** Returns the line of an offset, counted from 1. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Returns the offset at which a line begins, counted from 1; that of the last line for one that is not there. */
    public int lineStart(int line) {
        return lineStarts[Math.min(line, lineStarts.length) - 1];
    }

    /** Returns the position of an offset, for messages. */
    public SourcePosition position(int offset) {
        int at = Math.max(0, Math.min(offset, text.length()));
        int line = line(at);
        int start = lineStarts[line - 1];
        int end = text.indexOf('\n', start);
        String lineText = text.substring(start, end < 0 ? text.length() : end);
        return new SourcePosition(name, line, at - start + 1, lineText.stripTrailing());
    }

    /**
     * Returns the offset of the n-th character behind {@code start}, counted from 1 as servers do: by code points. The
     * start itself when n is 0, which is how servers say that they do not know.
     */
    public int offsetOfCharacter(int start, int n) {
        if (n <= 1) {
            return start;
        }
        int available = text.codePointCount(start, text.length());
        return text.offsetByCodePoints(start, Math.min(n - 1, available));
    }

    @Override
    public String toString() {
        return name;
    }
}
