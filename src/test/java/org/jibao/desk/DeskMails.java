package org.jibao.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jibao.delivery.Mail;
import org.jibao.delivery.Outbox;
import org.jibao.delivery.OutgoingItem;
import org.jibao.finding.Text;
import org.jibao.mailbook.AnswerRecord;
import org.jibao.mailbook.AnswerRecord.State;
import org.jibao.mailbook.MailBook;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.Kind;
import org.jibao.mailbook.MailRecord.Left;
import org.jibao.mailbook.MailRecord.MailFile;
import org.jibao.mailbook.MailRecord.Place;
import org.jibao.mailbook.MailRecord.Proof;
import org.jibao.summary.Letter;

/** Writes mails and answers into the book beside a store, as a mailbox and a run would. */
final class DeskMails {

    static final Text FULL = new Text("对方邮箱已满", "the mailbox is full");

    private final String job;
    private final MailBook book;
    private final Outbox outbox;
    private int mails;
    private int answers;

    DeskMails(Path store, String job) {
        this.job = job;
        this.book = MailBook.beside(store, job);
        this.outbox = Outbox.beside(store);
    }

    MailBook book() {
        return book;
    }

    Outbox outbox() {
        return outbox;
    }

    /** A mail with files of the inbox. */
    String came(Instant at, String from, Proof proof, String subject, String... files) throws IOException {
        return came(at, from, proof, subject, Kind.RETURNS, List.of(files), List.of(), List.of());
    }

    /** A mail without any. */
    String came(Instant at, String from, Proof proof, String subject, Kind kind, Left... left) throws IOException {
        return came(at, from, proof, subject, kind, List.of(), List.of(left), List.of());
    }

    String bounced(Instant at, String... failed) throws IOException {
        String from = "postmaster@mx.example.com";
        return came(at, from, Proof.CLAIMED, "Undeliverable", Kind.BOUNCE, List.of(), List.of(), List.of(failed));
    }

    String came(
            Instant at,
            String from,
            Proof proof,
            String subject,
            Kind kind,
            List<String> files,
            List<Left> left,
            List<String> failed)
            throws IOException {
        String id = "%020x".formatted(++mails);
        List<MailFile> taken = files.stream()
                .map(name -> new MailFile(1, name, name.substring(name.lastIndexOf('/') + 1), 100, "0".repeat(64)))
                .toList();
        String address = from.contains("<") ? from.substring(from.indexOf('<') + 1, from.length() - 1) : from;
        book.addMails(List.of(new MailRecord(
                id,
                new Place("office@imap.example.com", "INBOX", 1, mails),
                at,
                at,
                address,
                from,
                proof,
                proof == Proof.CLAIMED
                        ? ""
                        : "dmarc=" + (proof == Proof.PROVEN ? "pass" : "fail") + " (mx.example.com)",
                subject,
                "<" + mails + "@example.com>",
                List.of(),
                kind,
                taken,
                left,
                failed)));
        return id;
    }

    /** An answer that was not made, was dropped or went long ago: it is in the book alone. */
    String noted(State state, String mail, String kind, String unit, String file, String to, Instant at)
            throws IOException {
        String id = "%020x-answer".formatted(++answers);
        String by = state == State.DROPPED ? "王" : "";
        book.addAnswers(List.of(new AnswerRecord(id, mail, kind, unit, "", file, to, state, at, by)));
        return id;
    }

    /** An answer that waits for an officer, with its words. */
    String held(String mail, String kind, String unit, String file, String to, Instant at, String words)
            throws IOException {
        String id = noted(State.HELD, mail, kind, unit, file, to, at);
        outbox.add(item(id, to, at).held(), letter(id, to, at, words));
        return id;
    }

    /** An answer that waits for the next delivery. */
    OutgoingItem queued(String mail, String kind, String unit, String file, String to, Instant at) throws IOException {
        String id = noted(State.QUEUED, mail, kind, unit, file, to, at);
        outbox.add(item(id, to, at), letter(id, to, at, "words"));
        return item(id, to, at);
    }

    void sent(String mail, String kind, String unit, String file, String to, Instant at) throws IOException {
        OutgoingItem item = queued(mail, kind, unit, file, to, at);
        outbox.aboutToSend(item, at.plusSeconds(120));
        outbox.sent(item);
    }

    void failed(String mail, String kind, String unit, String to, Instant at) throws IOException {
        outbox.failed(queued(mail, kind, unit, "", to, at), List.of(to), FULL, at.plusSeconds(120));
    }

    private OutgoingItem item(String id, String to, Instant at) {
        return OutgoingItem.waiting(id, job, "", OutgoingItem.ANSWER, List.of(to), at);
    }

    private static Mail letter(String id, String to, Instant at, String words) {
        Letter letter = new Letter("Re: 季报", "<p><b>html</b></p>", words, List.of());
        return new Mail(id, "office@example.com", List.of(to), letter, List.of(), at);
    }
}
