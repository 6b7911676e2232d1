// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of classes: fields, types, names, and what their declarations say of NULL. */
class MappedClassesTest {
    /** As libraries have it. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Column {
        String name() default "";
    }

    /** As libraries have it. */
    @Retention(RetentionPolicy.CLASS)
    @interface Transient {}

    /** As libraries have it. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Embedded {
        String prefix() default "";
    }

    /** As libraries have it. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface OneToMany {}

    /** As libraries have it. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface ManyToOne {}

    static boolean initialised;

    static class Base {
        static int counter;
        long id;
        transient int cached;
    }

    static class Order extends Base {
        static {
            initialised = true;
        }

        @Column(name = "order_no")
        String number = "";

        @Transient
        String scratch = "";

        @Embedded(prefix = "ship_")
        Address address = new Address("", "");

        @OneToMany
        List<String> lines = List.of();

        @ManyToOne
        Customer customer = new Customer();
    }

    record Address(String street, String zipCode) {}

    static class Customer {}

    @Test
    void fieldsOfAClassComeWithThoseAboveItAndOfWhatIsEmbedded() {
        assertThat(columns(Order.class))
                .containsExactly(
                        "id: id",
                        "number: order_no",
                        "address.street: ship_street",
                        "address.zipCode: ship_zip_code",
                        "customer: customer_id");
        assertThat(initialised).as("a class that is only looked at is not run").isFalse();
    }

    interface Projection {
        long getId();

        String getDisplayName();

        boolean isActive();

        String name();

        default String shown() {
            return getDisplayName();
        }

        static int count() {
            return 0;
        }
    }

    @Test
    void anInterfaceHasTheNamesOfItsGetters() {
        assertThat(columns(Projection.class))
                .containsExactly("id: id", "displayName: display_name", "active: active", "name: name");
    }

    // What applications have is what is to be read.
    @SuppressWarnings("ArrayRecordComponent")
    @NullMarked
    record Marked(
            String plain,
            @Nullable String nullable,
            Optional<String> optional,
            OptionalInt number,
            int primitive,
            @Nullable String[] elements,
            String @Nullable [] array,
            List<@Nullable String> list,
            Unmarked.@Nullable Inner inner) {}

    @NullUnmarked
    record Unmarked(String plain, @Nullable String nullable) {
        record Inner(String plain) {}
    }

    @Test
    void nullIsWhatTheNearestDeclarationSays() {
        assertThat(nulls(Marked.class))
                .containsExactly(
                        "plain NEVER String",
                        "nullable POSSIBLE String",
                        "optional POSSIBLE String",
                        "number POSSIBLE Integer",
                        "primitive NEVER int",
                        "elements NEVER String[]",
                        "array POSSIBLE String[]",
                        "list NEVER List<String>",
                        "inner POSSIBLE Inner");
        assertThat(nulls(Unmarked.class)).containsExactly("plain UNKNOWN String", "nullable POSSIBLE String");
        assertThat(nulls(Unmarked.Inner.class)).containsExactly("plain UNKNOWN String");
        // The package of these tests' records says it for all of them.
        assertThat(nulls(dev.plumbline.alignment.memory.ApiUsage.class))
                .contains("userId NEVER String", "model POSSIBLE String");
    }

    @Test
    void aClassIsReadWithoutTheLibrariesThatItNeeds(@TempDir Path folder) throws IOException {
        compile(folder, "lib.Column", "package lib; public @interface Column { String name(); }");
        compile(folder, "lib.Json", "package lib; public class Json {}");
        compile(
                folder,
                "app.Row",
                "package app; public record Row(@lib.Column(name = \"the_name\") String name, lib.Json json, Kind kind) {"
                        + " public enum Kind { A, B } }");
        Files.delete(folder.resolve("lib/Column.class"));
        Files.delete(folder.resolve("lib/Json.class"));
        try (ClassPath classes = ClassPath.of(List.of(folder))) {
            MappedClass row = MappedClass.read("app.Row", classes);

            assertThat(row.fields()).map(field -> field.column().orElse("")).containsExactly("the_name", "", "");
            assertThat(row.fields().get(2).constants()).contains(List.of("A", "B"));
        }
    }

    @Test
    void whatIsNotThereOrNoClassIsSaidSo(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("app"));
        Files.writeString(folder.resolve("app/Text.class"), "no class at all");
        try (ClassPath classes = ClassPath.of(List.of(folder))) {
            assertThatThrownBy(() -> MappedClass.read("app.Missing", classes))
                    .isInstanceOfSatisfying(
                            PlumblineException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.SOURCE_NOT_FOUND))
                    .hasMessageContaining(folder.toString());
            assertThatThrownBy(() -> MappedClass.read("app.Text", classes))
                    .isInstanceOfSatisfying(
                            PlumblineException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_FILE));
        }
        assertThatThrownBy(() -> ClassPath.of(List.of(folder.resolve("nowhere"))))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void everyTruncatedClassFileIsRefusedAndNoneEndsInAnotherError() throws IOException {
        String file = Order.class.getName().replace('.', '/') + ".class";
        byte[] whole = Order.class.getClassLoader().getResourceAsStream(file).readAllBytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ClassFileReader.read(part, "part")).isInstanceOf(PlumblineException.class);
        }
    }

    private static List<String> columns(Class<?> type) {
        try (ClassPath classes = ClassPath.ofThread()) {
            List<MappedField> fields = MappedClass.read(type.getName(), classes).fields();
            Pairing pairing = new Pairing(fields, List.of(), Naming.SNAKE_CASE);
            return fields.stream()
                    .map(field -> field.name() + ": " + pairing.expected(field))
                    .toList();
        }
    }

    private static List<String> nulls(Class<?> type) {
        try (ClassPath classes = ClassPath.ofThread()) {
            return MappedClass.read(type.getName(), classes).fields().stream()
                    .map(field -> field.name() + " " + field.nullness() + " " + field.type())
                    .toList();
        }
    }

    private static void compile(Path folder, String name, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("string:///" + name.replace('.', '/') + ".java"),
                        javax.tools.JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        boolean compiled = compiler.getTask(
                        null,
                        null,
                        null,
                        List.of("-d", folder.toString(), "-cp", folder.toString(), "-proc:none"),
                        null,
                        List.of(file))
                .call();
        assertThat(compiled).isTrue();
    }
}
