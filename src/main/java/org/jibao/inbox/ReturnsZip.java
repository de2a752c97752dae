package org.jibao.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.inbox.Holder.Member;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP of returns: each of its files is a file of the inbox, named {@code returns.zip/青石镇.xlsx}. Nothing of it is
 * written anywhere but a file too large to be held, which goes to this process's temporary folder under a name of ours.
 */
final class ReturnsZip {

    /** Files in one ZIP: ten times what the largest county sends in a quarter. */
    static final int MOST_FILES = 2000;

    private static final Set<String> WORKBOOK_FOLDERS = Set.of("xl/", "word/", "ppt/", "_rels/", "docprops/");
    private static final Set<String> PACKAGE_PARTS = Set.of("package.json", "package.sig");
    private static final int NAMES_SHOWN = 5;

    private final Holder holder;
    private final String shown;
    private final List<PackedStep> way;
    private final ZipPackage archive;
    private final Limits limits;
    private final List<String> ignored = new ArrayList<>();
    private final List<String> registers = new ArrayList<>();

    private ReturnsZip(Holder holder, String shown, List<PackedStep> way, ZipPackage archive) {
        this.holder = holder;
        this.shown = shown;
        this.way = way;
        this.archive = archive;
        this.limits = holder.limits();
    }

    /**
     * What is in a ZIP or a mail.
     *
     * @param files to be received; the ZIP or mail itself alone where it is refused whole
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

    /**
     * Whether an office has made it of its returns: it is one file, of which nothing is read but by who checks
     * packages.
     */
    static boolean isPackage(ZipPackage archive) {
        return archive.names().containsAll(PACKAGE_PARTS) && isOne(archive);
    }

    static Contents of(Holder zip, ZipPackage archive) throws IOException {
        ReturnsZip returns = new ReturnsZip(zip, "", List.of(), archive);
        List<InboxFile> files = new ArrayList<>();
        Finding refusal = returns.addTo(files);
        return new Contents(refusal == null ? files : List.of(zip.whole(refusal)), returns.ignored, returns.registers);
    }

    /**
     * Adds the files of a ZIP that lies in a mail.
     *
     * @param shown its name in the mail
     * @param way to it
     * @param bytes its own
     */
    static void addTo(Contents contents, Holder mail, String shown, List<PackedStep> way, byte[] bytes)
            throws IOException {
        ReturnsZip returns = new ReturnsZip(mail, shown + "/", way, ZipPackage.of(bytes));
        List<InboxFile> files = new ArrayList<>();
        Finding refusal = returns.addTo(files);
        contents.files()
                .addAll(
                        refusal == null
                                ? files
                                : List.of(mail.member(shown, way).refused(bytes, refusal)));
        contents.ignored().addAll(returns.ignored);
        contents.registers().addAll(returns.registers);
    }

    /** Gives why the ZIP is refused whole, or null. */
    private @Nullable Finding addTo(List<InboxFile> files) throws IOException {
        Finding refusal = refusal();
        if (refusal != null) {
            return refusal;
        }
        for (String part : parts()) {
            add(part, files);
        }
        return holdsReturn(files) ? null : noReturn(files);
    }

    /** Files that somebody sends; folders, and what an operating system puts beside files, are none. */
    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (String part : archive.names()) {
            String file = part.substring(part.lastIndexOf('/') + 1);
            boolean ours = !file.isEmpty() && !file.startsWith(".") && !part.startsWith("__MACOSX/");
            if (ours && Inbox.isRegister(file)) {
                registers.add(holder.name() + "/" + shown + PackedName.safe(part));
            } else if (ours && (file.startsWith("~$") || Inbox.isDesktopFile(file))) {
                ignored.add(holder.name() + "/" + shown + PackedName.safe(part));
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

    private void add(String part, List<InboxFile> files) {
        List<PackedStep> steps = new ArrayList<>(way);
        steps.add(PackedStep.zip(part));
        Finding refusal = PackedName.refusal(part);
        if (refusal == null && archive.encrypted(part)) {
            refusal = Finding.of(FindingCode.FILE_ENCRYPTED, Place.FILE, "", null);
        }
        if (refusal == null && archive.unpackedSize(part) > limits.packedBytes()) {
            refusal = Sniffer.exceeded("packed-size", limits.packedBytes(), archive.unpackedSize(part));
        }
        try {
            if (refusal == null && openedMail(part, steps, files)) {
                return;
            }
        } catch (IOException damagedOrGone) {
            // Said below, as of any other file.
        }
        Member member = holder.member(shown + PackedName.safe(part), steps);
        files.add(refusal == null ? received(part, member) : member.unread(refusal));
    }

    private InboxFile received(String part, Member member) {
        try {
            return read(part, member);
        } catch (ZipPackage.DamagedException damage) {
            return member.unread(Unreadable.damaged(damage));
        } catch (IOException e) {
            return member.unread(Unreadable.of(e).finding());
        }
    }

    /** A mail in a ZIP is opened, unless the ZIP itself lies in a mail. */
    private boolean openedMail(String part, List<PackedStep> steps, List<InboxFile> files) throws IOException {
        if (!way.isEmpty()) {
            return false;
        }
        byte[] beginning;
        try (InputStream content = archive.open(part)) {
            beginning = content.readNBytes(MailKind.LOOKED_AT);
        }
        PackedStep.Kind kind = MailKind.of(beginning, part);
        if (kind == null || kind == PackedStep.Kind.MBOX) {
            return false;
        }
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        if (copy(part, held) != null || kind == PackedStep.Kind.MSG && !MailKind.isMessage(held.toByteArray())) {
            return false;
        }
        Contents contents = new Contents(files, ignored, registers);
        ReturnsMail.addTo(contents, holder, PackedName.safe(part), steps, kind, held.toByteArray());
        return true;
    }

    private InboxFile read(String part, Member member) throws IOException {
        if (archive.unpackedSize(part) > InboxFile.LARGE) {
            return member.unpacked(out -> copy(part, out));
        }
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        Finding tooMuch = copy(part, held);
        return tooMuch == null ? member.read(held.toByteArray()) : member.unread(tooMuch);
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
