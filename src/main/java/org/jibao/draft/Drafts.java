package org.jibao.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Problem;
import org.jibao.definition.loading.JobLoader;
import org.jibao.definition.loading.ProblemsException;
import org.jibao.draft.Checks.Check;
import org.jibao.draft.DraftOutcome.DraftRequest;
import org.jibao.draft.DraftOutcome.DraftRoster;
import org.jibao.draft.SelfCheck.Checked;
import org.jibao.draft.Sources.Source;
import org.jibao.finding.Wording;
import org.jibao.run.Failures;
import org.jibao.run.JobFolders;
import org.jibao.run.UnusableArgument;
import org.jibao.verify.Verification;
import org.jspecify.annotations.Nullable;

/** Drafts job folders from forms. */
public final class Drafts {

    private static final Wording WORDS = Wording.of(Drafts.class);

    /** With each try something is left out. */
    private static final int MOST_TRIES = 4;

    private final LocalDate today;
    private final Function<JobDefinition, List<Problem>> verifier;

    /** @param today the day in whose period blank forms are tried */
    public Drafts(LocalDate today) {
        this(today, job -> new Verification(job).withoutSummary().problems());
    }

    /** @param verifier finds the mistakes of a folder */
    Drafts(LocalDate today, Function<JobDefinition, List<Problem>> verifier) {
        this.today = today;
        this.verifier = verifier;
    }

