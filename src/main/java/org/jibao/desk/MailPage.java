package org.jibao.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jibao.answer.AnswersOnRecord.Line;
import org.jibao.answer.AnswersOnRecord.Standing;
import org.jibao.app.Jibao;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.desk.MailView.Letter;
import org.jibao.desk.MailView.Row;
import org.jibao.desk.MailView.UnitBounces;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.mailbook.BouncedAddresses;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailsOnRecord;
import org.jibao.run.UnusableArgument;

/**
 * Mails: what arrived and what was answered, what is not for us, which answers wait for an officer, which have not
 * gone.
 */
final class MailPage implements Page {

    private static final Set<Standing> FAILED = Set.of(Standing.UNDELIVERED, Standing.LIMITED, Standing.NO_ADDRESS);

    private final Bench bench;
    private final MailForms forms;

    MailPage(Bench bench) {
        this.bench = bench;
        this.forms = new MailForms(bench);
    }

    @Override
    public Answer answer(Call call, DeskFrame frame) {
        if (!call.posted()) {
            return page(call, frame, "");
        }
        try {
            return forms.sent(call, frame);
        } catch (UnusableArgument refused) {
            return page(call, frame, frame.words().of(refused.text()));
        }
    }

    private Answer page(Call call, DeskFrame frame, String problem) {
        return Answer.html(PageTemplates.render("mail", Map.of("f", frame, "m", view(call, frame, problem))));
    }

    private MailView view(Call call, DeskFrame frame, String problem) {
        Jibao jibao = bench.jibao(frame);
        JobDefinition job = bench.job(frame);
        MailAsked asked = MailAsked.of(call);
        MailsOnRecord mails = jibao.mailsOnRecord();
        List<Line> answers = jibao.answers().lines();
        List<Line> held = standing(answers, Set.of(Standing.HELD));
        List<Line> failed = newest(standing(answers, FAILED));
        List<UnitBounces> bounces = bounces(job, mails);
        MailRows rows = new MailRows(mails, job.roster());
        boolean letters = asked.view().equals(MailAsked.HELD);
        List<MailRecord> found = letters || asked.view().equals(MailAsked.UNDELIVERED) ? List.of() : rows.found(asked);
        List<Row> shown = rows.rows(part(found, asked.from(), MailView.MOST), jibao);
        return new MailView(
                job.receipt().mailbox() != null,
                asked,
                job.roster().units().stream().collect(Collectors.toMap(Unit::code, Unit::name)),
                counts(mails, held.size(), failed.size() + bounces.size()),
                letters ? held.size() : found.size(),
                shown,
                frame.words().of(rows.why()),
                letters ? letters(part(held, asked.from(), MailView.MOST_LETTERS), mails, jibao) : List.of(),
                part(failed, 0, MailView.MOST_FAILED),
                part(newest(standing(answers, Set.of(Standing.WAITING))), 0, MailView.MOST_FAILED),
                bounces,
                mails.unreadable(),
                problem,
                done(call, frame));
    }

    private static <T> List<T> part(List<T> all, int from, int most) {
        int first = Math.min(from, all.size());
        return all.subList(first, Math.min(all.size(), first + most));
    }

    private static List<Line> standing(List<Line> lines, Set<Standing> wanted) {
        return lines.stream().filter(line -> wanted.contains(line.standing())).toList();
    }

    private static List<Line> newest(List<Line> lines) {
        List<Line> newest = new ArrayList<>(lines);
        Collections.reverse(newest);
        return newest;
    }

    private static Map<String, Integer> counts(MailsOnRecord mails, int held, int undelivered) {
        Map<String, Integer> counts = new HashMap<>();
        counts.put(MailAsked.ARRIVED, mails.mails().size());
        counts.put(MailAsked.OTHERS, (int)
                mails.mails().stream().filter(MailAsked::isNotForUs).count());
        counts.put(MailAsked.HELD, held);
        counts.put(MailAsked.UNDELIVERED, undelivered);
        return counts;
    }

    private static List<Letter> letters(List<Line> held, MailsOnRecord mails, Jibao jibao) {
        return jibao.shown(held).stream()
                .map(answer -> new Letter(
                        answer, mails.mail(answer.line().record().mail()).orElse(null)))
                .toList();
    }

    private static List<UnitBounces> bounces(JobDefinition job, MailsOnRecord mails) {
        BouncedAddresses bounced = BouncedAddresses.of(job.roster(), mails);
        return job.roster().units().stream()
                .map(unit -> new UnitBounces(unit.code(), unit.name(), bounced.of(unit.code())))
                .filter(unit -> !unit.bounces().isEmpty())
                .toList();
    }

    private static String done(Call call, DeskFrame frame) {
        return switch (call.asked("done")) {
            case "released" -> frame.say("mail.released", call.number("count").orElse(0));
            case "dropped" -> frame.say("mail.dropped");
            default -> "";
        };
    }
}
