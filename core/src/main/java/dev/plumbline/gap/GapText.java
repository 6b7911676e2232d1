// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import java.util.List;
import java.util.stream.Collectors;

/** Gaps in words, for messages: what the actual side has that it should not, and lacks that it should. */
public final class GapText {
    private static final int NAMED = 5;

    private GapText() {}

    /** Returns the first few changes in one sentence without a full stop, and how many more there are. */
    public static String brief(Gap gap) {
        String named = gap.changes().stream().limit(NAMED).map(GapText::clause).collect(Collectors.joining(", "));
        int more = gap.changes().size() - NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    /** Returns all changes, a clause each. */
    public static List<String> clauses(Gap gap) {
        return gap.changes().stream().map(GapText::clause).toList();
    }

    private static String clause(Change change) {
        return switch (change) {
            case Change.Missing missing -> missing.key() + " is missing";
            case Change.Extra extra -> extra.key() + " is too many";
            case Change.Renamed renamed -> renamed.key() + " has another name";
            case Change.Altered altered ->
                altered.key() + " differs in "
                        + altered.differences().stream()
                                .map(difference -> difference.component() + " (" + difference.actual() + " instead of "
                                        + difference.desired() + ")")
                                .collect(Collectors.joining(", "));
        };
    }
}
