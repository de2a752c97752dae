package org.jibao.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.checking.CheckedReturn;
import org.jibao.checking.Checker;
import org.jibao.checking.RuleQueries;
import org.jibao.checking.SenderEvidence;
import org.jibao.collect.ApplyRules;
import org.jibao.definition.JobContents;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MarkKey;
import org.jibao.definition.Roster;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.Unit;
import org.jibao.definition.loading.JobLoader;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.Reading;
import org.jibao.reading.ReturnReader;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.store.Decision;
import org.jibao.store.Rows;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.jspecify.annotations.Nullable;

/**
 * Collects the last two quarters of the sample county in random parts and orders, with files sent again, from the
 * unit's own mailbox, another's or nobody's, with codes of templates or none, and withdrawals, admissions and reopenings between them, and compares each store with that of one collect: nothing but numbers of submissions and runs may
 * differ, now or as of earlier times.
 */
public final class SplitCollects {

    private static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");
    private static final List<Instant> EARLIER = List.of(
            Instant.parse("2026-07-08T01:00:00Z"),
            Instant.parse("2026-07-20T01:00:00Z"),
            Instant.parse("2026-10-12T01:00:00Z"));
    private static final MarkKey KEY = new MarkKey(new byte[MarkKey.LENGTH]);
    private static final List<Decision.Kind> KINDS =
            List.of(Decision.Kind.WITHDRAW, Decision.Kind.ADMIT, Decision.Kind.REOPEN, Decision.Kind.WITHDRAW);
    private static final Period WORKED_ON = Period.parse("2026Q3").orElseThrow();

    private final JobDefinition job;
    private final Path folder;
    private final long seed;
    private final List<InboxFile> files;
    private final Map<String, Reading> readings = new HashMap<>();
    private final Function<InboxFile, Reading> reader;

    /** An officer's decision about what was sent under a name. */
    private record Ruling(Decision.Kind kind, String file, Instant at) {}

    public SplitCollects(Path jobs, Path inbox, Path folder, long seed) throws IOException {
        this.job = withSenders(withFewerRules(JobLoader.load(jobs.resolve("quarterly-disclosure"))));
        this.folder = folder;
        this.seed = seed;
        ReturnReader returns = new ReturnReader(job, Limits.standard());
        this.reader = returns::read;
        List<InboxFile> all = withSentAgain(Inbox.walked(inbox).listing(Limits.standard(), job.zone()).files().stream()
                .filter(file -> file.name().startsWith("2026Q2") || file.name().startsWith("2026Q3"))
                .toList());
        this.files = all.stream().map(this::sent).toList();
    }

    /** Every unit has a mailbox. */
    private static JobDefinition withSenders(JobDefinition job) {
        return job.withRoster(new Roster(job.roster().units().stream()
                .map(unit -> new Unit(
                        unit.code(),
                        unit.name(),
                        unit.kind(),
                        unit.parent(),
                        unit.aliases(),
                        unit.activeFrom(),
                        unit.activeTo(),
                        unit.predecessors(),
                        unit.contact(),
                        List.of(mailbox(unit))))
                .toList()));
    }

    private static String mailbox(Unit unit) {
        return unit.code() + "@county.example";
    }

    /** The unit's own for a third of what it sends, another's for a few, one that nobody knows for some; else nobody says. */
    private InboxFile sent(InboxFile file) {
        if (!(read(file) instanceof Reading.Read read)) {
            return file;
        }
        List<Unit> units = job.roster().units();
        Random random = new Random(seed ^ file.name().hashCode());
        int chance = random.nextInt(30);
        if (chance < 10) {
            return file.from(mailbox(read.document().unit()));
        }
        if (chance == 10) {
            return file.from(mailbox(units.get(random.nextInt(units.size()))));
        }
        return chance == 11 ? file.from("nobody@elsewhere.example") : file;
    }

