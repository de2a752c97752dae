package org.jibao.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jibao.finding.Text;
import org.jibao.run.ledger.RunEnd;
import org.jibao.run.ledger.RunEntry;
import org.jibao.run.ledger.RunLedger;
import org.jibao.run.ledger.RunRecord;
import org.jibao.schedule.Scheduler.Due;
import org.jibao.schedule.Scheduler.NextRun;
import org.jibao.schedule.Scheduler.NightWork;
import org.jibao.schedule.Scheduler.ScheduleSettings;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler on a clock that only its own sleeping moves, over a folder of jobs and a real ledger. A run takes no time and
 * leaves its two lines in the ledger.
 */
final class Nights implements NightWork {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** A process number beyond what any system gives. */
    private static final long NOBODY = Long.MAX_VALUE;

    private final Path root;
    private final List<String> said = new ArrayList<>();
    private final Map<Instant, Instant> jumps = new TreeMap<>();
    private final Map<Instant, Runnable> events = new TreeMap<>();
    private final Set<String> failing = new java.util.TreeSet<>();
    private Instant now = Instant.EPOCH;
    private Duration quiet = Duration.ZERO;
    private int serial;

    Nights(Path root) {
        this.root = root;
    }

    /** A job of one form and one unit, none of whose runs is ever really done. */
    void job(String name, String schedule) {
        try {
            Path folder = Files.createDirectories(root.resolve("jobs").resolve(name));
            Path shipped = Path.of("jobs/quarterly-disclosure");
            Files.createDirectories(folder.resolve("forms"));
            Files.copy(
                    shipped.resolve("forms/cover.yaml"),
                    folder.resolve("forms/cover.yaml"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(
                    folder.resolve("units.csv"),
                    "code,name,kind,parent,aliases,active_from,active_to\nA1,第一街道,street,,,,\n");
            Files.writeString(folder.resolve("job.yaml"), """
                    title: {zh: 任务, en: Job}
                    version: "1"
                    period: quarter
                    due: {day: 10, shift: none}
                    open-for: 60
                    time-zone: Asia/Shanghai
                    schedule: "%s"
                    file-name: '^(?<unit>.+)_(?<period>.+)$'
                    unit-kinds: {street: {zh: 街道, en: Subdistricts}}
                    owed-by: [street]
                    roster: units.csv
                    forms: [cover]
                    metrics: []
                    """.formatted(schedule));
            Files.setLastModifiedTime(
                    folder.resolve("job.yaml"), java.nio.file.attribute.FileTime.fromMillis(1_000L * ++serial));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void breakForm(String job) throws IOException {
        Files.writeString(root.resolve("jobs").resolve(job).resolve("forms/cover.yaml"), "layout: cvoer\n");
    }

    void failing(String job) {
        failing.add(job);
    }

    void watching(Duration time) {
        quiet = time;
    }

    /** Somebody sets the clock. */
    void jump(String from, String to) {
        jumps.put(time(from), time(to));
    }

    void at(String local, Runnable event) {
        events.put(time(local), event);
    }

    Path inbox(String job) {
        return root.resolve("inbox").resolve(job);
    }

    /** Starts the schedule anew and stops it at a time; gives what it has said. */
    List<String> between(String start, String end) {
        said.clear();
        now = time(start);
        ScheduleSettings settings = new ScheduleSettings(
                root.resolve("jobs"),
                List.of(),
                store(),
                this::inbox,
                Optional.of(quiet).filter(time -> !time.isZero()));
        Map<String, Scheduler> made = new HashMap<>();
        Scheduler scheduler = new Scheduler(settings, this, new WallClock(), time -> {
            pass(time);
            if (!now.isBefore(time(end))) {
                java.util.Objects.requireNonNull(made.get("scheduler")).stop();
            }
        });
        made.put("scheduler", scheduler);
        scheduler.run();
        return List.copyOf(said);
    }

    /** A night that another process has in the ledger. */
    void noted(String job, String begun, RunRecord.@Nullable State state) {
        note(job, time(begun), state);
    }

    private Path store() {
        return root.resolve("jibao.duckdb");
    }

    private void pass(Duration time) {
        Instant next = now.plus(time);
        for (Instant jump : List.copyOf(jumps.keySet())) {
            if (!jump.isAfter(next)) {
                next = java.util.Objects.requireNonNull(jumps.remove(jump));
            }
        }
        now = next;
        for (Instant event : List.copyOf(events.keySet())) {
            if (!event.isAfter(now)) {
                java.util.Objects.requireNonNull(events.remove(event)).run();
            }
        }
    }

    private void note(String job, Instant begun, RunRecord.@Nullable State state) {
        try {
            RunLedger ledger = RunLedger.beside(store());
            RunEntry run = new RunEntry("run-" + ++serial, "nightly", job, begun, begun, NOBODY, "test");
            ledger.begin(run);
            if (state != null) {
                Text why = state == RunRecord.State.DONE ? null : new Text("因故", "why");
                ledger.end(
                        run,
                        new RunEnd(
                                begun, state, why, Map.of(), List.of(), null, List.of(), List.of(), 0, Map.of(), 0,
                                null, null, List.of()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void run(Due due) {
        said.add(local(now) + " " + due.job() + " " + due.cause() + " " + local(due.time()));
        note(due.job(), now, failing.contains(due.job()) ? RunRecord.State.FAILED : RunRecord.State.DONE);
        if (failing.contains(due.job())) {
            throw new IllegalStateException("no disk");
        }
    }

    @Override
    public void deliver(String job) {}

    @Override
    public void failed(String job, RuntimeException why) {
        said.add(local(now) + " " + job + " failed");
    }

    @Override
    public void next(List<NextRun> runs) {}

    private static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(CHINA).toInstant();
    }

    private static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, CHINA).toString();
    }

    private final class WallClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
