// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where class files are found: on the class path of an application, or in folders and jars. Files are only read; no class
 * is loaded. Not safe for use by several threads.
 */
public final class ClassPath implements AutoCloseable {
    private static final String MODULE = "module-info.class";

    private final ClassLoader loader;
    private final String where;
    private final boolean own;
    private final Map<String, Optional<ClassFile>> known = new HashMap<>();

    private ClassPath(ClassLoader loader, String where, boolean own) {
        this.loader = loader;
        this.where = where;
        this.own = own;
    }

    /** Returns what the class loader of the calling thread finds. */
    public static ClassPath ofThread() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return of(ofThread == null ? ClassLoader.getSystemClassLoader() : ofThread);
    }

    /** Returns what a class loader finds. */
    public static ClassPath of(ClassLoader loader) {
        return new ClassPath(loader, "the class path of this application", false);
    }

    /**
     * Returns folders and jars, in order, and behind them the JDK.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_FOUND} when one of them is not there
     */
    public static ClassPath of(List<Path> places) {
        List<URL> urls = new ArrayList<>();
        for (Path place : places) {
            if (!Files.exists(place)) {
                throw new PlumblineException(
                        ErrorCode.SOURCE_NOT_FOUND,
                        "There is no " + place + ", where classes were to be found.",
                        "Build the application first, or check the class path of the alignment.");
            }
            try {
                urls.add(place.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalStateException("a file has a URL", e);
            }
        }
        String where = urls.isEmpty()
                ? "an empty class path"
                : String.join(", ", places.stream().map(Path::toString).toList());
        return new ClassPath(
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()), where, true);
    }

    /** Returns the places for people. */
    String where() {
        return where;
    }

    /** Returns the class of a binary name, with dots; empty where there is no file of it. */
    Optional<ClassFile> find(String name) {
        return known.computeIfAbsent(name, this::read);
    }

    /** Returns the description of the module in whose folder or jar the class is; empty where that has none. */
    Optional<ClassFile> moduleOf(String name) {
        String file = file(name);
        URL url = loader.getResource(file);
        if (url == null || !url.toString().endsWith(file)) {
            return Optional.empty();
        }
        String place = url.toString().substring(0, url.toString().length() - file.length());
        return known.computeIfAbsent(place, found -> {
            try {
                return Optional.of(
                        ClassFileReader.read(bytes(URI.create(found + MODULE).toURL()), "module-info"));
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private Optional<ClassFile> read(String name) {
        URL url = loader.getResource(file(name));
        if (url == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ClassFileReader.read(bytes(url), name));
        } catch (IOException e) {
            throw new PlumblineException(
                    ErrorCode.INVALID_FILE,
                    "The class file of " + name + " cannot be read: " + e.getMessage() + ".",
                    "Compile it anew.",
                    null,
                    e);
        }
    }

    private static String file(String name) {
        return name.replace('.', '/') + ".class";
    }

    /** A cached jar would stay open, and show an old version after a new build. */
    private static byte[] bytes(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = Objects.requireNonNull(connection.getInputStream())) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        if (own && loader instanceof URLClassLoader urls) {
            try {
                urls.close();
            } catch (IOException e) {
                throw new PlumblineException(
                        ErrorCode.INTERNAL_ERROR,
                        "A jar cannot be closed: " + e.getMessage() + ".",
                        "The result stands; nothing was written.",
                        null,
                        e);
            }
        }
    }
}
