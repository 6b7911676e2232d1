// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What the authors of Java's own library wrote about its public types, read from the sources that come with a JDK. The first sentence says what a type is for,
 * and is what somebody would ask who does not know its name; what comes after it is the text to find. With {@code @see} the authors say which other types belong
 * to it. So questions, texts and judgements are all somebody else's, and the same for everybody who has that JDK.
 */
final class ApiDocuments {
    private static final Pattern SOURCE = Pattern.compile("(?:java|jdk)\\.[a-z.]+/.+/[A-Z]\\w*\\.java");
    private static final Pattern DECLARATION =
            Pattern.compile("(?m)^public (?:[a-z-]+ )*(?:class|interface|enum|record|@interface) +(\\w+)");
    private static final Pattern SEE = Pattern.compile("(?m)^@see +(?:[a-z]+\\.)*([A-Z]\\w*)");
    private static final int WORDS_OF_A_QUESTION = 4;
    private static final int WORDS_OF_A_TEXT = 30;

    private ApiDocuments() {}

    /**
     * A type's documentation.
     *
     * @param name its qualified name
     * @param question the first sentence
     * @param text all others, after the simple name
     * @param related simple names of the types that its authors point to
     */
    record Document(String name, String question, String text, Set<String> related) {
        String simpleName() {
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }

    /** Returns the sources of the JDK that runs this, where it has any. */
    static Optional<Path> sources() {
        return Optional.of(Path.of(System.getProperty("java.home"), "lib", "src.zip"))
                .filter(Files::exists);
    }

    /** Reads all types whose names begin so and that have a first sentence and enough after it, in the order of the files. */
    static List<Document> read(Path sources, String prefix) throws IOException {
        List<Document> documents = new ArrayList<>();
        try (ZipFile zip = new ZipFile(sources.toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(each -> SOURCE.matcher(each.getName()).matches()
                            && typeOf(each).startsWith(prefix))
                    .sorted((one, other) -> one.getName().compareTo(other.getName()))
                    .toList()) {
                String source = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                document(typeOf(entry), source).ifPresent(documents::add);
            }
        }
        return documents;
    }

    /** The first folder is the module. */
    private static String typeOf(ZipEntry entry) {
        String path = entry.getName().substring(entry.getName().indexOf('/') + 1);
        return path.substring(0, path.length() - ".java".length()).replace('/', '.');
    }

    private static Optional<Document> document(String name, String source) {
        Matcher declaration = DECLARATION.matcher(source);
        if (!declaration.find()) {
            return Optional.empty();
        }
        int end = source.lastIndexOf("*/", declaration.start());
        int begin = source.lastIndexOf("/**", declaration.start());
        if (begin < 0
                || end < begin
                || source.substring(end, declaration.start()).contains(";")) {
            return Optional.empty();
        }
        String comment = source.substring(begin + 3, end).replaceAll("(?m)^\\s*\\* ?", "");
        Set<String> related = new LinkedHashSet<>();
        SEE.matcher(comment).results().forEach(see -> related.add(see.group(1)));
        String body = plain(comment.split("(?m)^\\s*@\\w+", 2)[0]);
        // As the documentation tool does it: a sentence ends with a period before white space.
        String[] sentences = body.split("(?<=\\.)\\s+", 2);
        if (sentences.length < 2
                || words(sentences[0]) < WORDS_OF_A_QUESTION
                || words(sentences[1]) < WORDS_OF_A_TEXT) {
            return Optional.empty();
        }
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return Optional.of(new Document(name, sentences[0], simple + ": " + sentences[1], related));
    }

    private static String plain(String comment) {
        return comment.replaceAll("\\{@\\w+\\s+", " ")
                .replaceAll("</?[a-zA-Z][^>]*>|&\\w+;|[{}]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static int words(String text) {
        return text.split(" ", -1).length;
    }
}
