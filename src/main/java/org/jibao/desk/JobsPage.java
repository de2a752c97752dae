package org.jibao.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.app.Jibao;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Problem;
import org.jibao.definition.loading.ProblemsException;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.desk.http.Refusal;
import org.jibao.desk.http.RefusedCall;
import org.jibao.run.JobFolders;
import org.jibao.run.OperationalFailure;
import org.jibao.run.UnusableArgument;
import org.jibao.verify.EffectiveSummary;
import org.jibao.verify.Verification.VerifyReport;
import org.jspecify.annotations.Nullable;

/**
 * The job folders: which there are, and what is in the chosen one. A folder with mistakes is shown with all of them.
 */
final class JobsPage implements Page {

    private final Bench bench;
    private final NewJobPage newJob;

    JobsPage(Bench bench) {
        this.bench = bench;
        this.newJob = new NewJobPage(bench);
    }

    /** One job of the list; the title is empty where {@code job.yaml} has mistakes. */
    record JobLine(String name, String title) {}

    /**
     * What is in the chosen folder.
     *
     * @param facts numbers of units, forms, rules and metrics; empty where the folder has mistakes
     * @param problems mistakes that loading finds
     * @param failure why the folder cannot be read at all, or empty
     * @param summary its effective summary, or empty
     */
    record Chosen(List<Integer> facts, List<Problem> problems, String failure, String summary) {}

    @Override
    public Answer answer(Call call, DeskFrame frame) {
        return switch (call.at(3)) {
            case "" -> page(frame);
            case "new" -> newJob.answer(call, frame);
            case "drafted" -> newJob.result(call, frame);
            case "verify" -> verified(call, frame);
            default -> throw new RefusedCall(Refusal.NO_SUCH_PAGE);
        };
    }

    private Answer verified(Call call, DeskFrame frame) {
        boolean readable = !frame.period().isEmpty();
        if (!call.posted() || !readable) {
            return Answer.to(frame.link("jobs"));
        }
        Work work = bench.begin(frame, Words.WORDS.text("work.verify"), jibao -> report(jibao, frame.job()));
        return Answer.to(frame.link("work/" + work.number()));
    }

    /** Mistakes that keep the folder from loading are a report as well. */
    private static VerifyReport report(Jibao jibao, String job) {
        try {
            return jibao.verify();
        } catch (ProblemsException mistakes) {
            return new VerifyReport(job, 0, 0, 0, 0, 0, mistakes.problems(), List.of());
        }
    }

    private Answer page(DeskFrame frame) {
        List<JobLine> jobs = new ArrayList<>();
        frame.jobs().forEach(job -> jobs.add(new JobLine(job, title(job, frame))));
        return Answer.html(PageTemplates.render(
                "jobs",
                Map.of(
                        "f",
                        frame,
                        "jobs",
                        jobs,
                        "chosen",
                        chosen(frame),
                        "report",
                        Optional.ofNullable(lastReport(frame)))));
    }

    private String title(String job, DeskFrame frame) {
        try {
            return frame.words()
                    .of(JobFolders.head(bench.settings().jobs(), job).title());
        } catch (ProblemsException | UnusableArgument | OperationalFailure mistakes) {
            return "";
        }
    }

    private Chosen chosen(DeskFrame frame) {
        try {
            JobDefinition job = JobFolders.load(bench.settings().jobs(), frame.job());
            List<Integer> facts = List.of(
                    job.roster().units().size(),
                    job.forms().size(),
                    job.rules().size(),
                    job.metrics().size());
            return new Chosen(facts, List.of(), "", EffectiveSummary.of(job));
        } catch (ProblemsException mistakes) {
            return new Chosen(List.of(), mistakes.problems(), "", "");
        } catch (UnusableArgument | OperationalFailure failure) {
            return new Chosen(List.of(), List.of(), frame.words().of(Reasons.of(failure)), "");
        }
    }

    /** What the last trial of this job on this desk has shown, or null. */
    private @Nullable VerifyReport lastReport(DeskFrame frame) {
        return bench.works().all().stream()
                .filter(work -> work.job().equals(frame.job()))
                .map(work -> work.standing().outcome())
                .filter(VerifyReport.class::isInstance)
                .map(VerifyReport.class::cast)
                .findFirst()
                .orElse(null);
    }
}
