package org.jibao.answer;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jibao.app.Jibao;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.delivery.KeptMail;
import org.jibao.delivery.Outbox;
import org.jibao.delivery.OutgoingItem;
import org.jibao.finding.Language;
import org.jibao.mailbook.AnswerRecord;
import org.jibao.mailbook.MailBook;
import org.jibao.mailbook.MailRecord;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.jibao.testkit.Sheets;

/** A quarterly job of seven towns with one small form, whose returns come by mail. */
final class AnsweringJob {

    /** The returns of the third quarter are due on 10 October. */
    static final Instant RECEIVED = Instant.parse("2026-10-08T01:00:00Z");

    static final Instant NIGHT = Instant.parse("2026-10-08T17:30:00Z");

    static final String ALL = """
              received: at-once
              returned: at-once
              rejected: at-once
              not-understood: at-once
              complete: at-once
            """;

    private static final String JOB = """
            title: {zh: 收件报表, en: Letters}
            version: "1"
            period: quarter
            due: {day: 10, shift: none}
            open-for: 20
            time-zone: Asia/Shanghai
            schedule: "0 0 1 * * *"
            file-name: '^(?<unit>[^_]+?)_(?<period>[0-9]{4}Q[1-4]).*$'
            unit-kinds: {town: {zh: 镇, en: Towns}}
            owed-by: [town]
            roster: units.csv
            forms: [letters]
            metrics: []
            answers:
              from: office@county.example
            """;

    private static final String UNITS = """
            code,name,kind,parent,aliases,active_from,active_to,contact,phone,email,senders
            T1,甲镇,town,,,,,,,jia@contact.example,jia@town.example
            T2,乙镇,town,,,,,,,,@yi.example|desk@yi.example
            T3,丙镇,town,,,,,,,bing@contact.example,
            T4,丁镇,town,,,,,,,,
            T5,戊镇,town,,,,,,,,shared@town.example
            T6,己镇,town,,,,,,,,shared@town.example
            T7,庚镇,town,,,,,,,geng@contact.example,
            """;

    private static final String FORM = """
            layout: grid
            title: {zh: 收件, en: Letters}
            sheet: {name: 收件}
            cell: {kind: count, unit: 件}
            columns: [{id: all, zh: 合计, en: All}]
            rows: [{id: in, zh: 收到, en: Received}, {id: out, zh: 发出, en: Sent}]
            """;

    private static final String SUMMARY = """
            tables:
              - id: received
                title: {zh: 收到, en: Received}
                empty: {zh: 没有, en: None}
                columns:
                  - {name: unit, zh: 单位, en: Unit, format: text}
            sheets:
              - {id: received, kind: page, title: {zh: 收到, en: Received}, blocks: [received]}
            """;

    private final Path folder;

    AnsweringJob(Path folder, String answers) throws IOException {
        this.folder = folder;
        write("jobs/letters/job.yaml", JOB + answers);
        write("jobs/letters/forms/letters.yaml", FORM);
        write("jobs/letters/units.csv", UNITS);
        write("jobs/letters/summary.yaml", SUMMARY);
        write(
                "jobs/letters/tables/received.sql",
                "SELECT s.unit FROM returns.submission s JOIN returns.parameter USING (job, period) ORDER BY s.unit\n");
        Files.createDirectories(inbox());
        FreshStore.at(store());
    }

    void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }

    Path inbox() {
        return folder.resolve("inbox");
    }

    Path store() {
        return folder.resolve("jibao.duckdb");
    }

    JobDefinition job() {
        return JobLoader.load(folder.resolve("jobs/letters"));
    }

    MailBook book() {
        return MailBook.beside(store(), "letters");
    }

    Outbox outbox() {
        return Outbox.beside(store());
    }

    /** A return without a fault. */
    static byte[] good(int count) {
        return filled(String.valueOf(count), "2");
    }

    static byte[] filled(String in, String out) {
        return Sheets.of("收件", "| 项目 | 合计 |\n| 收到 | " + in + " |\n| 发出 | " + out + " |\n")
                .xlsx();
    }

    Jibao jibao(Instant asOf) {
        return jibao(asOf, Map.of());
    }

    Jibao jibao(Instant asOf, Map<String, String> environment) {
        return new Jibao(
                new Settings(
                        folder.resolve("jobs"),
                        "letters",
                        inbox(),
                        store(),
                        folder.resolve("out"),
                        Language.ZH,
                        Optional.empty(),
                        Optional.of(asOf),
                        1),
                Progress.NONE,
                environment);
    }

    /** Collects, then answers. */
    void night(Instant asOf) {
        jibao(asOf).collect();
        answer(asOf);
    }

    void answer(Instant asOf) {
        try (Store opened = Store.open(store(), org.jibao.store.StoreSettings.DEFAULT)) {
            new Answers(job(), book(), outbox(), folder.resolve("out"), asOf).make(opened.sql());
        }
    }

    /** The answers by the book: kind, unit, address and state of each. */
    List<String> answers() throws IOException {
        return book().read().answers().stream()
                .map(answer -> String.join(
                        " ",
                        answer.kind(),
                        answer.unit(),
                        answer.to(),
                        answer.state().word()))
                .sorted()
                .toList();
    }

    AnswerRecord only() throws IOException {
        List<AnswerRecord> all = List.copyOf(book().read().answers());
        if (all.size() != 1) {
            throw new AssertionError(all.toString());
        }
        return all.get(0);
    }

    /** What waits to go, in the order of addresses. */
    List<MimeMessage> queued() throws IOException, MessagingException {
        List<MimeMessage> mails = new ArrayList<>();
        for (OutgoingItem item : outbox().waiting()) {
            try (InputStream stream = Files.newInputStream(outbox().mail(item))) {
                mails.add(new MimeMessage(Session.getInstance(new Properties()), stream));
            }
        }
        mails.sort(Comparator.comparing(AnsweringJob::to));
        return mails;
    }

    static String to(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** The one mail that waits, in plain words. */
    KeptMail words() throws IOException {
        List<OutgoingItem> items = outbox().waiting();
        if (items.size() != 1) {
            throw new AssertionError(items.toString());
        }
        return outbox().shown(items.get(0)).orElseThrow();
    }

    /** A mail that comes. */
    MailedRecord mail(String id) {
        return new MailedRecord(this, id);
    }

    void record(MailRecord mail) throws IOException {
        book().addMails(List.of(mail));
    }
}
