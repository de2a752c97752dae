package org.jibao.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.InboxFile.PackedFile;
import org.jibao.inbox.Sniffer.Sniffed;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP of returns: each of its files is a file of the inbox, named {@code returns.zip/青石镇.xlsx}. Nothing of it is written
 * anywhere but a file too large to be held, which goes to this process's temporary folder under a name of ours.
 */
final class ReturnsZip {

    /** Files in one ZIP: ten times what the largest county sends in a quarter. */
    static final int MOST_FILES = 2000;

    private static final Set<String> WORKBOOK_FOLDERS = Set.of("xl/", "word/", "ppt/", "_rels/", "docprops/");
    private static final int NAMES_SHOWN = 5;

    private final Path zip;
    private final String name;
    private final ZipPackage archive;
    private final Limits limits;
    private final Sniffer sniffer;
    private final ReceivedTimes received;
    private final Set<String> names = new HashSet<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> registers = new ArrayList<>();

    private ReturnsZip(Path zip, String name, ZipPackage archive, Limits limits, ReceivedTimes received) {
        this.zip = zip;
        this.name = name;
        this.archive = archive;
        this.limits = limits;
        this.sniffer = new Sniffer(limits);
        this.received = received;
    }

    /**
     * What is in a ZIP.
     *
     * @param files to be received; the ZIP itself alone where it is refused whole
     * @param ignored names of what no officer has put there, such as lock files
     * @param registers names of what would pass for a register of receipt
     */
    record Contents(List<InboxFile> files, List<String> ignored, List<String> registers) {}

    /** Whether a ZIP is nothing else: no workbook, no document, and nothing that has been one. */
    static boolean isOne(ZipPackage archive) {
        return archive.names().stream()
                .map(part -> part.toLowerCase(Locale.ROOT))
                .noneMatch(part -> part.equals("[content_types].xml")
                        || part.equals("mimetype")
                        || WORKBOOK_FOLDERS.stream().anyMatch(part::startsWith));
    }

    static Contents of(Path zip, String name, ZipPackage archive, Limits limits, ReceivedTimes received)
            throws IOException {
        return new ReturnsZip(zip, name, archive, limits, received).contents();
    }

    private Contents contents() throws IOException {
        Instant changed = Files.getLastModifiedTime(zip).toInstant();
        Instant receivedAt = Objects.requireNonNullElse(received.of(name), changed);
        String sha256 = Inbox.sha256(zip);
        Finding refusal = refusal();
        List<InboxFile> files = new ArrayList<>();
        if (refusal == null) {
            for (String part : parts()) {
                PackedFile packed = new PackedFile(zip, name, Files.size(zip), sha256, part);
                InboxFile member = member(packed, receivedAt);
                files.add(received.sent(member));
            }
            refusal = holdsReturn(files) ? null : noReturn(files);
        }
        return refusal == null
                ? new Contents(files, ignored, registers)
                : new Contents(
                        List.of(received.sent(new InboxFile(
                                zip, name, Files.size(zip), sha256, receivedAt, Container.OTHER, refusal))),
                        ignored,
                        registers);
    }

