package org.jibao.desk;

import java.util.ArrayList;
import java.util.List;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.Kind;
import org.jibao.mailbook.MailRecord.Proof;
import org.jibao.mailbox.FetchOutcome;

/** What came of fetching mails, in lines for the page of the work. */
final class FetchLines {

    private FetchLines() {}

    static List<String> of(FetchOutcome outcome, Words words) {
        List<String> lines = new ArrayList<>();
        List<MailRecord> mails = outcome.mails();
        if (outcome.failure() != null) {
            lines.add(words.say("fetch.failed", Words.shown(words.of(outcome.failure()))));
        }
        if (mails.isEmpty() && outcome.failure() == null) {
            lines.add(words.say("fetch.nothing-new", outcome.known()));
        }
        if (!mails.isEmpty()) {
            lines.add(words.say("fetch.mails", mails.size(), outcome.files()));
            add(lines, words.say("fetch.refuted", count(mails, Proof.REFUTED)), count(mails, Proof.REFUTED));
            add(lines, words.say("fetch.left", left(mails)), left(mails));
            add(lines, words.say("fetch.bounced", bounced(mails)), bounced(mails));
            add(lines, words.say("fetch.not-for-us", notForUs(mails)), notForUs(mails));
        }
        if (outcome.files() > 0) {
            lines.add(words.say("fetch.read-them"));
        }
        return lines;
    }

    private static void add(List<String> lines, String line, long count) {
        if (count > 0) {
            lines.add(line);
        }
    }

    private static long count(List<MailRecord> mails, Proof proof) {
        return mails.stream().filter(mail -> mail.proof() == proof).count();
    }

    private static long left(List<MailRecord> mails) {
        return mails.stream().filter(mail -> !mail.left().isEmpty()).count();
    }

    private static long bounced(List<MailRecord> mails) {
        return mails.stream().filter(mail -> mail.kind() == Kind.BOUNCE).count();
    }

    private static long notForUs(List<MailRecord> mails) {
        return mails.stream().filter(MailAsked::isNotForUs).count();
    }
}
