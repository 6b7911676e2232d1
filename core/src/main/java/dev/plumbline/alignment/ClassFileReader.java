// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import dev.plumbline.alignment.ClassFile.AnnotationUse;
import dev.plumbline.alignment.ClassFile.Member;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads class files. A class is not loaded for it: no code of it can run, an annotation whose own class is not at hand is
 * seen all the same, as is one that is not kept for run time, and a class of a newer Java can be read too.
 */
final class ClassFileReader {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int NESTED = 1;

    private final DataInputStream in;
    private final Object[] constants;

    private ClassFileReader(byte[] bytes) throws IOException {
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC) {
            throw new IOException("it does not begin as a class file");
        }
        in.skipNBytes(4);
        this.constants = constants();
    }

    /**
     * Returns what a class file says.
     *
     * @param origin the class's name, for messages
     * @throws PlumblineException with {@code INVALID_FILE} when it is none
     */
    static ClassFile read(byte[] bytes, String origin) {
        try {
            return new ClassFileReader(bytes).read();
        } catch (IOException | RuntimeException e) {
            throw new PlumblineException(
                    ErrorCode.INVALID_FILE,
                    "The class file of " + origin + " cannot be read: " + e.getMessage() + ".",
                    "Compile it anew.",
                    null,
                    e);
        }
    }

    /** The parts that a member or class may have beside its name and type. */
    private static final class Parts {
        private @Nullable String signature;
        private @Nullable List<Member> components;
        private final List<AnnotationUse> annotations = new ArrayList<>();
        private final List<AnnotationUse> typeAnnotations = new ArrayList<>();
    }

    /** The constant pool (section 4.4): texts, numbers, and the index of the text for what only names one. */
    private Object[] constants() throws IOException {
        Object[] pool = new Object[in.readUnsignedShort()];
        for (int i = 1; i < pool.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> pool[i] = in.readUTF();
                case 3 -> pool[i] = Integer.toString(in.readInt());
                case 4 -> pool[i] = Float.toString(in.readFloat());
                case 5 -> pool[i++] = Long.toString(in.readLong());
                case 6 -> pool[i++] = Double.toString(in.readDouble());
                case 7, 8, 16, 19, 20 -> pool[i] = in.readUnsignedShort();
                case 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 15 -> in.skipNBytes(3);
                default -> throw new IOException("it has a constant of the unknown kind " + tag);
            }
        }
        return pool;
    }

    private ClassFile read() throws IOException {
        int access = in.readUnsignedShort();
        String name = className(in.readUnsignedShort()).orElse("");
        Optional<String> superName = className(in.readUnsignedShort());
        in.skipNBytes(2L * in.readUnsignedShort());
        List<Member> fields = members(true);
        List<Member> methods = members(true);
        Parts parts = attributes();
        return new ClassFile(
                name,
                superName,
                access,
                Optional.ofNullable(parts.components),
                fields,
                methods,
                List.copyOf(parts.annotations));
    }

    private List<Member> members(boolean withAccess) throws IOException {
        List<Member> members = new ArrayList<>();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            int access = withAccess ? in.readUnsignedShort() : 0;
            String name = text(in.readUnsignedShort());
            String descriptor = text(in.readUnsignedShort());
            Parts parts = attributes();
            members.add(new Member(
                    name,
                    descriptor,
                    Optional.ofNullable(parts.signature),
                    access,
                    List.copyOf(parts.annotations),
                    List.copyOf(parts.typeAnnotations)));
        }
        return List.copyOf(members);
    }

    private Parts attributes() throws IOException {
        Parts parts = new Parts();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            String name = text(in.readUnsignedShort());
            int length = in.readInt();
            switch (name) {
                case "Signature" -> parts.signature = text(in.readUnsignedShort());
                case "Record" -> parts.components = members(false);
                case "RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations" -> {
                    int annotations = in.readUnsignedShort();
                    for (int k = 0; k < annotations; k++) {
                        parts.annotations.add(annotation());
                    }
                }
                case "RuntimeVisibleTypeAnnotations", "RuntimeInvisibleTypeAnnotations" -> {
                    int annotations = in.readUnsignedShort();
                    for (int k = 0; k < annotations; k++) {
                        boolean whole = isOfWholeType();
                        AnnotationUse annotation = annotation();
                        if (whole) {
                            parts.typeAnnotations.add(annotation);
                        }
                    }
                }
                default -> in.skipNBytes(length);
            }
        }
        return parts;
    }

    /** Reads where a type annotation stands (section 4.7.20); true for the whole type of a field, component or result. */
    private boolean isOfWholeType() throws IOException {
        int target = in.readUnsignedByte();
        switch (target) {
            case 0x00, 0x01, 0x16 -> in.skipNBytes(1);
            case 0x10, 0x11, 0x12, 0x17, 0x42, 0x43, 0x44, 0x45, 0x46 -> in.skipNBytes(2);
            case 0x13, 0x14, 0x15 -> {
                // Nothing follows.
            }
            case 0x40, 0x41 -> in.skipNBytes(6L * in.readUnsignedShort());
            case 0x47, 0x48, 0x49, 0x4A, 0x4B -> in.skipNBytes(3);
            default -> throw new IOException("it has a type annotation at the unknown place " + target);
        }
        boolean whole = target == 0x13 || target == 0x14;
        int steps = in.readUnsignedByte();
        for (int i = 0; i < steps; i++) {
            int kind = in.readUnsignedByte();
            in.skipNBytes(1);
            whole &= kind == NESTED;
        }
        return whole;
    }

    private AnnotationUse annotation() throws IOException {
        String descriptor = text(in.readUnsignedShort());
        SortedMap<String, String> values = new TreeMap<>();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            String member = text(in.readUnsignedShort());
            value().ifPresent(value -> values.put(member, value));
        }
        return new AnnotationUse(
                descriptor.substring(1, descriptor.length() - 1).replace('/', '.'),
                Collections.unmodifiableSortedMap(values));
    }

    private Optional<String> value() throws IOException {
        int tag = in.readUnsignedByte();
        switch (tag) {
            case 'B', 'C', 'D', 'F', 'I', 'J', 'S', 'Z', 's' -> {
                return Optional.of(text(in.readUnsignedShort()));
            }
            case 'e' -> {
                in.skipNBytes(2);
                return Optional.of(text(in.readUnsignedShort()));
            }
            case 'c' -> in.skipNBytes(2);
            case '@' -> annotation();
            case '[' -> {
                int count = in.readUnsignedShort();
                Optional<String> first = Optional.empty();
                for (int i = 0; i < count; i++) {
                    Optional<String> item = value();
                    first = first.or(() -> item);
                }
                return first;
            }
            default -> throw new IOException("it has an annotation's value of the unknown kind " + tag);
        }
        return Optional.empty();
    }

    private Optional<String> className(int index) {
        return index == 0
                ? Optional.empty()
                : Optional.of(text((Integer) constants[index]).replace('/', '.'));
    }

    private String text(int index) {
        return (String) constants[index];
    }
}
