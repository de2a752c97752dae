package org.jibao.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jibao.inbox.PackedStep.Kind;
import org.jibao.mime.MailReader;
import org.jibao.mime.Mbox;
import org.jspecify.annotations.Nullable;

/** Tells mails among received files: by their first bytes, and with less of a proof where the name says it. */
final class MailKind {

    /** So many of the first bytes decide. */
    static final int LOOKED_AT = 1 << 14;

    private static final String PROPERTIES = "__properties_version1.0";

    private MailKind() {}

    static @Nullable Kind of(Path file, String name) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return of(stream.readNBytes(LOOKED_AT), name);
        }
    }

    /**
     * The kind that a file seems to have; null where it is no mail. Whether a compound file is a message is known by
     * {@link #isMessage}; one with the name of a workbook is not looked at for that.
     */
    static @Nullable Kind of(byte[] beginning, String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (Sniffer.isCompound(beginning)) {
            return plain.endsWith(".xls") || plain.endsWith(".et") ? null : Kind.MSG;
        }
        if (plain.endsWith(".csv")) {
            return null;
        }
        if (Mbox.looksLike(beginning)) {
            return plain.endsWith(".eml") ? Kind.EML : Kind.MBOX;
        }
        boolean mail = plain.endsWith(".eml") ? MailReader.mayBeMail(beginning) : MailReader.looksLikeMail(beginning);
        return mail ? Kind.EML : null;
    }

    /** Whether a compound file is a message of Outlook. */
    static boolean isMessage(byte[] bytes) {
        return CompoundFile.of(bytes).has(PROPERTIES);
    }

    static boolean isMessage(Path file) throws IOException {
        return Files.size(file) <= Limits.mostBytesWhole() && isMessage(Files.readAllBytes(file));
    }
}
