// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.ObjectKey;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text: text, not syntax. What stands in a comment or in a literal counts too, so that no name is overlooked which a
 * statement uses.
 */
final class Words {
    private Words() {}

    /** Returns them in lower case. */
    static Set<String> of(String text) {
        Set<String> words = new HashSet<>();
        int begin = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inWord = i < text.length() && (text.charAt(i) == '_' || Character.isLetterOrDigit(text.charAt(i)));
            if (inWord && begin < 0) {
                begin = i;
            } else if (!inWord && begin >= 0) {
                words.add(text.substring(begin, i).toLowerCase(Locale.ROOT));
                begin = -1;
            }
        }
        return words;
    }

    /** Returns those of an object's name, as statements write it: a routine's without its arguments. */
    static Set<String> of(ObjectKey key) {
        int arguments = key.kind().isRoutine() ? key.name().indexOf('(') : -1;
        return of(arguments < 0 ? key.name() : key.name().substring(0, arguments));
    }
}
