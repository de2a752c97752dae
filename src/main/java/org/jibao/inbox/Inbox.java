package org.jibao.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jibao.finding.Finding;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Sniffer.Sniffed;

/** Finds, fingerprints and sniffs the files of one inbox. Each byte is read once. */
public final class Inbox {

    private static final Wording WORDS = Wording.of(Inbox.class);
    private static final Set<String> DESKTOP_FILES = Set.of("thumbs.db", "desktop.ini");
    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final Register beside;
    private final List<Path> found = new ArrayList<>();
    private final List<String> locks = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> misplaced = new ArrayList<>();

    private Inbox(Path root, Register beside) {
        this.root = root;
        this.beside = beside;
    }

    /**
     * Lists a folder and its sub-folders, by Chinese time and the register of receipt beside it. Hidden files and what
     * would pass for such a register are no submissions.
     *
     * @throws IOException where the folder itself cannot be listed; a file that cannot be read is a defect of that file
     */
    public static InboxListing list(Path folder, Limits limits) throws IOException {
        return walked(folder).listing(limits, ZoneId.of("Asia/Shanghai"));
    }

    /**
     * The first half of {@link #list}, for which nothing need be known of the job: its files' names.
     *
     * @throws IOException where the folder itself cannot be listed
     */
    public static Inbox walked(Path folder) throws IOException {
        Inbox inbox = new Inbox(folder.toRealPath(), Register.beside(folder));
        inbox.walk(inbox.root);
        return inbox;
    }

    /**
     * One file, whatever lies beside it.
     *
     * @throws IOException where its folder cannot be reached
     */
    public static InboxListing only(Path file, Limits limits) throws IOException {
        Path real = file.toRealPath();
        Path folder = Objects.requireNonNull(real.getParent());
        Inbox inbox = new Inbox(folder, Register.beside(folder));
        inbox.sort(real, String.valueOf(real.getFileName()));
        return inbox.listing(limits, ZoneId.of("Asia/Shanghai"));
    }

    /** Whether a system puts files of this name beside others by itself. */
    public static boolean isDesktopFile(String fileName) {
        return DESKTOP_FILES.contains(fileName.toLowerCase(Locale.ROOT));
    }

    /** Whether a file has the name of the register, which never lies in an inbox. */
    static boolean isRegister(String fileName) {
        return fileName.equalsIgnoreCase(Register.FILE_NAME);
    }

