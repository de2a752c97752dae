package org.jibao.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * A file that comes into the inbox.
 *
 * @param name in the inbox, with its folder
 * @param at when it came, as the register of receipt has it
 */
record Arrival(String name, byte[] bytes, OffsetDateTime at) {

    void into(Path inbox) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(at.toInstant()));
    }

    /** The same file at another time, under another name. */
    Arrival again(String otherName, OffsetDateTime time) {
        return new Arrival(otherName, bytes, time);
    }

    /** As if the sending had broken off in the middle. */
    Arrival cutOff(String otherName, OffsetDateTime time) {
        return new Arrival(otherName, java.util.Arrays.copyOf(bytes, bytes.length / 2), time);
    }

    /** A line of {@code received.csv}. */
    String line() {
        return name + "," + at + "\n";
    }
}
