// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.alignment.Severity;
import dev.plumbline.review.Finding;
import dev.plumbline.review.Review;
import java.nio.file.Path;

/**
 * A review as GitHub's workflow commands, which a job prints to have its findings shown beside the lines of a pull request
 * (GitHub documentation, "Workflow commands for GitHub Actions"; the escapes are those of the toolkit's {@code
 * command.ts}). What is printed comes from files, so nothing in it may end its line and begin a command of its own.
 */
public final class GithubAnnotations {
    private final Path root;

    /** Creates a writer; names of files are made relative to the folder of the repository. */
    public GithubAnnotations(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Returns a command for each finding, and the verdict behind them. */
    public String of(Review review) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : review.findings()) {
            text.append("::")
                    .append(command(finding.severity()))
                    .append(" file=")
                    .append(property(relative(finding.position().file())))
                    .append(",line=")
                    .append(finding.position().line())
                    .append(",col=")
                    .append(finding.position().column())
                    .append(",title=")
                    .append(property(finding.rule()))
                    .append("::")
                    .append(data(finding.fact() + " " + finding.effect() + "\n" + finding.wayOut()
                            + finding.instead().map(sql -> "\n" + sql).orElse("")))
                    .append('\n');
        }
        return text.append(data(ReviewDocument.verdict(review))).append('\n').toString();
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    private String relative(String file) {
        Path path = Path.of(file).toAbsolutePath().normalize();
        return (path.startsWith(root) ? root.relativize(path) : path).toString().replace('\\', '/');
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
