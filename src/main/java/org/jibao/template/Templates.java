package org.jibao.template;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MarkKey;
import org.jibao.definition.Unit;
import org.jibao.delivery.AtomicFiles;
import org.jibao.delivery.DeliveryException;
import org.jibao.delivery.Manifest;
import org.jibao.finding.Text;
import org.jibao.guard.NamesInFolder;
import org.jibao.guard.SafeFileName;
import org.jibao.run.Failures;
import org.jibao.run.ProgramVersion;
import org.jibao.run.Progress;
import org.jibao.run.Stage;
import org.jibao.status.ExpectedUnits;
import org.jibao.store.MarkKeyFile;
import org.jibao.template.TemplateBook.TemplateRequest;

/** Makes the blank returns of a period, one workbook a unit and all of them in one ZIP. */
public final class Templates {

    /** The folder within a period's outputs. */
    public static final String FOLDER = "templates";

    private final JobDefinition job;
    private final Period period;
    private final LastReturns last;
    private final Path folder;
    private final MarkKeyFile keyFile;
    private final Progress progress;

    public Templates(
            JobDefinition job, Period period, LastReturns last, Path out, MarkKeyFile keyFile, Progress progress) {
        this.keyFile = keyFile;
        this.job = job;
        this.period = period;
        this.last = last;
        this.folder = out.resolve(job.id()).resolve(period.code()).resolve(FOLDER);
        this.progress = progress;
    }

    /** @param only the unit that is asked for, or empty for every one that is expected */
    public TemplatesOutcome make(Optional<String> only) {
        ExpectedUnits expected = new ExpectedUnits(job, period);
        List<Unit> units = only.map(name -> List.of(expected.named(name))).orElseGet(expected::all);
        try {
            return make(
                    units,
                    new TemplateNames(expected.all(), period, new TemplateTexts(job.language())),
                    only.isEmpty());
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    /** The name of the template of one unit in {@link #FOLDER}; empty where the unit is expected to send nothing. */
    public static Optional<String> nameOf(JobDefinition job, Period period, Unit unit) {
        List<Unit> expected = new ExpectedUnits(job, period).all();
        return expected.contains(unit)
                ? Optional.of(new TemplateNames(expected, period, new TemplateTexts(job.language())).of(unit))
                : Optional.empty();
    }

    /** Made when it is first needed. */
    private MarkKey key() {
        try {
            return keyFile.make();
        } catch (IOException e) {
            throw Failures.markKey(keyFile.file(), e);
        }
    }

    private TemplatesOutcome make(List<Unit> units, TemplateNames names, boolean all) throws IOException {
        AtomicFiles outbox = AtomicFiles.open(folder);
        MarkKey key = key();
        LocalDate due = job.due().dueDate(period, WorkingDays.china());
        TemplateWriter writer = new TemplateWriter();
        List<Path> files = new ArrayList<>();
        List<Text> unwritten = new ArrayList<>();
        List<String> without = new ArrayList<>();
        boolean matters = BroughtForward.matters(job, period);
        int done = 0;
        progress.at(Stage.TEMPLATES, done, units.size());
        for (Unit unit : units) {
            BroughtForward before = last.of(unit);
            if (matters && !before.accepted()) {
                without.add(unit.name());
            }
            String code = key.code(job.id(), unit.code(), period.code());
            TemplateRequest request =
                    new TemplateRequest(job, unit, period, due, before, ProgramVersion.current(), code);
            attempt(outbox, names.of(unit), draft -> writer.write(request, draft), unwritten)
                    .ifPresent(files::add);
            progress.at(Stage.TEMPLATES, ++done, units.size());
        }
        Optional<Path> archive = all
                ? attempt(
                        outbox,
                        names.archive(job.title().in(job.language())),
                        draft -> TemplateWriter.bundle(files, draft),
                        unwritten)
                : Optional.empty();
        return new TemplatesOutcome(period, folder, files, archive, unwritten, without);
    }

    /** A file that cannot be written for its own sake, such as that somebody has it open, costs the others nothing. */
    private static Optional<Path> attempt(
            AtomicFiles outbox, String name, AtomicFiles.Writing writing, List<Text> unwritten)
            throws DeliveryException {
        try {
            outbox.write(name, writing);
            return Optional.of(outbox.deliver(name));
        } catch (DeliveryException e) {
            if (!e.concernsOneFile()) {
                throw e;
            }
            unwritten.add(e.text());
            return Optional.empty();
        }
    }

    /** The names of template files: {@code 青岚县教育局_2026年第三季度.xlsx}, as the inbox expects them back. */
    static final class TemplateNames {

        private static final int MARK = 8;

        private final Map<String, String> byCode = new HashMap<>();
        private final Period period;
        private final TemplateTexts texts;

        /** @param units all that have a template: what one of them is called depends on the others */
        TemplateNames(List<Unit> units, Period period, TemplateTexts texts) {
            this.period = period;
            this.texts = texts;
            Map<String, Integer> sharing = new HashMap<>();
            units.forEach(unit -> sharing.merge(key(unit), 1, Integer::sum));
            NamesInFolder names = new NamesInFolder(List.of(ending(".xlsx")));
            for (Unit unit : units) {
                // With the unit's code where file systems take two names for one.
                String told = texts.say("template.told", unit.name(), unit.code());
                boolean shared = sharing.getOrDefault(key(unit), 1) > 1;
                byCode.put(unit.code(), names.claim(shared ? told : unit.name(), told, mark(unit.code())));
            }
        }

        private static String key(Unit unit) {
            return SafeFileName.key(SafeFileName.plain(unit.name()));
        }

        /** A name that is cut is none of the roster's any more; who it is stands on the cover too. */
        String of(Unit unit) {
            String name = byCode.get(unit.code());
            return (name == null ? SafeFileName.stem(unit.name(), ending(".xlsx"), mark(unit.code())) : name)
                    + ending(".xlsx");
        }

        /** Of all of them in one. */
        String archive(String title) {
            return SafeFileName.of(title, ending("_" + texts.say("template.archive") + ".zip"), mark(title));
        }

        private static String mark(String words) {
            return Manifest.sha256(words).substring(0, MARK);
        }

        private String ending(String kind) {
            return "_" + texts.of(period) + kind;
        }
    }

    /**
     * What came of making blank returns.
     *
     * @param folder where they are
     * @param files one for each unit that is expected, or the one that was asked for
     * @param archive all of them in one, where all were asked for
     * @param unwritten which could not be written, and why
     * @param withoutLast names of the units of whose last return nothing could be brought forward, as none is accepted
     */
    public record TemplatesOutcome(
            Period period,
            Path folder,
            List<Path> files,
            Optional<Path> archive,
            List<Text> unwritten,
            List<String> withoutLast) {

        public TemplatesOutcome {
            files = List.copyOf(files);
            unwritten = List.copyOf(unwritten);
            withoutLast = List.copyOf(withoutLast);
        }
    }
}
