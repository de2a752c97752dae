package org.jibao.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.ProblemsException;
import org.jibao.desk.DeskFrame.PeriodChoice;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.desk.http.Pages;
import org.jibao.desk.http.Refusal;
import org.jibao.desk.http.RefusedCall;
import org.jibao.finding.Language;
import org.jibao.mailbook.MailBook;
import org.jibao.run.JobFolders;
import org.jibao.run.OperationalFailure;
import org.jibao.run.UnusableArgument;
import org.jspecify.annotations.Nullable;

/** Finds the page that an address names: {@code /job/period/page/…}. */
final class DeskPages implements Pages {

    private static final Map<String, String> ASSETS =
            Map.of("desk.css", "text/css; charset=utf-8", "desk.js", "text/javascript; charset=utf-8");

    /** Periods before the running one that can be chosen without typing an address: four years of quarters. */
    private static final int PERIODS = 16;

    private final Bench bench;
    private final Map<String, Page> pages;

    DeskPages(Bench bench) {
        this.bench = bench;
        this.pages = Map.ofEntries(
                Map.entry("board", new BoardPage(bench)),
                Map.entry("files", new FilesPage(bench)),
                Map.entry("work", new WorkPage(bench)),
                Map.entry("findings", new FaultsPage(bench)),
                Map.entry("judgement", new JudgementPage(bench)),
                Map.entry("return", new ReturnPage(bench)),
                Map.entry("summary", new PublishedPage(bench)),
                Map.entry("figures", new FiguresPage(bench)),
                Map.entry("unit", new UnitPage(bench)),
                Map.entry("chase", new ChasePage(bench)),
                Map.entry("mail", new MailPage(bench)),
                Map.entry("templates", new TemplatesPage(bench)),
                Map.entry("jobs", new JobsPage(bench)),
                Map.entry("output", new OutputPage(bench)),
                Map.entry("runs", new LedgerPage(bench)));
    }

    @Override
    public Answer answer(Call call) {
        String wanted = call.asked("lang");
        if (wanted.equals("zh") || wanted.equals("en")) {
            call.session().speak(wanted.equals("zh") ? Language.ZH : Language.EN);
        }
        if (call.path().isEmpty()) {
            return Answer.to("/" + bench.settings().job() + "/now/board");
        }
        String job = call.at(0);
        if (!bench.jobs().contains(job)) {
            throw new RefusedCall(Refusal.NO_SUCH_PAGE);
        }
        Page page = pages.get(call.at(2));
        if (page == null) {
            throw new RefusedCall(Refusal.NO_SUCH_PAGE);
        }
        return answered(call, page);
    }

    private Answer answered(Call call, Page page) {
        DeskFrame bare = frame(call, call.at(0), ZoneOffset.UTC, "", List.of(), false);
        try {
            return page.answer(call, framed(call, page, bare));
        } catch (UnusableArgument | OperationalFailure | ProblemsException failure) {
            return message(bare, 200, bare.say("failure.title"), bare.words().of(Reasons.of(failure)));
        } catch (RejectedExecutionException tooMany) {
            throw new RefusedCall(Refusal.TOO_MANY);
        }
    }

    /** With the job's title and period; without them where its folder has mistakes and the page shows them. */
    private DeskFrame framed(Call call, Page page, DeskFrame bare) {
        JobDefinition head;
        try {
            head = JobFolders.head(bench.settings().jobs(), call.at(0));
        } catch (ProblemsException | UnusableArgument | OperationalFailure failure) {
            if (page instanceof JobsPage) {
                return bare;
            }
            throw failure;
        }
        Optional<Period> period = period(head, call.at(1));
        if (period.isEmpty() && !call.at(1).equals("now")) {
            throw new RefusedCall(Refusal.NO_SUCH_PAGE);
        }
        Period shown = period.orElseGet(() -> bench.usual(head));
        return frame(
                call,
                bare.words().of(head.title()),
                head.zone(),
                shown.code(),
                choices(head, shown, bare),
                mailed(head));
    }

    private static Optional<Period> period(JobDefinition head, String code) {
        return head.periods().parse(code).filter(head.periods()::has);
    }

    private List<PeriodChoice> choices(JobDefinition head, Period shown, DeskFrame frame) {
        List<PeriodChoice> choices = new ArrayList<>();
        Period period = head.periods().containing(bench.today(head));
        for (int i = 0; i <= PERIODS; i++) {
            choices.add(new PeriodChoice(period.code(), frame.words().of(period.label())));
            period = period.previous();
        }
        if (choices.stream().noneMatch(choice -> choice.code().equals(shown.code()))) {
            choices.add(new PeriodChoice(shown.code(), frame.words().of(shown.label())));
        }
        return choices;
    }

    /** Whether there is anything to see on the page of mails. */
    private boolean mailed(JobDefinition head) {
        return head.receipt().mailbox() != null
                || head.receipt().answers().answersAnything()
                || Files.exists(MailBook.beside(bench.of(head.id(), "").store(), head.id())
                        .file());
    }

    private DeskFrame frame(
            Call call, String title, ZoneId zone, String period, List<PeriodChoice> periods, boolean mailed) {
        return new DeskFrame(
                new Words(call.session().language()),
                call.session(),
                bench.jobs(),
                call.at(0),
                title,
                zone,
                period,
                periods,
                mailed,
                call.at(2),
                bench.works().current().orElse(null),
                asked(call));
    }

    private static Map<String, String> asked(Call call) {
        Map<String, String> asked = new HashMap<>(call.query());
        asked.remove("lang");
        return Map.copyOf(asked);
    }

    /** A page that only says something. */
    static Answer message(DeskFrame frame, int status, String title, String text) {
        return Answer.html(status, PageTemplates.render("message", Map.of("f", frame, "title", title, "text", text)));
    }

    @Override
    public Answer refused(Refusal why, Language language) {
        Words words = new Words(language);
        String text = words.kind("refused.", why);
        return Answer.html(
                why.status(),
                PageTemplates.render(
                        "refused", Map.of("words", words, "text", text, "reload", why == Refusal.OWN_FAULT)));
    }

    @Override
    public @Nullable Answer asset(String name) {
        String type = ASSETS.get(name);
        if (type == null) {
            return null;
        }
        try (InputStream stream = DeskPages.class.getResourceAsStream(name)) {
            return stream == null ? null : Answer.asset(type, stream.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
