package org.jibao.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.checking.RuleQueries;
import org.jibao.checking.RuleQueries.RuleQuery;
import org.jibao.definition.Example;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Problem;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.loading.ExampleLoader;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.metrics.ExampleRunner;
import org.jibao.metrics.MetricException;
import org.jibao.metrics.MetricRunner;
import org.jibao.metrics.Metrics;
import org.jibao.run.Failures;
import org.jibao.run.JobSyntax.RuleSyntax;
import org.jibao.run.JobSyntax.SelectSyntax;
import org.jibao.run.ProgramVersion;
import org.jibao.run.RosterNames;
import org.jibao.store.Store;
import org.jibao.store.StoreException;
import org.jibao.store.StoreSettings;
import org.jibao.summary.SummaryRequest;
import org.jibao.summary.SummaryWriter;
import org.jibao.summary.bulletin.BulletinTemplate;
import org.jibao.summary.bulletin.BulletinWriter;

/** Tries a job folder out on a store of its own: rules and metrics on nothing, then every example. */
public final class Verification {
    private static final Wording WORDS = Wording.of(Verification.class);

    private final JobDefinition job;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();

    public Verification(JobDefinition job) {
        this.job = job;
    }

    public VerifyReport report() {
        return report(true);
    }

    /**
     * The same without the workbook of a summary, whose tables are the same for every job that does not declare its own: for a
     * folder that has just been made by rule.
     */
    public VerifyReport withoutSummary() {
        return report(false);
    }

    private VerifyReport report(boolean summary) {
        List<Example> examples = ExampleLoader.load(job);
        problems.addAll(RosterNames.problems(job.roster()));
        List<Problem> ofBulletin = ofBulletin();
        inPassing(store -> {
            List<Problem> selects = SelectSyntax.problems(store.sql(), job);
            problems.addAll(RuleSyntax.problems(store.sql(), job));
            problems.addAll(selects);
            if (problems.stream().allMatch(problem -> problem.file()
                    .equals(job.roster().origin().file()))) {
                onNothing(store, summary);
            }
            // A statement that is refused is refused in each example again, which says nothing new.
            if (selects.isEmpty()) {
                examples.forEach(example -> holds(store, example));
            }
        });
        problems.addAll(ofBulletin);
        return new VerifyReport(
                job.id(),
                job.roster().units().size(),
                job.forms().size(),
                job.rules().size(),
                job.metrics().size(),
                examples.size(),
                problems,
                List.copyOf(warnings));
    }

    private void onNothing(Store store, boolean summary) {
        Instant now = Instant.now();
        Period period = job.periods().containing(now.atZone(job.zone()).toLocalDate());
        problems.addAll(new RuleTrial(store, job, period).problems());
        attempt(store, () -> {
            store.define(job, List.of(period), WorkingDays.china());
            MetricRunner metrics = new MetricRunner(store.sql(), job);
            if (summary) {
                summarise(metrics.run(period, now));
            } else {
                metrics.compute(period, now);
            }
        });
    }

    /** What the tables give must do for every sheet and the bulletin: both are written, and thrown away. */
    private void summarise(Metrics metrics) {
        List<Language> languages = job.summary().sheets().isEmpty() ? List.of() : job.languages();
        for (Language language : languages) {
            SummaryRequest request = new SummaryRequest(
                    job, metrics.period(), metrics.asOf(), metrics.tables(), language, ProgramVersion.current(), "");
            try {
                inPassing(".xlsx", draft -> new SummaryWriter().write(request, draft));
                if (SummaryWriter.hasData(job.summary())) {
                    inPassing(".xlsx", draft -> new SummaryWriter().writeData(request, draft));
                }
                inPassing(".docx", draft -> new BulletinWriter().write(request, draft));
            } catch (IOException e) {
                throw Failures.output(e);
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                problems.add(new Problem("summary.yaml", 1, unfit(e)));
            }
            if (!problems.isEmpty()) {
                return;
            }
        }
    }

    private interface Written {
        void to(Path draft) throws IOException;
    }

