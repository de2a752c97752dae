package org.jibao.desk.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of a form that no browser sent. */
public final class GivenFile {

    private GivenFile() {}

    /** Writes what a test wants to a path that is not there yet. */
    @FunctionalInterface
    public interface Writing {
        void to(Path file) throws IOException;
    }

    public static UploadedFile of(String name, byte[] content) {
        return of(name, content.length, file -> Files.write(file, content));
    }

    public static UploadedFile of(String name, long size, Writing writing) {
        return new UploadedFile(name, size, writing::to);
    }
}
