package org.jibao.flow;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A mail as it came to somebody.
 *
 * @param id its Message-ID
 * @param content its headers that say something and its parts, one a line; not the lines between parts, which are drawn anew
 *     each time a mail is put together
 */
record ReceivedMail(String to, String id, List<String> content) {

    private static final String OPERATORS = "admin@";

    static ReceivedMail of(String to, MimeMessage message) throws MessagingException, IOException {
        List<String> content = new ArrayList<>();
        content.add("From: " + Arrays.toString(message.getFrom()));
        content.add("To: " + Arrays.toString(message.getAllRecipients()));
        content.add("Subject: " + message.getSubject());
        content.add("Date: " + message.getSentDate().toInstant());
        add(content, message);
        return new ReceivedMail(to, message.getMessageID(), List.copyOf(content));
    }

    private static void add(List<String> content, Part part) throws MessagingException, IOException {
        String type = part.getContentType().split(";", 2)[0].toLowerCase(Locale.ROOT);
        if (part.getContent() instanceof Multipart parts) {
            content.add(type);
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart one = parts.getBodyPart(i);
                add(content, one);
            }
        } else if (part.getContent() instanceof String text) {
            content.add(type + ": " + text);
        } else {
            byte[] bytes = part.getInputStream().readAllBytes();
            content.add(type + " " + part.getFileName() + " " + part.getDisposition() + ": " + Folders.sha256(bytes));
        }
    }

    /**
     * To whom and what about: the same summary has the same id for all time. What operators are told of a failed run is
     * known by that run, which another month has not; it is the same where it says the same.
     *
     * @param folder of the month, which its messages name
     */
    String key(String folder) {
        return to + " " + (to.startsWith(OPERATORS) ? words(folder).toString() : id);
    }

    /** What it says, wherever the month took place. */
    List<String> words(String folder) {
        return content.stream().map(line -> line.replace(folder, "…")).toList();
    }
}
