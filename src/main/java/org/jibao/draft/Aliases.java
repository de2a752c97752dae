package org.jibao.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jibao.draft.DraftForm.Cover;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.draft.DraftForm.Register;
import org.jibao.draft.Sources.Source;
import org.jibao.finding.Wording;
import org.jibao.reading.workbook.LabelText;

/**
 * Learns from another file of the same form what it calls labels and sheets: by their place, where the labels
 * around them agree.
 */
final class Aliases {

    private static final Wording WORDS = Wording.of(Aliases.class);

    private final Source other;
    private final Map<String, List<String>> sheets;
    private final List<Remark> remarks;

    private final Missing missing;

    Aliases(Source other, Map<String, List<String>> sheets, Missing missing, List<Remark> remarks) {
        this.missing = missing;
        this.other = other;
        this.sheets = sheets;
        this.remarks = remarks;
    }

    DraftForm learn(DraftForm form) {
        Optional<DraftForm> twin = twin(form);
        if (twin.isEmpty()) {
            missing.add(other.file().name(), form.view().name(), form.title());
            return form;
        }
        String name = twin.get().view().name();
        if (!LabelText.of(name).full().equals(LabelText.of(form.view().name()).full())) {
            List<String> names = sheets.computeIfAbsent(form.view().name(), unused -> new ArrayList<>());
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        if (form instanceof Grid grid && twin.get() instanceof Grid same) {
            return grid.with(learn(grid.columns(), same.columns(), name), learn(grid.rows(), same.rows(), name));
        }
        if (form instanceof Cover cover && twin.get() instanceof Cover same) {
            return cover.with(learn(cover.fields(), same.fields(), name));
        }
        return form instanceof Register register && twin.get() instanceof Register same
                ? register.with(learn(register.fields(), same.fields(), name))
                : form;
    }

    /** The form of the same kind that shares most labels, and at least half. */
    private Optional<DraftForm> twin(DraftForm form) {
        return twin(form, other.workbook().forms());
    }

    static Optional<DraftForm> twin(DraftForm form, List<DraftForm> candidates) {
        DraftForm best = null;
        int most = 0;
        for (DraftForm candidate : candidates) {
            int shared = candidate.getClass() == form.getClass() ? shared(form, candidate) : 0;
            boolean sameSheet = shared == most
                    && shared > 0
                    && candidate.view().name().equals(form.view().name());
            if (shared > most
                    || sameSheet
                            && best != null
                            && !best.view().name().equals(form.view().name())) {
                best = candidate;
                most = shared;
            }
        }
        return most * 2 < words(form).size() ? Optional.empty() : Optional.ofNullable(best);
    }

    private static Set<String> words(DraftForm form) {
        Set<String> words = new HashSet<>();
        Spoken.labels(form)
                .forEach(label -> words.add(LabelText.of(label.words()).full()));
        return words;
    }

    private static int shared(DraftForm one, DraftForm other) {
        Set<String> words = words(one);
        words.retainAll(words(other));
        return words.size();
    }

    /** A label without its words in the other file stands there under the one that has its number and is new. */
    private List<DraftLabel> learn(List<DraftLabel> own, List<DraftLabel> others, String sheet) {
        Set<String> known = new HashSet<>();
        own.forEach(label -> {
            known.add(LabelText.of(label.words()).full());
            label.aliases().forEach(alias -> known.add(LabelText.of(alias).full()));
        });
        Set<String> there = new HashSet<>();
        others.forEach(label -> there.add(LabelText.of(label.words()).full()));
        List<DraftLabel> learnt = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            DraftLabel label = own.get(i);
            boolean found = there.contains(LabelText.of(label.words()).full())
                    || label.aliases().stream()
                            .anyMatch(
                                    alias -> there.contains(LabelText.of(alias).full()));
            DraftLabel at = own.size() == others.size() ? others.get(i) : null;
            if (!found && at != null && !known.contains(LabelText.of(at.words()).full())) {
                List<String> aliases = new ArrayList<>(label.aliases());
                aliases.add(at.words());
                remarks.add(Remark.assumed(
                        WORDS.text("alias.learnt", other.file().name(), at.words(), label.words()),
                        sheet,
                        at.place().address()));
                label = label.alsoCalled(aliases);
            } else if (!found) {
                missing.add(other.file().name(), sheet, label.words());
            }
            learnt.add(label);
        }
        return learnt;
    }
}
