package org.jibao.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.guard.GivenFileName;
import org.jibao.inbox.Holder.Member;
import org.jibao.inbox.PackedStep.Kind;
import org.jibao.inbox.ReturnsZip.Contents;
import org.jibao.mime.LeftPart;
import org.jibao.mime.LeftPart.Why;
import org.jibao.mime.MailLimits;
import org.jibao.mime.MailMessage;
import org.jibao.mime.MailPart;
import org.jibao.mime.MailReader;
import org.jibao.mime.Mbox;
import org.jibao.mime.PartDamage;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was saved into the inbox: each of its files that may be a return is a file of the inbox, named
 * {@code mail.eml/青石镇.xlsx}; a ZIP of returns in it is opened in turn. What its header says of sender and date is the
 * word of a stranger and is not used.
 */
final class ReturnsMail {

    private static final int NAMES_SHOWN = 5;

    /** Mails that are large are opened one after the other. */
    private static final Object ONE_BY_ONE = new Object();

    private final Holder holder;
    private final String shown;
    private final List<PackedStep> way;
    private final Kind kind;
    private final Contents contents;

    private ReturnsMail(Holder holder, String shown, List<PackedStep> way, Kind kind, Contents contents) {
        this.holder = holder;
        this.shown = shown;
        this.way = way;
        this.kind = kind;
        this.contents = contents;
    }

    /** What is in a mail, or in a folder of mails. */
    static Contents of(Holder file, Kind kind) throws IOException {
        Contents contents = new Contents(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        ReturnsMail mail = new ReturnsMail(file, "", List.of(), kind, contents);
        if (kind == Kind.MBOX) {
            mail.addFolder();
        } else if (Files.size(file.file()) > Limits.mostBytesWhole()) {
            long size = Files.size(file.file());
            contents.files().add(file.whole(Sniffer.exceeded("packed-size", Limits.mostBytesWhole(), size)));
        } else {
            mail.addLocked(null, () -> Files.readAllBytes(file.file()), Files.size(file.file()));
        }
        return contents;
    }

    /**
     * Adds the files of a mail that lies in a ZIP.
     *
     * @param shown its name in the ZIP
     * @param way the steps to it, of which the last is the ZIP's part
     */
    static void addTo(Contents contents, Holder zip, String shown, List<PackedStep> way, Kind kind, byte[] bytes)
            throws IOException {
        new ReturnsMail(zip, shown + "/", way, kind, contents).addLocked(null, () -> bytes, bytes.length);
    }

    /** Mails without a return are usual in a folder; only what hides one is named. */
    private void addFolder() throws IOException {
        Mbox mbox = Mbox.of(holder.file(), PackedStep.mailLimits(holder.limits().packedBytes()));
        for (Mbox.Span span : mbox.spans()) {
            long size = span.end() - span.start();
            if (size > Limits.mostBytesWhole()) {
                leave(new LeftPart("", Why.TOO_LARGE));
            } else {
                addLocked(span, () -> Mbox.bytes(holder.file(), span), size);
            }
        }
        if (mbox.hasMore()) {
            leave(new LeftPart("", Why.TOO_MANY));
        }
        if (contents.files().isEmpty()) {
            contents.files().add(holder.whole(without(List.of())));
        }
    }

    /** Gives the bytes of a mail. */
    private interface Source {
        byte[] bytes() throws IOException;
    }

    private void addLocked(Mbox.@Nullable Span span, Source source, long size) throws IOException {
        if (size > InboxFile.LARGE) {
            synchronized (ONE_BY_ONE) {
                add(span, source.bytes());
            }
        } else {
            add(span, source.bytes());
        }
    }

    private void add(Mbox.@Nullable Span span, byte[] bytes) throws IOException {
        MailLimits limits = PackedStep.mailLimits(holder.limits().packedBytes());
        MailMessage mail = kind == Kind.MSG ? MailReader.msg(bytes, limits) : MailReader.read(bytes, limits);
        int before = contents.files().size();
        List<String> others = new ArrayList<>();
        for (MailPart part : mail.parts()) {
            add(part, PackedStep.mail(kind, span, part.number()));
        }
        for (LeftPart left : mail.left()) {
            if (left.why() == Why.OTHER_KIND) {
                others.add(left.name());
            } else {
                leave(left);
            }
        }
        if (contents.files().size() == before) {
            addItself(span, mail, others);
        } else {
            others.forEach(name -> contents.ignored().add(holder.name() + "/" + shown + GivenFileName.safe(name)));
        }
    }

    private void addItself(Mbox.@Nullable Span span, MailMessage mail, List<String> others) {
        Finding finding =
                mail.largeLink() ? Finding.of(FindingCode.FILE_MAIL_LARGE_LINK, Place.FILE, "", null) : without(others);
        if (span != null && mail.largeLink()) {
            contents.files().add(holder.member("mail", way).unread(finding));
        } else if (span == null) {
            contents.files().add(itself(finding));
        }
    }

    private InboxFile itself(Finding finding) {
        return way.isEmpty()
                ? holder.whole(finding)
                : holder.member(shown.substring(0, shown.length() - 1), way).unread(finding);
    }

    private static Finding without(List<String> others) {
        List<String> names = others.stream().limit(NAMES_SHOWN).toList();
        String more = others.size() > NAMES_SHOWN ? "…" : "";
        return Finding.of(
                        FindingCode.FILE_MAIL_WITHOUT_RETURN,
                        Place.FILE,
                        "",
                        null,
                        names.isEmpty() ? "-" : String.join("、", names) + more)
                .inEnglish("found", names.isEmpty() ? "-" : String.join(", ", names) + more);
    }

    /** Names what was left; the mail itself where that has no name. */
    private void leave(LeftPart left) {
        String detail = "mail-" + left.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Finding finding = Finding.of(FindingCode.FILE_MAIL_PART_LEFT, Place.FILE, "", null, detail);
        if (left.name().isEmpty() && kind != Kind.MBOX) {
            contents.files().add(itself(finding));
        } else {
            String name = left.name().isEmpty()
                    ? "mail"
                    : GivenFileName.safe(left.name().replace('/', '-'));
            contents.files().add(holder.member(shown + name, way).unread(finding));
        }
    }

    private void add(MailPart part, PackedStep step) throws IOException {
        if (Inbox.isRegister(part.name())) {
            contents.registers().add(holder.name() + "/" + shown + part.name());
            return;
        }
        List<PackedStep> steps = new ArrayList<>(way);
        steps.add(step);
        byte[] bytes;
        try (InputStream content = part.open()) {
            bytes = content.readAllBytes();
        } catch (PartDamage damage) {
            leave(new LeftPart(part.name(), damage.why()));
            return;
        }
        if (isReturns(bytes)) {
            ReturnsZip.addTo(contents, holder, shown + part.name(), steps, bytes);
            return;
        }
        Member member = holder.member(shown + part.name(), steps);
        contents.files()
                .add(
                        bytes.length > InboxFile.LARGE
                                ? member.unpacked(new ByteArrayInputStream(bytes))
                                : member.read(bytes));
    }

    /** Whether a file is a ZIP of returns; a damaged one is said to be by what reads it next. */
    private static boolean isReturns(byte[] bytes) {
        try {
            if (!Sniffer.isZip(bytes)) {
                return false;
            }
            ZipPackage archive = ZipPackage.of(bytes);
            return ReturnsZip.isOne(archive) && !ReturnsZip.isPackage(archive);
        } catch (IOException damaged) {
            return false;
        }
    }
}