    /** Files that somebody sends; folders, and what an operating system puts beside files, are none. */
    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (String part : archive.names()) {
            String file = part.substring(part.lastIndexOf('/') + 1);
            boolean ours = !file.isEmpty() && !file.startsWith(".") && !part.startsWith("__MACOSX/");
            if (ours && Inbox.isRegister(file)) {
                registers.add(name + "/" + PackedName.safe(part));
            } else if (ours && (file.startsWith("~$") || Inbox.isDesktopFile(file))) {
                ignored.add(name + "/" + PackedName.safe(part));
            } else if (ours) {
                parts.add(part);
            }
        }
        return parts;
    }

    private @Nullable Finding refusal() {
        List<String> parts = parts();
        ignored.clear();
        registers.clear();
        if (parts.size() > MOST_FILES) {
            return Sniffer.exceeded("members", MOST_FILES, parts.size());
        }
        long unpacked = 0;
        for (String part : parts) {
            long size = Math.max(0, archive.unpackedSize(part));
            unpacked += size;
            if (limits.tooDense(archive.packedSize(part), size)) {
                return Sniffer.exceeded("ratio", limits.ratio(), size / Math.max(1, archive.packedSize(part)));
            }
        }
        return unpacked > limits.unpackedBytes()
                ? Sniffer.exceeded("unpacked-size", limits.unpackedBytes(), unpacked)
                : null;
    }

    private static boolean holdsReturn(List<InboxFile> files) {
        return files.stream().anyMatch(file -> file.defect() == null || !isOtherKind(file.defect()));
    }

    /** Whether it is certain that the file is no workbook; one that is damaged or locked may well be a return. */
    private static boolean isOtherKind(Finding defect) {
        return defect.code().equals(FindingCode.FILE_NOT_WORKBOOK.code())
                && !"ZIP".equals(defect.arguments().get("found"));
    }

    private static Finding noReturn(List<InboxFile> files) {
        List<String> shown =
                files.stream().limit(NAMES_SHOWN).map(InboxFile::fileName).toList();
        String more = files.size() > NAMES_SHOWN ? "…" : "";
        return Finding.of(FindingCode.FILE_ZIP_WITHOUT_RETURN, Place.FILE, "", null, String.join("、", shown) + more)
                .inEnglish("found", String.join(", ", shown) + more);
    }

    private InboxFile member(PackedFile packed, Instant zipReceivedAt) {
        String memberName = free(name + "/" + PackedName.safe(packed.part()));
        Instant receivedAt = Objects.requireNonNullElse(received.of(memberName), zipReceivedAt);
        Finding refusal = PackedName.refusal(packed.part());
        if (refusal == null && archive.encrypted(packed.part())) {
            refusal = Finding.of(FindingCode.FILE_ENCRYPTED, Place.FILE, "", null);
        }
        if (refusal == null && archive.unpackedSize(packed.part()) > limits.packedBytes()) {
            refusal = Sniffer.exceeded("packed-size", limits.packedBytes(), archive.unpackedSize(packed.part()));
        }
        if (refusal != null) {
            return unread(packed, memberName, receivedAt, refusal);
        }
        try {
            return read(packed, memberName, receivedAt);
        } catch (ZipPackage.DamagedException damage) {
            return unread(packed, memberName, receivedAt, Unreadable.damaged(damage));
        } catch (IOException e) {
            return unread(packed, memberName, receivedAt, Unreadable.of(e).finding());
        }
    }

    private String free(String wanted) {
        String free = wanted;
        for (int number = 2; !names.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = wanted + " (" + number + ")";
        }
        return free;
    }

    /** Without bytes there is no fingerprint; that of the ZIP and the name stands in. */
    private static InboxFile unread(PackedFile packed, String name, Instant receivedAt, Finding refusal) {
        String standIn = InboxFile.standIn(packed.zipSha256() + " " + packed.part());
        return new InboxFile(packed.zip(), name, 0, standIn, receivedAt, Container.OTHER, refusal, packed);
    }

    private InboxFile read(PackedFile packed, String memberName, Instant receivedAt) throws IOException {
        if (archive.unpackedSize(packed.part()) > InboxFile.LARGE) {
            return unpacked(packed, memberName, receivedAt);
        }
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        Finding tooMuch = copy(packed.part(), held);
        if (tooMuch != null) {
            return unread(packed, memberName, receivedAt, tooMuch);
        }
        byte[] bytes = held.toByteArray();
        Sniffed sniffed = sniffer.sniff(bytes, memberName);
        return new InboxFile(
                packed.zip(),
                memberName,
                bytes.length,
                Inbox.sha256(bytes),
                receivedAt,
                sniffed.container(),
                sniffed.defect(),
                packed);
    }

    private InboxFile unpacked(PackedFile packed, String memberName, Instant receivedAt) throws IOException {
        Path file = Files.createTempFile("return-", ".tmp");
        file.toFile().deleteOnExit();
        Finding tooMuch;
        try (OutputStream out = Files.newOutputStream(file)) {
            tooMuch = copy(packed.part(), out);
        }
        if (tooMuch != null) {
            Files.delete(file);
            return unread(packed, memberName, receivedAt, tooMuch);
        }
        Sniffed sniffed = sniffer.sniff(file, memberName);
        return new InboxFile(
                file,
                memberName,
                Files.size(file),
                Inbox.sha256(file),
                receivedAt,
                sniffed.container(),
                sniffed.defect(),
                packed);
    }

    /** No more than the directory says: one that lies is found out here. */
    private @Nullable Finding copy(String part, OutputStream out) throws IOException {
        long said = archive.unpackedSize(part);
        byte[] buffer = new byte[1 << 14];
        long copied = 0;
        try (InputStream content = archive.open(part)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                copied += count;
                if (copied > said) {
                    return Sniffer.exceeded("unpacked-size", said, copied);
                }
                out.write(buffer, 0, count);
            }
        }
        return null;
    }

    /** What a file is called in a ZIP: a path that is shown, never one that is followed. */
    static final class PackedName {

        private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:.*", Pattern.DOTALL);
        private static final Pattern SIGNS = Pattern.compile("[\\p{Cntrl}:]");

        private PackedName() {}

        /** Why a file of this name is not taken; null where it is. */
        static @Nullable Finding refusal(String part) {
            boolean leadsOut =
                    ABSOLUTE.matcher(part).matches() || List.of(part.split("/")).contains("..");
            return leadsOut ? Finding.of(FindingCode.FILE_PATH_UNSAFE, Place.FILE, "", null, part) : null;
        }

        /** The same path with nothing in it that leads anywhere. */
        static String safe(String part) {
            List<String> steps = new ArrayList<>();
            for (String step : part.split("/")) {
                if (!step.isEmpty() && !step.equals(".")) {
                    steps.add(step.equals("..") ? "__" : SIGNS.matcher(step).replaceAll("_"));
                }
            }
            return String.join("/", steps);
        }
    }
}
