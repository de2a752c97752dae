package org.jibao.answer;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jibao.answer.AnswerWords.Fact;
import org.jibao.definition.AnswersDefinition.Kind;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.mailbook.MailRecord;

/**
 * What is answered to mails that brought no file, to senders that the roster knows: strangers and machines get nothing.
 */
final class MailAnswers {

    private static final Wording WORDS = Wording.of(MailAnswers.class);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final JobDefinition job;
    private final KnownAnswers known;
    private final Recipients recipients;
    private final SpokenWords words;

    MailAnswers(JobDefinition job, KnownAnswers known) {
        this.job = job;
        this.known = known;
        this.recipients = new Recipients(job);
        this.words = new SpokenWords(job);
    }

    List<AnswerDraft> drafts() {
        List<AnswerDraft> drafts = new ArrayList<>();
        if (!job.receipt().answers().kinds().containsKey(Kind.NOT_UNDERSTOOD)) {
            return drafts;
        }
        for (MailRecord mail : known.mails().mails()) {
            if (isWithoutFile(mail) && known.isRecent(mail) && !known.isSettled(id(mail))) {
                String to = recipients.known(mail);
                if (!to.isEmpty()) {
                    drafts.add(draft(mail, to));
                }
            }
        }
        return drafts;
    }

    private static boolean isWithoutFile(MailRecord mail) {
        return switch (mail.kind()) {
            case NO_FILE, LINK, UNREADABLE -> true;
            case RETURNS, AUTOMATIC, BOUNCE, OWN -> false;
        };
    }

    private String id(MailRecord mail) {
        return AnswerDraft.id("mail", job.id(), mail.id());
    }

    private AnswerDraft draft(MailRecord mail, String to) {
        AnswerWords said = said(mail, recipients.unitOf(to).map(Unit::name).orElse(""));
        return new AnswerDraft(
                id(mail),
                Kind.NOT_UNDERSTOOD,
                mail.id(),
                recipients.unitOf(to).map(Unit::code).orElse(""),
                "",
                "",
                to,
                ReplySubject.of(mail.subject(), said.title()),
                said,
                List.of(),
                Replies.to(mail, true));
    }

    private AnswerWords said(MailRecord mail, String unit) {
        return new AnswerWords(
                words.say(WORDS.text("title.not-understood")),
                unit.isEmpty() ? "" : words.say(WORDS.text("letter.greeting", unit)),
                words.opening(Kind.NOT_UNDERSTOOD, opening(mail)),
                List.of(
                        fact("fact.form", job.title()),
                        fact(
                                "fact.received",
                                Text.same(MINUTE.format(mail.receivedAt().atZone(job.zone()))))),
                List.of(),
                words.leftOut(mail.left()),
                words.say(WORDS.text(mail.kind() == MailRecord.Kind.LINK ? "next.link" : "next.no-file")));
    }

    private static Text opening(MailRecord mail) {
        return switch (mail.kind()) {
            case LINK -> WORDS.text("opening.link");
            case UNREADABLE -> WORDS.text("opening.unreadable");
            default -> WORDS.text(mail.left().isEmpty() ? "opening.no-file" : "opening.no-usable-file");
        };
    }

    private Fact fact(String name, Text value) {
        return new Fact(words.say(WORDS.text(name)), words.say(value));
    }
}
