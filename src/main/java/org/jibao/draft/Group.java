package org.jibao.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.draft.Sources.Source;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The files that are of one form, and the one from which it is taken.
 *
 * @param members all that have the form, the model among them
 * @param forms of the model, with what the others call their labels
 * @param optional places of forms that many returns are without
 * @param sheetAliases what the others call its sheets
 */
record Group(
        Source model,
        List<Source> members,
        List<DraftForm> forms,
        Set<Integer> optional,
        Map<String, List<String>> sheetAliases) {

    private static final Wording WORDS = Wording.of(Group.class);

    /** Null where no file has a form, or the files are of several: remarks say which. */
    static @Nullable Group of(List<Source> sources, List<Remark> remarks) {
        List<Source> withForms =
                sources.stream().filter(source -> source.workbook().size() > 1).toList();
        if (withForms.isEmpty()) {
            remarks.add(Remark.look(WORDS.text("group.none"), "", ""));
            return null;
        }
        Source model = withForms.stream()
                .max(Comparator.<Source>comparingInt(source -> like(source, withForms))
                        .thenComparing(source -> blanks(source.workbook()))
                        .thenComparing(source -> common(source, withForms)))
                .orElseThrow();
        List<Source> members = new ArrayList<>();
        List<Source> others = new ArrayList<>();
        withForms.forEach(source -> (alike(model, source) ? members : others).add(source));
        others.forEach(source -> remarks.add(Remark.look(
                WORDS.text("group.other", source.file().name(), model.file().name()), "", "")));
        if (others.size() >= members.size()) {
            remarks.add(Remark.look(WORDS.text("group.several"), "", ""));
            return null;
        }
        Learnt learnt = Learnt.of(model, members);
        remarks.addAll(learnt.remarks());
        return new Group(model, members, learnt.forms(), learnt.optional(), learnt.sheetAliases());
    }

    private static int like(Source source, List<Source> all) {
        return (int) all.stream().filter(other -> alike(source, other)).count();
    }

    /** How many words the others have in common with it, less those that it has alone: one that is odd is no model. */
    private static int common(Source source, List<Source> all) {
        Set<String> own = words(source.workbook());
        int common = 0;
        for (Source other : all) {
            Set<String> theirs = words(other.workbook());
            int shared = (int) theirs.stream().filter(own::contains).count();
            common += 2 * shared - own.size();
        }
        return common;
    }

    /** Blank forms show what is asked for; filled ones only what was answered. */
    private static boolean blanks(Workbook workbook) {
        return workbook.forms().stream()
                .filter(DraftForm.Grid.class::isInstance)
                .map(DraftForm.Grid.class::cast)
                .anyMatch(grid -> grid.rows().stream().allMatch(row -> grid.columns().stream()
                        .map(column ->
                                grid.view().at(row.place().row(), column.place().column()))
                        .allMatch(cell -> cell.blank() || cell.formula() != null)));
    }

    private static boolean alike(Source one, Source other) {
        if (one == other) {
            return true;
        }
        Set<String> first = words(one.workbook());
        Set<String> second = words(other.workbook());
        Set<String> common = new HashSet<>(first);
        common.retainAll(second);
        return common.size() * 2 >= Math.min(first.size(), second.size());
    }

    private static Set<String> words(Workbook workbook) {
        Set<String> words = new HashSet<>();
        workbook.forms().stream()
                .filter(form -> !(form instanceof DraftForm.Cover))
                .flatMap(form -> Spoken.labels(form).stream())
                .forEach(label -> words.add(Vocabulary.plain(label.words())));
        return words;
    }

    /** What the other files teach: other words at the same place, other names of sheets. */
    record Learnt(
            List<DraftForm> forms,
            Set<Integer> optional,
            Map<String, List<String>> sheetAliases,
            List<Remark> remarks) {

        static Learnt of(Source model, List<Source> members) {
            Map<String, List<String>> sheets = new HashMap<>();
            List<Remark> remarks = new ArrayList<>();
            List<DraftForm> forms = new ArrayList<>(model.workbook().forms());
            members.forEach(other -> others(forms, other, members));
            Missing missing = new Missing();
            for (Source other : members) {
                if (other != model) {
                    Aliases aliases = new Aliases(other, sheets, missing, remarks);
                    for (int place = 0; place < forms.size(); place++) {
                        forms.set(place, aliases.learn(forms.get(place)));
                    }
                }
            }
            remarks.addAll(missing.remarks(members.size()));
            Set<Integer> optional = new HashSet<>();
            for (int place = 0; place < forms.size(); place++) {
                DraftForm form = forms.get(place);
                if (missing.usual(form.view().name(), form.title(), members.size())) {
                    optional.add(place);
                }
            }
            return new Learnt(List.copyOf(forms), optional, sheets, remarks);
        }

        /** Forms that the model is without, and at least a tenth of the others have. */
        private static void others(List<DraftForm> forms, Source other, List<Source> members) {
            for (DraftForm form : other.workbook().forms()) {
                boolean known = form instanceof DraftForm.Cover
                        || Aliases.twin(form, forms).isPresent()
                        || forms.stream().anyMatch(one -> Aliases.twin(one, List.of(form))
                                .isPresent());
                long having = known
                        ? 0
                        : members.stream()
                                .filter(member -> Aliases.twin(
                                                form, member.workbook().forms())
                                        .isPresent())
                                .count();
                if (having > 1 && having * 10 >= members.size()) {
                    forms.add(form);
                }
            }
        }
    }
}