    /** A path inside the inbox, with {@code /}. */
    static String name(Path root, Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    private void walk(Path folder) throws IOException {
        for (Path child : children(folder)) {
            String fileName = String.valueOf(child.getFileName());
            if (fileName.startsWith(".")) {
                continue;
            }
            if (isRegister(fileName) && !Files.isDirectory(child)) {
                misplaced.add(name(root, child));
            } else if (leavesFolder(child) || isDesktopFile(fileName)) {
                ignored.add(name(root, child));
            } else if (Files.isDirectory(child)) {
                walkInto(child);
            } else {
                sort(child, fileName);
            }
        }
    }

    /** A sub-folder that may not be read, or is gone by now, is one thing among others; the inbox itself is not. */
    private List<Path> children(Path folder) throws IOException {
        try (Stream<Path> stream = Files.list(folder)) {
            return stream.sorted().toList();
        } catch (IOException e) {
            if (folder.equals(root)) {
                throw e;
            }
            ignored.add(name(root, folder));
            return List.of();
        }
    }

    /** A link to a folder is not followed even inside the inbox: its files would count twice, or for ever. */
    private void walkInto(Path folder) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            ignored.add(name(root, folder));
        } else {
            walk(folder);
        }
    }

    /** Nothing is opened but a file: a pipe gives no byte until somebody writes one, and a device no end. */
    private void sort(Path file, String fileName) {
        if (!Files.isRegularFile(file)) {
            ignored.add(name(root, file));
        } else if (fileName.startsWith("~$")) {
            locks.add(name(root, file));
        } else {
            found.add(file);
        }
    }

    private boolean leavesFolder(Path path) {
        if (!Files.isSymbolicLink(path)) {
            return false;
        }
        try {
            return !path.toRealPath().startsWith(root);
        } catch (IOException danglingLink) {
            return true;
        }
    }

    /**
     * The second half, by the register of receipt beside the inbox.
     *
     * @param zone of times of receipt that name none
     */
    public InboxListing listing(Limits limits, ZoneId zone) {
        return listing(limits, zone, beside, MailReceipts.NONE);
    }

    /**
     * The same by another register, and by what is known of mails. Fingerprints are what listing takes its time for;
     * they are taken side by side.
     */
    public InboxListing listing(Limits limits, ZoneId zone, Register register, MailReceipts mails) {
        ReceivedTimes received = ReceivedTimes.read(register, root, zone, mails);
        Sniffer sniffer = new Sniffer(limits);
        List<InboxFile> files = found.parallelStream()
                .flatMap(path -> described(path, limits, sniffer, received).stream())
                .sorted(Comparator.comparing((InboxFile file) -> file.receivedAt())
                        .thenComparing(InboxFile::name))
                .toList();
        Set<String> names = new HashSet<>();
        for (InboxFile file : files) {
            names.add(file.name());
            if (file.packed() != null) {
                names.add(file.packed().zipName());
            }
        }
        List<Text> notices = new ArrayList<>(received.notices());
        misplaced.stream()
                .sorted()
                .forEach(name -> notices.add(WORDS.text("register.misplaced", name, register.file())));
        return new InboxListing(files, locks, ignored, received.absent(names), notices);
    }

    /** A file, or those that a ZIP of returns or a mail holds. */
    private List<InboxFile> described(Path path, Limits limits, Sniffer sniffer, ReceivedTimes received) {
        try {
            if (Sniffer.isZip(path)) {
                ZipPackage archive = ZipPackage.of(path);
                if (ReturnsZip.isPackage(archive)) {
                    return List.of(describe(path, limits, sniffer, received, true));
                }
                if (Files.size(path) <= limits.packedBytes() && ReturnsZip.isOne(archive)) {
                    return files(ReturnsZip.of(Holder.of(path, name(root, path), limits, received), archive));
                }
            }
            PackedStep.Kind mail = MailKind.of(path, name(root, path));
            if (mail != null && (mail != PackedStep.Kind.MSG || MailKind.isMessage(path))) {
                return files(ReturnsMail.of(Holder.of(path, name(root, path), limits, received), mail));
            }
        } catch (IOException damagedOrGone) {
            // Said below, as of any other file.
            return List.of(describe(path, limits, sniffer, received, false));
        }
        return List.of(describe(path, limits, sniffer, received, false));
    }

    private List<InboxFile> files(ReturnsZip.Contents contents) {
        synchronized (ignored) {
            ignored.addAll(contents.ignored());
            misplaced.addAll(contents.registers());
        }
        return contents.files();
    }

    /** @param handedOn whether it is a package, which may be larger than a return */
    private InboxFile describe(Path path, Limits limits, Sniffer sniffer, ReceivedTimes received, boolean handedOn) {
        String name = name(root, path);
        try {
            Instant changed = Files.getLastModifiedTime(path).toInstant();
            Instant receivedAt = Objects.requireNonNullElse(received.of(name), changed);
            long size = Files.size(path);
            InboxFile file = size > limits.packedBytes() && !handedOn
                    ? tooLarge(path, name, size, receivedAt, limits)
                    : sniffed(path, name, receivedAt, sniffer);
            return received.sent(file);
        } catch (IOException e) {
            Instant receivedAt = Objects.requireNonNullElse(received.of(name), Instant.EPOCH);
            return received.sent(unreadable(name, path, receivedAt, e));
        }
    }

    private static InboxFile sniffed(Path path, String name, Instant receivedAt, Sniffer sniffer) throws IOException {
        if (Files.size(path) > InboxFile.LARGE) {
            Sniffed sniffed = sniffer.sniff(path, name);
            return new InboxFile(
                    path, name, Files.size(path), sha256(path), receivedAt, sniffed.container(), sniffed.defect());
        }
        byte[] bytes = Files.readAllBytes(path);
        Sniffed sniffed = sniffer.sniff(bytes, name);
        return new InboxFile(
                path, name, bytes.length, sha256(bytes), receivedAt, sniffed.container(), sniffed.defect());
    }

    private static InboxFile tooLarge(Path path, String name, long size, Instant receivedAt, Limits limits)
            throws IOException {
        Finding defect = Sniffer.exceeded("packed-size", limits.packedBytes(), size);
        return new InboxFile(path, name, size, sha256(path), receivedAt, Container.OTHER, defect);
    }

    private static InboxFile unreadable(String name, Path path, Instant receivedAt, IOException cause) {
        Finding defect = Unreadable.of(cause).finding();
        return new InboxFile(path, name, 0, InboxFile.standIn(name), receivedAt, Container.OTHER, defect);
    }

    static String sha256(Path path) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream stream = opened(path)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return hex(digest.digest());
    }

    /** A file may have become a pipe since it was listed. */
    private static InputStream opened(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return Files.newInputStream(path);
    }

    static String sha256(byte[] bytes) {
        return hex(sha256().digest(bytes));
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
