package org.jibao.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jibao.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One received file.
 *
 * @param path where it lies
 * @param name its path inside the inbox, with {@code /}; what people are shown
 * @param size in bytes
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param receivedAt from {@code received.csv} in the inbox, else the file's time of last change
 * @param container what its first bytes say it is
 * @param defect why it cannot be read, or null
 */
public record InboxFile(
        Path path,
        String name,
        long size,
        String sha256,
        Instant receivedAt,
        Container container,
        @Nullable Finding defect) {

    /** Bytes above which a package is read from where it lies: held, it would be a good part of a run's memory. */
    public static final long LARGE = 8L * 1024 * 1024;

    /** What a file is by its bytes, whatever its name says. */
    public enum Container {
        /** A ZIP with the parts of a workbook: {@code .xlsx}, {@code .xlsm}. */
        OOXML,
        /** An OLE2 compound file with a workbook stream: {@code .xls}, {@code .et}. */
        OLE2,
        CSV,
        OTHER
    }

    /**
     * The same file where its bytes could not be had after all. Without bytes there is no fingerprint: that of the name
     * stands in, so that no two of these count as duplicates, and the bytes are new to the store once they can be read.
     */
    public InboxFile withoutBytes() {
        return new InboxFile(path, name, 0, standIn(name), receivedAt, Container.OTHER, defect);
    }

    /** Whether the bytes are still those that were fingerprinted. */
    public boolean unchanged() throws IOException {
        return Inbox.sha256(path).equals(sha256);
    }

    static String standIn(String name) {
        return Inbox.sha256(("unreadable " + name).getBytes(StandardCharsets.UTF_8));
    }

    public Optional<Finding> rejection() {
        return Optional.ofNullable(defect);
    }

    public String fileName() {
        return path.getFileName().toString();
    }
}
