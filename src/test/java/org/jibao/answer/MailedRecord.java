package org.jibao.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.Kind;
import org.jibao.mailbook.MailRecord.Left;
import org.jibao.mailbook.MailRecord.MailFile;
import org.jibao.mailbook.MailRecord.Place;
import org.jibao.mailbook.MailRecord.Proof;
import org.jibao.support.Sha256;

/** A mail as the one that fetches mails would put it on record, with its files in the inbox. */
final class MailedRecord {

    private final AnsweringJob job;
    private final String id;
    private final List<MailFile> files = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private List<String> references = List.of();
    private List<String> failed = List.of();
    private Instant at = AnsweringJob.RECEIVED;
    private String from = "jia@town.example";
    private Proof proof = Proof.PROVEN;
    private Kind kind = Kind.RETURNS;
    private String subject = "季报";
    private String messageId = "<1@town.example>";

    MailedRecord(AnsweringJob job, String id) {
        this.job = job;
        this.id = id;
    }

    MailedRecord from(String address) {
        this.from = address;
        return this;
    }

    MailedRecord from(String address, Proof known) {
        this.proof = known;
        return from(address);
    }

    MailedRecord at(Instant when) {
        this.at = when;
        return this;
    }

    MailedRecord kind(Kind what) {
        this.kind = what;
        return this;
    }

    MailedRecord subject(String words) {
        this.subject = words;
        return this;
    }

    MailedRecord thread(String own, String... older) {
        this.messageId = own;
        this.references = List.of(older);
        return this;
    }

    MailedRecord failed(String... addresses) {
        this.failed = List.of(addresses);
        return this;
    }

    MailedRecord left(String name, String why) {
        left.add(new Left(name, why));
        return this;
    }

    MailedRecord file(String given, byte[] bytes) throws IOException {
        String name = "mail/" + id + "/" + given;
        Path path = job.inbox().resolve(name);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.write(path, bytes);
        files.add(new MailFile(files.size() + 1, name, given, bytes.length, Sha256.of(path)));
        return this;
    }

    /** It is on record. */
    void comes() throws IOException {
        job.record(new MailRecord(
                id,
                new Place("office@imap.example", "INBOX", 1, Math.abs(id.hashCode())),
                at,
                at,
                from,
                from,
                proof,
                "",
                subject,
                messageId,
                references,
                kind,
                files,
                left,
                failed));
    }
}
