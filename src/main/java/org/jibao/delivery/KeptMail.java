package org.jibao.delivery;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A mail that waits in the outbox, as people are shown it.
 *
 * @param text its plain words
 * @param attachments names of its files
 */
public record KeptMail(String subject, String text, List<String> attachments) {

    public KeptMail {
        attachments = List.copyOf(attachments);
    }

    /** Reads a file that {@link MimeFile} has written. */
    static KeptMail of(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(MimeFile.SESSION, stream);
            StringBuilder text = new StringBuilder();
            List<String> attachments = new ArrayList<>();
            gather(message, text, attachments);
            return new KeptMail(
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    text.toString().replace("\r\n", "\n"),
                    attachments);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private static void gather(Part part, StringBuilder text, List<String> attachments)
            throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart one = parts.getBodyPart(i);
                gather(one, text, attachments);
            }
        } else if (Part.ATTACHMENT.equals(part.getDisposition())) {
            attachments.add(MimeUtility.decodeText(Objects.requireNonNullElse(part.getFileName(), "")));
        } else if (part.isMimeType("text/plain")) {
            text.append(part.getContent());
        }
    }
}
