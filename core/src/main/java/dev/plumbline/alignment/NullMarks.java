// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import dev.plumbline.alignment.ClassFile.AnnotationUse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where nothing is null unless it says so: the nearest of class, enclosing classes, package and module that is marked, or
 * unmarked (JSpecify specification, "Null-marked scope"). Marks are known by their simple names, whose library they are.
 */
final class NullMarks {
    private static final Set<String> MARKS =
            Set.of("NullMarked", "NonNullFields", "NonNullByDefault", "NotNullByDefault");
    private static final Set<String> UNMARKS = Set.of("NullUnmarked");

    private final ClassPath classes;

    NullMarks(ClassPath classes) {
        this.classes = classes;
    }

    /** Returns whether what the class declares is never null by default. */
    boolean mark(ClassFile type) {
        String name = type.name();
        Optional<Boolean> mark = said(Optional.of(type));
        for (int nested = name.lastIndexOf('$');
                mark.isEmpty() && nested > 0;
                nested = name.lastIndexOf('$', nested - 1)) {
            mark = said(classes.find(name.substring(0, nested)));
        }
        int dot = name.lastIndexOf('.');
        return mark.or(() -> dot < 0 ? Optional.empty() : said(classes.find(name.substring(0, dot) + ".package-info")))
                .or(() -> said(classes.moduleOf(name)))
                .orElse(false);
    }

    private static Optional<Boolean> said(Optional<ClassFile> scope) {
        List<String> names = scope.map(file -> file.annotations().stream()
                        .map(AnnotationUse::simpleName)
                        .toList())
                .orElse(List.of());
        if (names.stream().anyMatch(UNMARKS::contains)) {
            return Optional.of(false);
        }
        return names.stream().anyMatch(MARKS::contains) ? Optional.of(true) : Optional.empty();
    }
}
