package org.jibao.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * @param receivedAt from {@code received.csv} beside the inbox, else the file's time of last change
 * @param container what its first bytes say it is
 * @param defect why it cannot be read, or null
 * @param packed where it lies in a ZIP or a mail, or null; a large one has been unpacked to {@code path}, of the others
 *     {@code path} is the ZIP or the mail
 * @param sender who sent it, as {@code received.csv} or its mail says, or null
 * @param proof what is known of that sender
 * @param line the lines that it consists of, where it is a part of a list and no file by itself; or null
 */
public record InboxFile(
        Path path,
        String name,
        long size,
        String sha256,
        Instant receivedAt,
        Container container,
        @Nullable Finding defect,
        @Nullable PackedFile packed,
        @Nullable String sender,
        Proof proof,
        @Nullable ListLines line) {

    /** What is known of who sent a file. */
    public enum Proof {
        /** An officer or a gateway has entered it in the register of receipt, or a mail server has authenticated it. */
        PROVEN,
        /** A mail says so, and nothing proves it. */
        CLAIMED,
        /** A mail says so, and the server that received it says that it is not true. */
        REFUTED
    }

    /** A file without a known sender. */
    public InboxFile(
            Path path,
            String name,
            long size,
            String sha256,
            Instant receivedAt,
            Container container,
            @Nullable Finding defect,
            @Nullable PackedFile packed) {
        this(path, name, size, sha256, receivedAt, container, defect, packed, null, Proof.PROVEN, null);
    }

    /** A file that lies in the inbox by itself. */
    public InboxFile(
            Path path,
            String name,
            long size,
            String sha256,
            Instant receivedAt,
            Container container,
            @Nullable Finding defect) {
        this(path, name, size, sha256, receivedAt, container, defect, null, null, Proof.PROVEN, null);
    }

    /** Bytes above which a package is read from where it lies: held, it would be a good part of a run's memory. */
    public static final long LARGE = 8L * 1024 * 1024;

    /** What a file is by its bytes, whatever its name says. */
    public enum Container {
        /** A ZIP with the parts of a workbook: {@code .xlsx}, {@code .xlsm}. */
        OOXML,
        /** An OLE2 compound file with a workbook stream: {@code .xls}, {@code .et}. */
        OLE2,
        CSV,
        /** A ZIP that an office below has made of its returns. */
        PACKAGE,
        OTHER
    }

    /**
     * The same file where its bytes could not be had after all. Without bytes there is no fingerprint: that of the name
     * stands in, so that no two of these count as duplicates, and the bytes are new to the store once they can be read.
     */
    public InboxFile withoutBytes() {
        return new InboxFile(
                path, name, 0, standIn(name), receivedAt, Container.OTHER, defect, packed, sender, proof, line);
    }

    /** The same, received at another time. */
    public InboxFile dated(Instant when) {
        return new InboxFile(path, name, size, sha256, when, container, defect, packed, sender, proof, line);
    }

    /** The same, sent by somebody, as the register of receipt says. */
    public InboxFile from(@Nullable String whom) {
        return from(whom, Proof.PROVEN);
    }

    /** The same, sent by somebody. */
    public InboxFile from(@Nullable String whom, Proof known) {
        return whom == null
                ? this
                : new InboxFile(path, name, size, sha256, receivedAt, container, defect, packed, whom, known, line);
    }

    /**
     * The return of one unit that stands in this file, a list. The bytes are those of the list.
     *
     * @param of what tells it from the other returns in the list: mostly the unit's code and the period
     * @param digest of what stands in its lines
     */
    public InboxFile lines(String of, String digest, List<ListLines.Line> lines) {
        PackedFile archived = packed == null ? new PackedFile(path, name, size, sha256, "") : packed;
        ListLines rows = new ListLines(this, lines);
        String own = name + "#" + of;
        return new InboxFile(
                path, own, 0, sha256(digest), receivedAt, container, defect, archived, sender, proof, rows);
    }

    private static String sha256(String text) {
        return Inbox.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All its bytes as they are now, be they those that were fingerprinted or others. */
    public byte[] bytes() throws IOException {
        if (line != null) {
            return line.whole().bytes();
        }
        if (!liesPacked()) {
            return Files.readAllBytes(path);
        }
        return PackedStep.bytes(path, Objects.requireNonNull(packed).steps(), size);
    }

    /** Its parts, where it is a package. */
    public ZipPackage archive() throws IOException {
        return liesPacked() ? ZipPackage.of(bytes()) : ZipPackage.of(path);
    }

    private boolean liesPacked() {
        return packed != null && packed.zip().equals(path);
    }

    /** Whether the bytes are still those that were fingerprinted. */
    public boolean unchanged() throws IOException {
        if (line != null) {
            return line.whole().unchanged();
        }
        return (liesPacked() ? Inbox.sha256(bytes()) : Inbox.sha256(path)).equals(sha256);
    }

    static String standIn(String name) {
        return sha256("unreadable " + name);
    }

    /** The folders of the inbox in which it lies, the outermost first; what is a folder in a ZIP is none of them. */
    public List<String> folders() {
        List<String> path = List.of((packed == null ? name : packed.zipName()).split("/"));
        return path.subList(0, path.size() - 1);
    }

    /** Whether its bytes are those of a workbook or a list, in whatever state. */
    public boolean isWorkbook() {
        return container != Container.OTHER && container != Container.PACKAGE;
    }

    public Optional<Finding> rejection() {
        return Optional.ofNullable(defect);
    }

    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /**
     * The lines of a list that are one return.
     *
     * @param whole the list
     * @param lines by form, then from top to bottom
     */
    public record ListLines(InboxFile whole, List<Line> lines) {

        public ListLines {
            lines = List.copyOf(lines);
        }

        /**
         * One line.
         *
         * @param sheet by name
         * @param header the lowest row of its header, 0-based
         * @param row 0-based
         */
        public record Line(String form, String sheet, int header, int row) {}
    }

    /**
     * Where a file lies that was sent in a ZIP or in a mail.
     *
     * @param zip the ZIP, or the mail, in the inbox
     * @param zipName its path inside the inbox, with {@code /}
     * @param zipSize in bytes
     * @param zipSha256 of its bytes
     * @param part the file's name in it
     * @param steps by which it is reached
     */
    public record PackedFile(
            Path zip, String zipName, long zipSize, String zipSha256, String part, List<PackedStep> steps) {

        /** A part of a ZIP; with no name, the ZIP itself. */
        public PackedFile(Path zip, String zipName, long zipSize, String zipSha256, String part) {
            this(zip, zipName, zipSize, zipSha256, part, part.isEmpty() ? List.of() : List.of(PackedStep.zip(part)));
        }

        public PackedFile {
            steps = List.copyOf(steps);
        }
    }
}
