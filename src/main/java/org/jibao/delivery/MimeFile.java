package org.jibao.delivery;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Date;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jibao.guard.OwnFiles;
import org.jibao.summary.Letter;
import org.jibao.workbook.Picture;

/** A mail as a file of the form that mail programs exchange (RFC 5322), so that what has not gone yet can be kept and read. */
final class MimeFile {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** What would end a header. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]");

    /** Making one looks for providers in every jar. */
    static final Session SESSION = Session.getInstance(new Properties());

    private MimeFile() {}

    static void write(Mail mail, Path target) throws IOException {
        try (OutputStream stream = OwnFiles.write(target)) {
            message(mail).writeTo(stream);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    static MimeMessage message(Mail mail) throws MessagingException, IOException {
        MimeMessage message = new Identified(mail.id());
        message.setFrom(new InternetAddress(mail.from()));
        for (String address : mail.to()) {
            message.addRecipient(RecipientType.TO, new InternetAddress(address));
        }
        message.setSubject(BREAKS.matcher(mail.letter().subject()).replaceAll(" "), UTF_8);
        message.setSentDate(Date.from(mail.date()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.answer() != null) {
            AnswerHeaders.set(message, mail.answer());
        }
        MimeMultipart whole = new MimeMultipart("mixed");
        whole.addBodyPart(body(mail.letter()));
        for (Path attachment : mail.attachments()) {
            whole.addBodyPart(attached(attachment));
        }
        message.setContent(whole);
        message.saveChanges();
        return message;
    }

    /** The same words twice, the plainest first; pictures belong to the page. */
    private static MimeBodyPart body(Letter letter) throws MessagingException, IOException {
        MimeBodyPart words = text(letter.text(), "plain");
        if (letter.html().isEmpty()) {
            return words;
        }
        MimeMultipart page = new MimeMultipart("related");
        page.addBodyPart(text(letter.html(), "html"));
        for (int i = 0; i < letter.pictures().size(); i++) {
            page.addBodyPart(picture(letter.pictures().get(i), Letter.pictureId(i)));
        }
        MimeMultipart either = new MimeMultipart("alternative");
        either.addBodyPart(words);
        either.addBodyPart(part(page));
        return part(either);
    }

    private static MimeBodyPart text(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        return part;
    }

    private static MimeBodyPart part(Multipart content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(content);
        return part;
    }

    private static MimeBodyPart picture(Picture picture, String id) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(picture.png(), "image/png")));
        part.setContentID("<" + id + ">");
        part.setDisposition(MimeBodyPart.INLINE);
        part.setFileName(id + ".png");
        return part;
    }

    private static MimeBodyPart attached(Path file) throws MessagingException, IOException {
        MimeBodyPart part = new MimeBodyPart();
        part.attachFile(file.toFile(), type(file.getFileName().toString()), "base64");
        part.setFileName(file.getFileName().toString());
        return part;
    }

    private static String type(String name) {
        return name.endsWith(".xlsx")
                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : "application/octet-stream";
    }

    /** Saving a message gives it a new id each time, unless it is told otherwise. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(String id) {
            super(SESSION);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@jibao>");
        }
    }
}