    /** The unit's own for a fifth, another's for a few, one that is none for some. */
    private @Nullable String code(InboxFile file, ReturnDocument document) {
        Random random = new Random(seed ^ ~file.name().hashCode());
        List<Unit> units = job.roster().units();
        String period = document.period().code();
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> KEY.code(job.id(), document.unit().code(), period);
            case 4 -> KEY.code(job.id(), units.get(random.nextInt(units.size())).code(), period);
            case 5 -> "none";
            default -> null;
        };
    }

    /** The rules that look at other returns and a tenth of the others, which look at one return alone: no order changes them. */
    public static JobDefinition withFewerRules(JobDefinition job) {
        Set<String> looking = Set.copyOf(new RuleQueries(job).looking());
        List<RuleDefinition> kept = new ArrayList<>();
        for (int i = 0; i < job.rules().size(); i++) {
            RuleDefinition rule = job.rules().get(i);
            if (looking.contains(rule.id()) || i % 10 == 0) {
                kept.add(rule);
            }
        }
        JobContents contents = new JobContents(job.forms(), kept, job.metrics(), job.reference(), job.summary());
        return new JobDefinition(
                job.id(),
                job.folder(),
                job.title(),
                job.version(),
                job.periodKind(),
                job.due(),
                job.openFor(),
                job.zone(),
                job.schedule(),
                job.fileName(),
                job.limits(),
                job.delivery(),
                job.unitKinds(),
                job.owedBy(),
                job.roster(),
                () -> contents,
                job.quoted(),
                job.digest(),
                job.fingerprint());
    }

    /** Every ninth file comes again, under another name; every third of these twice. */
    private List<InboxFile> withSentAgain(List<InboxFile> sent) {
        List<InboxFile> all = new ArrayList<>(sent);
        Random random = new Random(seed);
        for (int i = 0; i < sent.size(); i += 9) {
            InboxFile file = sent.get(random.nextInt(sent.size()));
            for (int copy = 0; copy <= i % 3; copy++) {
                long days = 1 + random.nextInt(20);
                Instant later = file.receivedAt().plusSeconds(days * 86_400);
                all.add(new InboxFile(
                        file.path(),
                        file.name() + " (" + copy + i + ")",
                        file.size(),
                        file.sha256(),
                        later.isBefore(NOW) ? later : NOW,
                        file.container(),
                        file.defect()));
            }
        }
        return all;
    }

    private Reading read(InboxFile file) {
        Reading known = readings.computeIfAbsent(file.sha256() + file.fileName(), key -> reader.apply(file));
        if (known instanceof Reading.Rejected rejected) {
            return new Reading.Rejected(file, rejected.reason(), rejected.owner());
        }
        ReturnDocument document = ((Reading.Read) known).document();
        return new Reading.Read(new ReturnDocument(
                file,
                document.unit(),
                document.period(),
                document.formVersion(),
                code(file, document),
                document.cover(),
                document.observations(),
                document.entries(),
                document.explanations(),
                document.findings()));
    }

    /** Withdraws some of what came, lets some in and opens the period again for some of it, at times after it had come. */
    private List<Ruling> rulings() {
        Random random = new Random(seed + 1);
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            InboxFile file = files.get(random.nextInt(files.size()));
            Instant at = file.receivedAt().plusSeconds(3600L * (1 + random.nextInt(400)));
            rulings.add(new Ruling(KINDS.get(i % KINDS.size()), file.name(), at.isBefore(NOW) ? at : NOW));
        }
        return rulings;
    }

    /**
     * Compares so many random orders.
     *
     * @return the first difference, or an empty text
     */
    public String compare(int rounds, PrintStream out) throws IOException {
        Map<String, Rows> whole = contents(List.of(files), rulings(), "whole");
        for (int round = 1; round <= rounds; round++) {
            Random random = new Random(seed + 100L * round);
            List<InboxFile> shuffled = new ArrayList<>(files);
            Collections.shuffle(shuffled, random);
            List<List<InboxFile>> parts = new ArrayList<>();
            for (int from = 0; from < shuffled.size(); ) {
                int to = Math.min(shuffled.size(), from + 1 + random.nextInt(shuffled.size()));
                parts.add(shuffled.subList(from, to));
                from = to;
            }
            List<Ruling> rulings = new ArrayList<>(rulings());
            Collections.shuffle(rulings, random);
            Map<String, Rows> split = contents(parts, rulings, "split");
            for (String part : whole.keySet()) {
                String difference =
                        difference(Objects.requireNonNull(whole.get(part)), Objects.requireNonNull(split.get(part)));
                if (!difference.isEmpty()) {
                    return "seed " + seed + ", round " + round + ", " + parts.size() + " collects: " + part
                            + difference;
                }
            }
            if (round % 50 == 0) {
                out.println(round + " orders alike");
            }
        }
        return "";
    }

    private static String difference(Rows one, Rows other) {
        List<String> here =
                new ArrayList<>(one.rows().stream().map(String::valueOf).toList());
        List<String> there =
                new ArrayList<>(other.rows().stream().map(String::valueOf).toList());
        List<String> both = new ArrayList<>(here);
        there.forEach(here::remove);
        both.forEach(there::remove);
        return here.isEmpty() && there.isEmpty()
                ? ""
                : " in one collect " + here.stream().limit(4).toList() + ", in parts "
                        + there.stream().limit(4).toList();
    }

    /**
     * Takes parts in as the steps of a collect do, without what does not decide anything: the batch job around them and the
     * snapshot. A decision is entered as soon as its file is in the store, whatever else has come by then.
     */
    private Map<String, Rows> contents(List<List<InboxFile>> parts, List<Ruling> rulings, String name)
            throws IOException {
        Path file = folder.resolve(name + ".duckdb");
        List<Ruling> left = new ArrayList<>(rulings);
        Checker checker = new Checker(job);
        Timeliness timeliness = new Timeliness(job, WorkingDays.china());
        SenderEvidence senders = new SenderEvidence(job, Optional.of(KEY));
        try (Store store = FreshStore.open(file)) {
            store.define(job, List.of(WORKED_ON), WorkingDays.china());
            for (List<InboxFile> part : parts) {
                List<CheckedReturn> returns = part.stream()
                        .map(received -> senders.judge(timeliness.judge(checker.check(read(received)))))
                        .toList();
                store.inTransaction(() -> store.submissions(job, NOW).write(returns));
                store.inTransaction(() -> {
                    store.define(job, List.of(WORKED_ON), WorkingDays.china());
                    new ApplyRules(store, job, NOW, Progress.NONE).run();
                });
                left.removeIf(ruling -> entered(store, ruling));
            }
            return contents(store);
        } finally {
            remove();
        }
    }

    private boolean entered(Store store, Ruling ruling) {
        List<List<Object>> rows = new ArrayList<>();
        store.sql()
                .query(
                        "SELECT id, unit, period FROM intake.submission WHERE file = ? AND unit IS NOT NULL AND period IS NOT NULL",
                        ruling.file())
                .rows()
                .forEach(row -> rows.add(new ArrayList<>(row)));
        if (rows.isEmpty()) {
            return false;
        }
        List<Object> row = rows.get(0);
        String period = String.valueOf(row.get(2));
        store.inTransaction(() -> {
            store.decisions(job, ruling.at())
                    .add(new Decision(
                            ruling.kind(),
                            String.valueOf(row.get(1)),
                            period,
                            ruling.kind() != Decision.Kind.REOPEN ? (Long) row.get(0) : null,
                            null,
                            null,
                            null,
                            null,
                            "reason",
                            "officer"));
            new ApplyRules(store, job, NOW, Progress.NONE)
                    .runAfterDecision(Period.parse(period).orElseThrow());
        });
        return true;
    }

    private Map<String, Rows> contents(Store store) {
        Map<String, Rows> contents = new TreeMap<>();
        query(store, contents, "submissions", """
                SELECT s.* EXCLUDE (id, duplicate_of, superseded_by, decided_at), d.file, n.file
                FROM intake.submission s
                LEFT JOIN intake.submission d ON d.id = s.duplicate_of
                LEFT JOIN intake.submission n ON n.id = s.superseded_by""");
        query(store, contents, "judgements", """
                SELECT s.file, j.* EXCLUDE (submission)
                FROM intake.judgement j JOIN intake.submission s ON s.id = j.submission""");
        query(store, contents, "findings", """
                SELECT s.file, f.* EXCLUDE (submission)
                FROM intake.finding f JOIN intake.submission s ON s.id = f.submission""");
        query(store, contents, "observations", """
                SELECT s.file, count(*), sum(o.value), bit_xor(hash(o.form, o."row", o."column", o.value, o.raw, o.cell))
                FROM intake.observation o JOIN intake.submission s ON s.id = o.submission
                GROUP BY s.file""");
        for (Instant moment : Stream.concat(EARLIER.stream(), Stream.of(NOW)).toList()) {
            contents.put(
                    "standing at " + moment,
                    store.sql()
                            .query(
                                    "SELECT file, unit, period, revision, standing, verdict, first_received_at, decided_at"
                                            + " FROM intake.standing_at(?) ORDER BY ALL",
                                    moment));
            contents.put(
                    "held at " + moment,
                    store.sql()
                            .query(
                                    "SELECT file, why, against_unit, counted_file FROM intake.held_at(?) ORDER BY ALL",
                                    moment));
            contents.put(
                    "replaced at " + moment,
                    store.sql()
                            .query(
                                    "SELECT o.file, n.file AS newer FROM intake.replaced_at(?) r"
                                            + " JOIN intake.submission o ON o.id = r.older"
                                            + " JOIN intake.submission n ON n.id = r.newer ORDER BY ALL",
                                    moment));
            contents.put("state at " + moment, store.sql().query(StateDigest.ofState(), job.id(), moment));
            if (!moment.equals(NOW) && !moment.equals(EARLIER.get(1))) {
                continue;
            }
            store.parameter(job.id(), WORKED_ON, moment);
            query(
                    store,
                    contents,
                    "reporting at " + moment,
                    "SELECT * EXCLUDE (submission) FROM returns.reporting_unit");
            query(store, contents, "findings at " + moment, "SELECT * EXCLUDE (submission) FROM returns.findings");
        }
        return contents;
    }

    private static void query(Store store, Map<String, Rows> contents, String name, String sql) {
        contents.put(name, store.sql().query(sql + " ORDER BY ALL"));
    }

    private void remove() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(Files::isRegularFile).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** {@code [rounds [seed [jobs inbox]]]}; exits with 1 at the first difference. */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("seed " + seed);
        long begun = System.nanoTime();
        Path folder = Files.createTempDirectory("split-collects");
        String difference = new SplitCollects(
                        Path.of("jobs"), Path.of("sample-data/county/quarterly-disclosure"), folder, seed)
                .compare(rounds, out);
        out.println(
                difference.isEmpty()
                        ? rounds + " random splits and orders, nothing differs; "
                                + (System.nanoTime() - begun) / 1_000_000_000 + " s"
                        : difference);
        System.exit(difference.isEmpty() ? 0 : 1);
    }
}
