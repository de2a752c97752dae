package org.jibao.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jibao.mime.MailLimits;
import org.jibao.mime.MailPart;
import org.jibao.mime.MailReader;
import org.jibao.mime.Mbox;
import org.jspecify.annotations.Nullable;

/**
 * A step from a file that holds others to one of these: a part of a ZIP or of a mail.
 *
 * @param part in a ZIP
 * @param mail in an mbox file
 * @param number of the part in a mail
 */
record PackedStep(Kind kind, String part, Mbox.@Nullable Span mail, int number) {

    /** What holds the file. */
    enum Kind {
        ZIP,
        EML,
        MSG,
        MBOX
    }

    static PackedStep zip(String part) {
        return new PackedStep(Kind.ZIP, part, null, 0);
    }

    static PackedStep mail(Kind kind, Mbox.@Nullable Span mail, int number) {
        return new PackedStep(kind, "", mail, number);
    }

    /** What a mail may cost that holds files of at most so many bytes. A mail itself is read whole. */
    static MailLimits mailLimits(long partBytes) {
        return new MailLimits(partBytes, Limits.mostBytesWhole());
    }

    /** Goes all steps; no bytes where one leads nowhere by now, or to a file of another size. */
    static byte[] bytes(Path file, List<PackedStep> steps, long size) throws IOException {
        byte[] held = null;
        for (int i = 0; i < steps.size(); i++) {
            long most = i == steps.size() - 1 ? size : Limits.mostBytesWhole();
            held = held == null ? steps.get(i).from(file, most) : steps.get(i).from(held, most);
            if (held == null) {
                return new byte[0];
            }
        }
        return held == null || held.length != size ? new byte[0] : held;
    }

    private byte @Nullable [] from(Path file, long most) throws IOException {
        if (kind == Kind.ZIP) {
            return unzipped(ZipPackage.of(file), most);
        }
        if (kind == Kind.MBOX) {
            return mail == null || mail.end() > Files.size(file) ? null : from(Mbox.bytes(file, mail), most);
        }
        return Files.size(file) > Limits.mostBytesWhole() ? null : from(Files.readAllBytes(file), most);
    }

    private byte @Nullable [] from(byte[] bytes, long most) throws IOException {
        if (kind == Kind.ZIP) {
            return unzipped(ZipPackage.of(bytes), most);
        }
        Optional<MailPart> found = MailReader.part(bytes, kind == Kind.MSG, number, mailLimits(most));
        if (found.isEmpty()) {
            return null;
        }
        try (InputStream content = found.get().open()) {
            return content.readAllBytes();
        }
    }

    private byte @Nullable [] unzipped(ZipPackage archive, long most) throws IOException {
        if (!archive.has(part) || archive.unpackedSize(part) > most) {
            return null;
        }
        try (InputStream content = archive.open(part)) {
            return content.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 8));
        }
    }
}
