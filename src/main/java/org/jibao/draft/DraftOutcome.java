package org.jibao.draft;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jibao.calendar.PeriodKind;
import org.jibao.finding.Language;

/**
 * What came of a draft.
 *
 * @param folder the new job folder, or empty where nothing was written
 * @param cells that are to be filled in, lines of a cover and columns of registers counted once
 * @param found of these the cells that Jibao reads at their place
 * @param sheets of the file that the forms were taken from, with what was recognised; empty where nothing was written
 */
public record DraftOutcome(
        Optional<Path> folder,
        List<Remark> remarks,
        int forms,
        int cells,
        int found,
        int checks,
        int figures,
        int units,
        List<DraftSheet> sheets) {

    public DraftOutcome {
        sheets = List.copyOf(sheets);
        remarks = List.copyOf(remarks);
    }

    static DraftOutcome nothing(List<Remark> remarks) {
        return new DraftOutcome(Optional.empty(), remarks, 0, 0, 0, 0, 0, 0, List.of());
    }

    /** What is to be said of one kind. */
    public List<Remark> of(Remark.Kind kind) {
        return remarks.stream().filter(remark -> remark.kind() == kind).toList();
    }

    /**
     * What a job folder is to be drafted from.
     *
     * @param jobs the folder of job folders
     * @param name of the new one
     * @param from files and folders
     * @param language or empty for that of the labels
     * @param period or empty for what the forms say, else a quarter
     */
    public record DraftRequest(
            Path jobs, String name, List<Path> from, Optional<Language> language, Optional<PeriodKind> period) {

        public DraftRequest {
            from = List.copyOf(from);
        }
    }

    /**
     * The units that files name.
     *
     * @param csv {@code units.csv}, or empty where no file names one
     */
    public record DraftRoster(String csv, int units, List<Remark> remarks) {

        public DraftRoster {
            remarks = List.copyOf(remarks);
        }
    }
}
