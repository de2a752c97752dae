package org.jibao.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jibao.guard.OwnFiles;

/** Mails as the server has them: {@code <store>.mail/kept/2026-10/<id>.eml}, for their owner alone. */
final class KeptMails {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);

    private KeptMails() {}

    /** Keeps a mail, whole or not at all. */
    static void keep(Path books, String id, MimeMessage mail, ZonedDateTime receivedAt)
            throws IOException, MessagingException {
        Path folder = OwnFiles.folders(books.resolve("kept").resolve(MONTH.format(receivedAt)));
        Path draft = folder.resolve("." + id + ".tmp");
        write(mail, draft);
        Files.move(
                draft,
                folder.resolve(id + ".eml"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes the bytes that the server has; the mail is not marked as seen. */
    static void write(MimeMessage mail, Path target) throws IOException, MessagingException {
        if (mail instanceof IMAPMessage onServer) {
            onServer.setPeek(true);
            try (InputStream bytes = onServer.getMimeStream();
                    OutputStream file = OwnFiles.write(target)) {
                bytes.transferTo(file);
            }
            return;
        }
        try (OutputStream file = OwnFiles.write(target)) {
            mail.writeTo(file);
        }
    }
}
