package org.jibao.desk.http;

import java.io.IOException;
import java.nio.file.Path;

/** One file of a form. It is gone when the call is answered. */
public final class UploadedFile {

    private final String name;
    private final long size;
    private final Content content;

    UploadedFile(String name, long size, Content content) {
        this.name = name;
        this.size = size;
        this.content = content;
    }

    /** Writes the bytes to a file that is not there yet. */
    @FunctionalInterface
    interface Content {
        void to(Path file) throws IOException;
    }

    /** As the browser gave it: any text, a path included. */
    public String name() {
        return name;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** Writes the content to a path that is not there yet. */
    public void writeTo(Path file) throws IOException {
        content.to(file);
    }
}
