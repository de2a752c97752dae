package org.jibao.desk;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.app.Jibao;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.Problem;
import org.jibao.definition.loading.JobLoader;
import org.jibao.desk.InboxUploads.Uploaded;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.desk.http.Refusal;
import org.jibao.desk.http.RefusedCall;
import org.jibao.finding.Language;
import org.jibao.run.JobFolders;
import org.jibao.run.Progress;
import org.jibao.run.UnusableArgument;
import org.jspecify.annotations.Nullable;

/** A new job folder from forms that the browser sends, and what was recognised in them, laid over their sheets. */
final class NewJobPage {

    /** Drafts of this desk that can still be looked at. */
    private static final int KEPT = 10;

    private final Bench bench;
    private final Map<String, DraftedJob> drafted = new LinkedHashMap<>();

    NewJobPage(Bench bench) {
        this.bench = bench;
    }

    /** What the form held when it was sent. */
    record Filled(String name, String language, String period) {}

    Answer answer(Call call, DeskFrame frame) {
        Filled filled = new Filled(call.sent("name"), call.sent("language"), call.sent("period"));
        if (!call.posted()) {
            return form(frame, 200, filled, "", List.of());
        }
        String wrong = wrong(filled, frame.words());
        if (!wrong.isEmpty()) {
            return form(frame, 422, filled, wrong, List.of());
        }
        DraftUploads uploads = DraftUploads.of(call.files(), bench.now(frame.job()));
        if (!uploads.any()) {
            uploads.delete();
            return form(frame, 422, filled, frame.say("new-job.no-file"), uploads.refused());
        }
        try {
            return begun(frame, filled, uploads);
        } catch (RuntimeException notBegun) {
            uploads.delete();
            throw notBegun;
        }
    }

    /** Why no folder of this name can be made, or empty. */
    private String wrong(Filled filled, Words words) {
        try {
            String name = JobFolders.name(filled.name());
            boolean taken = name.equals(JobLoader.COMMON)
                    || Files.exists(bench.settings().jobs().resolve(name), LinkOption.NOFOLLOW_LINKS);
            return taken ? words.say("new-job.exists", name) : "";
        } catch (UnusableArgument noName) {
            return words.of(noName.text());
        }
    }

    private Answer begun(DeskFrame frame, Filled filled, DraftUploads uploads) {
        String name = filled.name();
        Optional<Language> language = Arrays.stream(Language.values())
                .filter(one -> one.name().equalsIgnoreCase(filled.language()))
                .findFirst();
        Optional<PeriodKind> period = PeriodKind.of(filled.period());
        Work work = bench.works().begin(frame.job(), frame.period(), Words.WORDS.text("work.draft", name), at -> {
            uploads.refused()
                    .forEach(file ->
                            at.say(Words.WORDS.text("upload.not-stored", Words.shown(file.name()), file.said())));
            try {
                Jibao jibao = new Jibao(bench.settings().settings().apply(name), Progress.NONE);
                return kept(new DraftedJob(name, jibao.draft(List.of(uploads.folder()), language, period)));
            } finally {
                uploads.delete();
            }
        });
        return Answer.to(frame.link("work/" + work.number()));
    }

    private DraftedJob kept(DraftedJob job) {
        if (job.made()) {
            synchronized (drafted) {
                drafted.put(job.name(), job);
                if (drafted.size() > KEPT) {
                    drafted.remove(drafted.keySet().iterator().next());
                }
            }
        }
        return job;
    }

    /** A job that this desk has drafted; a name is looked up here and is never a path. */
    private @Nullable DraftedJob drafted(String name) {
        synchronized (drafted) {
            return drafted.get(name);
        }
    }

    Answer result(Call call, DeskFrame frame) {
        DraftedJob job = drafted(call.asked("name"));
        if (job == null) {
            throw new RefusedCall(Refusal.NO_SUCH_PAGE);
        }
        return call.posted() ? corrected(call, frame, job) : result(frame, job, "", List.of());
    }

    /** One correction at a time: two of them would put back each other's text. */
    private synchronized Answer corrected(Call call, DeskFrame frame, DraftedJob job) {
        Corrections corrections = Corrections.of(folder(job));
        if (!corrections.mark().equals(call.sent("mark"))) {
            return result(frame, job, frame.say("correct.changed"), List.of());
        }
        List<Problem> problems = corrections.apply(call);
        return problems.isEmpty()
                ? Answer.to(frame.link("jobs/drafted", "name", job.name()))
                : result(frame, job, frame.say("correct.refused"), problems);
    }

    private Answer result(DeskFrame frame, DraftedJob job, String said, List<Problem> problems) {
        return Answer.html(PageTemplates.render(
                "drafted",
                Map.of(
                        "f",
                        frame,
                        "job",
                        job,
                        "corrections",
                        Corrections.of(folder(job)),
                        "said",
                        said,
                        "problems",
                        problems)));
    }

    private Path folder(DraftedJob job) {
        return bench.settings().jobs().resolve(job.name());
    }

    private static Answer form(DeskFrame frame, int status, Filled filled, String wrong, List<Uploaded> refused) {
        return Answer.html(
                status,
                PageTemplates.render(
                        "newjob",
                        Map.of(
                                "f",
                                frame,
                                "filled",
                                filled,
                                "kinds",
                                List.of(PeriodKind.values()),
                                "wrong",
                                wrong,
                                "refused",
                                refused)));
    }
}
