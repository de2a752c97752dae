package org.jibao.flow;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jibao.run.ledger.RunRecord;

/**
 * A month of nights as an office has it, twice: undisturbed, and with a kill (kill -9) at a random instant of every third
 * night, which is then run again. In the end the two must be alike: see {@link MonthEnd}.
 *
 * <p>Arguments: the first day, how many nights, a seed; by default 31 nights from 1 October 2026. Run from the project's folder.
 */
public final class SimulatedMonth {

    private static final int EVERY = 3;

    private final MonthPlan plan;
    private final Path root;
    private final Random random;
    private final int mailShare;
    private final PrintStream out;
    private int kills;

    /** @param mailShare one in so many killed nights that send mails is killed when the server has just taken one */
    SimulatedMonth(MonthPlan plan, Path root, long seed, int mailShare, PrintStream out) {
        this.plan = plan;
        this.root = root;
        this.random = new Random(seed);
        this.mailShare = mailShare;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LocalDate first = LocalDate.parse(arguments.length > 0 ? arguments[0] : "2026-10-01");
        int nights = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 31;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        Path root = Files.createTempDirectory("jibao-month");
        System.out.printf("%d nights from %s by %s, seed %d, in %s%n", nights, first, Program.kind(), seed, root);
        new SimulatedMonth(CountyMonth.plan(first, nights), root, seed, 3, System.out).run();
        // Where it fails it stays, to be looked at.
        Folders.remove(root);
    }

    /** How both months ended, the undisturbed one and the other. */
    record Ends(MonthEnd quiet, MonthEnd disturbed, int kills) {}

    /**
     * Runs both months, night by night.
     *
     * @throws AssertionError naming every difference
     */
    Ends run() throws IOException, InterruptedException {
        try (Month quiet = new Month(Files.createDirectories(root.resolve("quiet")), plan);
                Month disturbed = new Month(Files.createDirectories(root.resolve("disturbed")), plan)) {
            boolean owed = false;
            List<LocalDate> days = plan.days();
            for (int i = 0; i < days.size(); i++) {
                LocalDate day = days.get(i);
                quiet.liveUntil(day);
                int before = quiet.post().mails().size();
                Running undisturbed = quiet.begin(day);
                int code = undisturbed.end();
                boolean mailed = quiet.post().mails().size() > before;
                disturbed.liveUntil(day);
                owed = (owed || i % EVERY == EVERY - 1) && !killed(disturbed, day, undisturbed, mailed);
                Running last = disturbed.begin(day);
                check(day, code, undisturbed, last);
                quiet.clearPost();
                disturbed.clearPost();
            }
            return ended(MonthEnd.of(quiet), MonthEnd.of(disturbed), disturbed);
        }
    }

    /** False where it came too late: then the next night must do. */
    private boolean killed(Month month, LocalDate day, Running undisturbed, boolean mailed)
            throws IOException, InterruptedException {
        Running running = month.begin(day);
        boolean byMail = mailed && random.nextInt(mailShare) == 0;
        boolean killed = byMail
                ? killedByMail(month, running)
                : running.killed(undisturbed.instants().choose(random));
        String stage = running.stage().map(Enum::name).orElse("") + (byMail ? ", as a mail was taken" : "");
        out.println(day + (killed ? ": killed in " + stage : ": had ended before it was killed"));
        kills += killed ? 1 : 0;
        return killed;
    }

    private static boolean killedByMail(Month month, Running running) throws InterruptedException {
        month.post().strike(running);
        running.end();
        month.post().strike(null);
        return running.wasKilled();
    }

    private void check(LocalDate day, int code, Running undisturbed, Running last) throws InterruptedException {
        int other = last.end();
        if (code != other || (code != 0) != isToFail(day)) {
            throw new AssertionError(day + " ended with " + code + " and " + other + ":\n" + undisturbed.said()
                    + "\n---\n" + last.said());
        }
    }

    private boolean isToFail(LocalDate day) {
        return plan.mailDown().contains(day);
    }

    private Ends ended(MonthEnd quiet, MonthEnd disturbed, Month month) throws IOException {
        report(quiet, disturbed, month);
        List<String> differences = quiet.differences(disturbed);
        if (disturbed.runs(RunRecord.State.BROKEN_OFF) != kills) {
            differences.add("ledger: not every run is broken off that was killed");
        }
        if (quiet.cameTwice() > 0 || disturbed.cameTwice() > kills) {
            differences.add("mails: one came twice without a kill");
        }
        if (!differences.isEmpty()) {
            throw new AssertionError("the months differ:\n" + String.join("\n", differences));
        }
        out.printf(
                "%d nights, %d kills: %d tables, %d outputs, %d deliveries, %d mails and the ledger alike%n",
                plan.nights(),
                kills,
                quiet.remains().store().size(),
                quiet.remains().outputs(),
                quiet.deliveries().size(),
                quiet.mails().size());
        return new Ends(quiet, disturbed, kills);
    }

    private void report(MonthEnd quiet, MonthEnd disturbed, Month month) throws IOException {
        out.println("files taken in: " + quiet.verdicts());
        out.printf(
                "runs: %d done, %d failed; in the disturbed month %d done, %d failed, %d broken off%n",
                quiet.runs(RunRecord.State.DONE),
                quiet.runs(RunRecord.State.FAILED),
                disturbed.runs(RunRecord.State.DONE),
                disturbed.runs(RunRecord.State.FAILED),
                disturbed.runs(RunRecord.State.BROKEN_OFF));
        out.println("mails received: " + quiet.received() + "; in the disturbed month " + disturbed.received() + ", "
                + disturbed.cameTwice() + " of them twice under one Message-ID");
        out.println("killed runs left in the machine's temporary folder: "
                + Folders.names(month.folder().resolve("temporary")));
    }
}
