package org.jibao.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.answer.AnswersOnRecord.Line;
import org.jibao.app.Jibao;
import org.jibao.guard.PersonalNumbers;
import org.jibao.mailbook.AnswerRecord;
import org.jibao.mailbook.BouncedAddresses;
import org.jibao.mailbook.BouncedAddresses.Bounce;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailsOnRecord;

/** What came by mail of a unit and what was answered to it, as the pages of units and returns show it. */
final class Correspondence {

    /** The newest answers to one unit that its page shows: more than a year has. */
    private static final int MOST = 40;

    private final Jibao jibao;
    private final MailsOnRecord mails;
    private final BouncedAddresses bounced;
    private final Map<String, MailRecord> byFile = new HashMap<>();

    private Correspondence(Jibao jibao, MailsOnRecord mails, BouncedAddresses bounced) {
        this.jibao = jibao;
        this.mails = mails;
        this.bounced = bounced;
        // The store has names without the numbers of persons.
        mails.mails()
                .forEach(mail -> mail.files().forEach(file -> byFile.put(PersonalNumbers.masked(file.name()), mail)));
    }

    static Correspondence of(Bench bench, DeskFrame frame) {
        Jibao jibao = bench.jibao(frame);
        MailsOnRecord mails = jibao.mailsOnRecord();
        return new Correspondence(
                jibao, mails, BouncedAddresses.of(bench.job(frame).roster(), mails));
    }

    /** The mail that brought the file of a submission; empty where it did not come by mail. */
    Optional<MailRecord> mail(String file) {
        String path = file;
        for (int end = path.length(); end > 0; end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('#'))) {
            path = path.substring(0, end);
            MailRecord mail = byFile.get(path);
            if (mail != null) {
                return Optional.of(mail);
            }
        }
        return Optional.empty();
    }

    /** What was answered about a file, in the order in which it was made. */
    List<Line> about(String file) {
        return mail(file)
                .map(mail -> standing(mails.answersTo(mail.id()).stream()
                        .filter(answer -> PersonalNumbers.masked(answer.file()).equals(file))
                        .toList()))
                .orElse(List.of());
    }

    /** What was answered to a unit, reminders as well, the newest first. */
    List<Line> to(String unit) {
        List<AnswerRecord> answers = new ArrayList<>(mails.answers().stream()
                .filter(answer -> answer.unit().equals(unit))
                .toList());
        Collections.reverse(answers);
        return standing(answers.subList(0, Math.min(MOST, answers.size())));
    }

    private List<Line> standing(Collection<AnswerRecord> answers) {
        return answers.isEmpty() ? List.of() : jibao.standing(answers);
    }

    /** Addresses of the unit that a server says are wrong. */
    List<Bounce> bounced(String unit) {
        return bounced.of(unit);
    }

    /** When an answer came to where it stands. */
    static Instant since(Line line) {
        Instant sent = line.item() == null ? null : line.item().sentAt();
        return sent == null ? line.record().at() : sent;
    }
}
