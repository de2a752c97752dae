package org.jibao.desk;

import java.util.List;
import java.util.Map;
import org.jibao.answer.AnswersOnRecord.Line;
import org.jibao.answer.AnswersOnRecord.ShownAnswer;
import org.jibao.inspect.NamedSubmission;
import org.jibao.mailbook.BouncedAddresses.Bounce;
import org.jibao.mailbook.MailRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the page of mails shows: one of its parts, and how much is in each.
 *
 * @param mailbox whether the job has one
 * @param units names of all units by their codes
 * @param counts by {@link MailAsked#VIEWS}
 * @param found how many the part has, of which a page is shown
 * @param rows mails, the newest first
 * @param why it is not known what has become of files, or an empty text
 * @param letters answers that are held, the oldest first
 * @param failed answers that could not be delivered, or were not made
 * @param waiting answers that go with the next delivery
 * @param bounces units with an address that a server says is wrong
 * @param unreadable lines of the book that cannot be read
 * @param problem why what was sent was not done, or an empty text
 * @param done what was done, or an empty text
 */
record MailView(
        boolean mailbox,
        MailAsked asked,
        Map<String, String> units,
        Map<String, Integer> counts,
        int found,
        List<Row> rows,
        String why,
        List<Letter> letters,
        List<Line> failed,
        List<Line> waiting,
        List<UnitBounces> bounces,
        int unreadable,
        String problem,
        String done) {

    /** Mails on one page. */
    static final int MOST = 100;

    /** Held answers on one page: what an officer reads at once. */
    static final int MOST_LETTERS = 25;

    /** Answers that have not gone, of which the newest are listed. */
    static final int MOST_FAILED = 200;

    /** Returns of one file that are listed: a ZIP may hold a county. */
    private static final int MOST_RETURNS = 10;

    /** One mail. */
    record Row(MailRecord mail, List<MailedReturn> files, List<Line> answers) {}

    /**
     * One of its files.
     *
     * @param returns what has become of it; none where it was not read yet
     */
    record MailedReturn(String given, List<NamedSubmission> returns) {

        List<NamedSubmission> first() {
            return returns.subList(0, Math.min(MOST_RETURNS, returns.size()));
        }

        int more() {
            return returns.size() - first().size();
        }
    }

    /**
     * One answer that is held.
     *
     * @param mail that it answers, or null
     */
    record Letter(ShownAnswer answer, @Nullable MailRecord mail) {

        String id() {
            return answer.line().record().id();
        }
    }

    /** A unit and its addresses. */
    record UnitBounces(String code, String name, List<Bounce> bounces) {}

    int count(String view) {
        return counts.getOrDefault(view, 0);
    }

    /** The name of the unit that an answer is about; its code where the roster has it no more. */
    String unit(Line line) {
        return units.getOrDefault(line.record().unit(), line.record().unit());
    }

    int from() {
        return asked.from();
    }

    /** How many are on a page of this part. */
    int most() {
        return asked.view().equals(MailAsked.HELD) ? MOST_LETTERS : MOST;
    }

    int shown() {
        return asked.view().equals(MailAsked.HELD) ? letters.size() : rows.size();
    }
}