    private static void inPassing(String ending, Written work) throws IOException {
        Path draft = Files.createTempFile("jibao-verify", ending);
        try {
            work.to(draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private List<Problem> ofBulletin() {
        try {
            return BulletinTemplate.problems(job);
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    private static Text unfit(RuntimeException e) {
        return WORDS.text("verify.unfit", String.valueOf(e.getMessage()));
    }

    private void holds(Store store, Example example) {
        attempt(store, () -> {
            store.define(job.withRoster(example.roster()), example.periods(), WorkingDays.china());
            problems.addAll(new ExampleRunner(store.sql(), job).run(example));
            new MetricRunner(store.sql(), job)
                    .tables(example.period(), table -> DrawnTotals.concern(job, table))
                    .forEach(table ->
                            warnings.addAll(DrawnTotals.warnings(job.summary().charts(), table)));
        });
    }

    private void attempt(Store store, Runnable work) {
        try {
            store.inTransactionThatIsUndone(() -> {
                work.run();
                return true;
            });
        } catch (MetricException e) {
            problems.add(new Problem(e.file(), 1, e.text()));
        }
    }

    /** With a store in the machine's temporary folder, removed afterwards. */
    private static void inPassing(java.util.function.Consumer<Store> work) {
        try {
            Path folder = Files.createTempDirectory("jibao-verify");
            try (Store store = Store.openForFigures(folder.resolve("verify.duckdb"), StoreSettings.DEFAULT)) {
                work.accept(store);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Runs every rule once where nothing is pending, those over other periods and other returns too: names are checked before,
     * but whether the types on both sides go together, only the engine can say.
     */
    static final class RuleTrial {

        /** How the engine begins when the types do not go together. */
        private static final Pattern REFUSAL = Pattern.compile("Binder Error: ([^\\n]*?)\\.?\\. Nothing of it");

        private final Store store;
        private final JobDefinition job;
        private final Period period;

        RuleTrial(Store store, JobDefinition job, Period period) {
            this.store = store;
            this.job = job;
            this.period = period;
        }

        /** Every rule that the engine refuses. A refusal ends the transaction, so that each begins the trial of the rest anew. */
        List<Problem> problems() {
            Map<String, Problem> refused = new LinkedHashMap<>();
            while (store.inTransactionThatIsUndone(() -> findsAnother(refused))) {
                // until none is left that is refused
            }
            return List.copyOf(refused.values());
        }

        private boolean findsAnother(Map<String, Problem> refused) {
            store.define(job, List.of(period), WorkingDays.china());
            RuleQueries rules = new RuleQueries(job);
            Stream.of(
                            rules.prepare(0),
                            rules.cases(period, codes()),
                            rules.preparePrevious(period.code(), 0),
                            rules.prepareBeyond(period))
                    .flatMap(List::stream)
                    .forEach(statement -> store.sql().execute(statement));
            return Stream.of(rules.within(), rules.across(), rules.beyond())
                    .flatMap(List::stream)
                    .filter(query -> !refused.containsKey(query.rule().id()))
                    .anyMatch(query -> refuses(query, refused));
        }

        private List<String> codes() {
            return job.roster().codes();
        }

        private boolean refuses(RuleQuery query, Map<String, Problem> refused) {
            try {
                store.sql().query(query.sql());
                return false;
            } catch (StoreException e) {
                Matcher refusal = REFUSAL.matcher(e.text().en());
                if (!refusal.find()) {
                    throw e;
                }
                refused.put(query.rule().id(), problem(query.rule(), refusal.group(1)));
                return true;
            }
        }

        private static Problem problem(RuleDefinition rule, String refusal) {
            return new Problem(rule.file(), rule.line(), WORDS.text("rule.not-computed", rule.id(), refusal));
        }
    }

    /**
     * What trying a job folder out has shown.
     *
     * @param problems every mistake, once; empty where the folder can be used
     * @param warnings what is probably not meant
     */
    public record VerifyReport(
            String job,
            int units,
            int forms,
            int rules,
            int metrics,
            int examples,
            List<Problem> problems,
            List<Problem> warnings) {

        public VerifyReport {
            problems = problems.stream().distinct().toList();
            warnings = List.copyOf(warnings);
        }
    }
}
