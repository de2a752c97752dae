package org.jibao.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jibao.finding.Finding;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.InboxFile.PackedFile;
import org.jibao.inbox.Sniffer.Sniffed;
import org.jspecify.annotations.Nullable;

/** A file of the inbox that holds others, be it a ZIP or a mail, and what each of these is as a file of the inbox. */
final class Holder {

    private final Path file;
    private final String name;
    private final long size;
    private final String sha256;
    private final Instant changed;
    private final Limits limits;
    private final Sniffer sniffer;
    private final ReceivedTimes received;
    private final Set<String> names = new HashSet<>();

    private Holder(
            Path file, String name, long size, String sha256, Instant changed, Limits limits, ReceivedTimes received) {
        this.file = file;
        this.name = name;
        this.size = size;
        this.sha256 = sha256;
        this.changed = changed;
        this.limits = limits;
        this.sniffer = new Sniffer(limits);
        this.received = received;
    }

    static Holder of(Path file, String name, Limits limits, ReceivedTimes received) throws IOException {
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        return new Holder(file, name, Files.size(file), Inbox.sha256(file), changed, limits, received);
    }

    Limits limits() {
        return limits;
    }

    Path file() {
        return file;
    }

    String name() {
        return name;
    }

    /** The file itself, where nothing in it is received. */
    InboxFile whole(Finding refusal) {
        return received.sent(new InboxFile(file, name, size, sha256, receivedAt(name), Container.OTHER, refusal));
    }

    /**
     * A place within the file.
     *
     * @param shown what stands behind the file's own name
     */
    Member member(String shown, List<PackedStep> steps) {
        String free = name + "/" + shown;
        int dot = free.lastIndexOf('.');
        int end = dot > free.lastIndexOf('/') + 1 ? dot : free.length();
        String stem = free.substring(0, end);
        String ending = free.substring(end);
        for (int number = 2; !names.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = stem + " (" + number + ")" + ending;
        }
        return new Member(free, shown, steps);
    }

    /** A file in another has what the register says of it, else of what holds it, the nearest first. */
    private Instant receivedAt(String member) {
        return received.of(member, name, changed);
    }

    /** One of the files that the file holds. */
    final class Member {

        private final String memberName;
        private final PackedFile packed;

        private Member(String memberName, String part, List<PackedStep> steps) {
            this.memberName = memberName;
            this.packed = new PackedFile(file, name, size, sha256, part, steps);
        }

        String name() {
            return memberName;
        }

        /** Without bytes there is no fingerprint; that of what holds it and the name stands in. */
        InboxFile unread(Finding refusal) {
            String standIn = InboxFile.standIn(sha256 + " " + memberName.substring(name.length() + 1));
            Instant at = receivedAt(memberName);
            return received.sent(new InboxFile(file, memberName, 0, standIn, at, Container.OTHER, refusal, packed));
        }

        /** A file that is no return, whatever its bytes are. */
        InboxFile refused(byte[] bytes, Finding refusal) {
            return file(file, bytes.length, Inbox.sha256(bytes), new Sniffed(Container.OTHER, refusal));
        }

        InboxFile read(byte[] bytes) {
            return file(file, bytes.length, Inbox.sha256(bytes), sniffer.sniff(bytes, memberName));
        }

        /** A large file goes to this process's temporary folder under a name of ours. */
        InboxFile unpacked(Unpacking unpacking) throws IOException {
            Path unpacked = Files.createTempFile("return-", ".tmp");
            unpacked.toFile().deleteOnExit();
            Finding tooMuch;
            try (OutputStream out = Files.newOutputStream(unpacked)) {
                tooMuch = unpacking.copy(out);
            }
            if (tooMuch != null) {
                Files.delete(unpacked);
                return unread(tooMuch);
            }
            return file(unpacked, Files.size(unpacked), Inbox.sha256(unpacked), sniffer.sniff(unpacked, memberName));
        }

        /** The same where it has been opened. */
        InboxFile unpacked(InputStream content) throws IOException {
            return unpacked(out -> {
                content.transferTo(out);
                return null;
            });
        }

        private InboxFile file(Path path, long bytes, String digest, Sniffed sniffed) {
            return received.sent(new InboxFile(
                    path,
                    memberName,
                    bytes,
                    digest,
                    receivedAt(memberName),
                    sniffed.container(),
                    sniffed.defect(),
                    packed));
        }
    }

    /** Writes the bytes of a file that is packed. */
    interface Unpacking {

        /** Gives why it is too much, or null. */
        @Nullable
        Finding copy(OutputStream out) throws IOException;
    }
}
