package org.jibao.collect;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jibao.checking.Verdict;
import org.jibao.collect.Archiving.ArchiveOutcome;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.inbox.Inbox;
import org.jibao.status.HeldQuery.HeldFile;
import org.jibao.status.ReplacementQuery.Replacement;
import org.jspecify.annotations.Nullable;

/**
 * What came of a collect.
 *
 * @param files those settled now, in the order in which they were received
 * @param listed all submissions in the inbox
 * @param later files received after the run's time, which were left alone
 * @param locks names of lock files of workbooks that somebody still has open
 * @param ignored names of what is no submission either
 * @param absent names in {@code received.csv} for which there is no file, nor was one ever taken in
 * @param archived what was moved out of the inbox afterwards
 * @param unwritten return slips that could not be written, and why; the next run tries again
 * @param notices what an officer must know of the register of receipt
 * @param held those of the files that count nowhere because of who seems to have sent them
 * @param replaced which revisions took the place of which by what was settled now
 * @param zone of the job's clock
 */
public record CollectOutcome(
        List<FileLine> files,
        int listed,
        int later,
        List<String> locks,
        List<String> ignored,
        List<String> absent,
        ArchiveOutcome archived,
        List<Text> unwritten,
        List<Text> notices,
        List<HeldFile> held,
        List<Replacement> replaced,
        ZoneId zone) {

    public CollectOutcome {
        files = List.copyOf(files);
        locks = List.copyOf(locks);
        ignored = List.copyOf(ignored);
        absent = List.copyOf(absent);
        unwritten = List.copyOf(unwritten);
        notices = List.copyOf(notices);
        held = List.copyOf(held);
        replaced = List.copyOf(replaced);
    }

    /** Where nothing was archived, and every slip written. */
    public CollectOutcome(
            List<FileLine> files,
            int listed,
            int later,
            List<String> locks,
            List<String> ignored,
            List<String> absent) {
        this(
                files,
                listed,
                later,
                locks,
                ignored,
                absent,
                ArchiveOutcome.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ZoneId.of("Asia/Shanghai"));
    }

    public CollectOutcome withArchived(ArchiveOutcome moved) {
        return new CollectOutcome(
                files, listed, later, locks, ignored, absent, moved, unwritten, notices, held, replaced, zone);
    }

    public CollectOutcome withUnwritten(List<Text> slips) {
        return new CollectOutcome(
                files, listed, later, locks, ignored, absent, archived, slips, notices, held, replaced, zone);
    }

    /** Of {@link #ignored()} what somebody may take for a file that was received. */
    public List<String> strange() {
        return ignored.stream()
                .filter(name -> !isDesktopFile(name.substring(name.lastIndexOf('/') + 1)))
                .toList();
    }

    /** The lock of a workbook in a ZIP is none either. */
    private static boolean isDesktopFile(String fileName) {
        return Inbox.isDesktopFile(fileName) || fileName.startsWith("~$");
    }

    /** Files in the inbox that had been settled before, those received later not among them. */
    public int known() {
        return listed - later - files.size();
    }

    /**
     * How many files came to each verdict; verdicts that none came to are absent, and those of {@link #afterClose()} and
     * what is held are not in it.
     */
    public Map<Verdict, Long> byVerdict() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        files.stream()
                .filter(file -> !file.afterClose() && !file.held())
                .forEach(file -> counts.merge(file.verdict(), 1L, Long::sum));
        return counts;
    }

    /** How many are acceptable, and came too late to count. */
    public long afterClose() {
        return files.stream().filter(FileLine::afterClose).count();
    }

    /**
     * What came of one file.
     *
     * @param unit the unit's name, or null where the file is nobody's
     * @param period its code, likewise
     * @param remark the words of the weightiest finding, or null where there is none
     * @param place where in the file that finding is
     * @param afterClose whether it is acceptable but came after its period's closing, and so is kept and does not count
     * @param held whether it counts nowhere until somebody has decided who has sent it
     */
    public record FileLine(
            String file,
            Verdict verdict,
            @Nullable String unit,
            @Nullable String period,
            Instant receivedAt,
            long errors,
            long warnings,
            long notes,
            @Nullable Text remark,
            Place place,
            boolean afterClose,
            boolean held) {}
}