    /**
     * Writes a new job folder, or says why the forms give none.
     *
     * @throws UnusableArgument where the name is taken or no name, or there is no file
     */
    public DraftOutcome draft(DraftRequest request) {
        Path place = request.jobs().resolve(JobFolders.name(request.name()));
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) || request.name().equals(JobLoader.COMMON)) {
            throw FolderWriter.exists(place);
        }
        Sources sources = Sources.of(request.from());
        List<Remark> remarks = new ArrayList<>(sources.remarks());
        Group group = Group.of(sources.all(), remarks);
        if (group == null) {
            sources.all().forEach(source -> source.workbook()
                    .seen()
                    .forEach(seen -> remarks.add(Remark.look(
                            WORDS.text("file.seen", source.file().name(), seen.text()), seen.sheet(), seen.cell()))));
            return DraftOutcome.nothing(remarks);
        }
        try {
            Files.createDirectories(request.jobs());
            return write(request, group, sources.all(), remarks);
        } catch (IOException e) {
            throw Failures.output(e);
        } catch (UncheckedIOException e) {
            throw Failures.output(java.util.Objects.requireNonNull(e.getCause()));
        }
    }

    /**
     * The units that returns, or lists of units, name.
     *
     * @throws UnusableArgument where there is no file
     */
    public static DraftRoster roster(List<Path> from) {
        Sources sources = Sources.of(from);
        Units units = Units.of(sources.all());
        List<Remark> remarks = new ArrayList<>(sources.remarks());
        remarks.addAll(units.remarks());
        return new DraftRoster(units.none() ? "" : units.csv(), units.size(), remarks);
    }

    private DraftOutcome write(DraftRequest request, Group group, List<Source> all, List<Remark> remarks)
            throws IOException {
        try (FolderWriter writer = new FolderWriter(request.jobs(), request.name())) {
            Attempt attempt = new Attempt(request, group, all, remarks);
            Readable read = readable(writer, attempt, attempt.draft(), group.model());
            if (read == null) {
                return DraftOutcome.nothing(remarks);
            }
            JobDraft first = attempt.checked(read.draft());
            Checked model = read.model();
            List<Map<String, BigDecimal>> figures = new ArrayList<>();
            try (SelfCheck check = new SelfCheck(read.job())) {
                for (Source source : group.members()) {
                    Period period = attempt.periodOf(source).orElse(Period.containing(first.period(), today));
                    Checked checked =
                            source == group.model() ? model : check.read(source.file(), period, first.forms());
                    figures.add(checked.values());
                    checked.layout().forEach(finding -> remarks.add(SelfCheck.remark(source.file(), finding)));
                }
            }
            List<Check> checks = new SpokenTotals(first.checks(), figures, remarks).of(first.forms());
            JobDraft whole = first;
            JobDefinition job = null;
            for (JobDraft way : attempt.counted(first, checks)) {
                job = job == null ? verified(writer, way) : job;
                whole = job == null ? whole : way;
                if (job != null) {
                    break;
                }
            }
            job = job == null ? loaded(writer, first.counting(checks, ""), remarks) : job;
            Path folder = writer.settle();
            long counted = whole.figures()
                    .lines()
                    .filter(line -> line.startsWith("    label:"))
                    .count();
            return new DraftOutcome(
                    Optional.of(folder),
                    remarks,
                    whole.forms().size(),
                    model.cells(),
                    model.found(),
                    whole.checks().size(),
                    (int) counted,
                    job.roster().units().size(),
                    SheetMarks.of(group.model().workbook().sheets(), whole.forms()));
        }
    }

    /**
     * A draft of which everything is read again.
     *
     * @param job its forms alone
     * @param model how the file that it was made from was read with them
     */
    private record Readable(JobDraft draft, JobDefinition job, Checked model) {}

    /** The draft without what is not read again in the file that it was made from; null where nothing is left. */
    private @Nullable Readable readable(FolderWriter writer, Attempt attempt, JobDraft draft, Source model)
            throws IOException {
        JobDraft tried = accepted(writer, draft, attempt.remarks());
        if (tried == null) {
            return null;
        }
        Period period = attempt.periodOf(model).orElse(Period.containing(draft.period(), today));
        for (int tries = 0; ; tries++) {
            JobDefinition job = bare(writer, tried);
            Checked checked;
            try (SelfCheck check = new SelfCheck(job)) {
                checked = check.read(model.file(), period, tried.forms());
            }
            if (tries == MOST_TRIES) {
                return new Readable(tried, job, checked);
            }
            List<DraftForm> forms = new Misread(checked, attempt.remarks()).without(tried.forms());
            if (forms.stream().allMatch(DraftForm.Cover.class::isInstance)) {
                return null;
            }
            if (forms.equals(tried.forms())) {
                return new Readable(tried, job, checked);
            }
            tried = tried.only(forms);
        }
    }

    /** The draft without forms that the loader refuses; they are named. Null where none is left. */
    private static @Nullable JobDraft accepted(FolderWriter writer, JobDraft draft, List<Remark> remarks)
            throws IOException {
        JobDraft tried = draft;
        while (true) {
            Path folder = writer.write(tried.withoutChecks().withoutFigures().files());
            try {
                JobLoader.load(folder);
                return tried;
            } catch (ProblemsException e) {
                Set<String> refused = new HashSet<>();
                for (Problem problem : e.problems()) {
                    Path file = Path.of(problem.file());
                    boolean form = file.startsWith("forms");
                    if (form && refused.add(file.getFileName().toString().replace(".yaml", ""))) {
                        remarks.add(
                                Remark.look(WORDS.text("draft.refused", problem.file(), problem.message()), "", ""));
                    }
                }
                if (refused.isEmpty()) {
                    throw e;
                }
                tried = tried.without(refused);
                if (tried.forms().stream().allMatch(DraftForm.Cover.class::isInstance)) {
                    return null;
                }
            }
        }
    }

    /** Its forms alone, which are enough to read with. */
    private static JobDefinition bare(FolderWriter writer, JobDraft draft) throws IOException {
        return JobLoader.load(
                writer.write(draft.withoutChecks().withoutFigures().files()));
    }

    /** Null where something in it is refused. */
    private @Nullable JobDefinition verified(FolderWriter writer, JobDraft draft) throws IOException {
        try {
            JobDefinition job = JobLoader.load(writer.write(draft.files()));
            return verifier.apply(job).isEmpty() ? job : null;
        } catch (ProblemsException refused) {
            return null;
        }
    }

    /** With all that the forms show; where a check is refused, without them. */
    private JobDefinition loaded(FolderWriter writer, JobDraft draft, List<Remark> remarks) throws IOException {
        JobDefinition job = verified(writer, draft);
        if (job != null) {
            return job;
        }
        JobDraft bare = draft.withoutChecks().withoutFigures();
        try {
            JobLoader.load(writer.write(draft.files()));
        } catch (ProblemsException e) {
            e.problems()
                    .forEach(problem -> remarks.add(
                            Remark.look(WORDS.text("draft.refused", problem.file(), problem.message()), "", "")));
        }
        return JobLoader.load(writer.write(bare.files()));
    }
}
