package org.jibao.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.definition.loading.LabelId;
import org.jibao.draft.DraftForm.Cover;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.draft.DraftForm.Register;
import org.jibao.reading.workbook.LabelText;

/** Gives forms and labels their ids, and tells equal labels apart. */
final class Names {

    private static final int LONGEST = 30;

    /** What the tables of the store have besides. */
    private static final Set<String> TAKEN = Set.of(
            "job",
            "period",
            "unit",
            "submission",
            "sheet",
            "row",
            "column",
            "previous",
            "period_number",
            "period_year",
            "period_start",
            "period_end");

    private final String base;
    private final Set<String> forms = new HashSet<>();

    /** @param job the name of the folder */
    Names(String job) {
        this.base = job.replace('-', '_');
    }

    List<DraftForm> named(List<DraftForm> all) {
        long tables = all.stream().filter(form -> !(form instanceof Cover)).count();
        List<DraftForm> named = new ArrayList<>();
        for (DraftForm form : all) {
            named.add(labels(form.named(id(form, tables == 1))));
        }
        return named;
    }

    private String id(DraftForm form, boolean only) {
        if (form instanceof Cover || only) {
            return free(form instanceof Cover ? base + "_cover" : base, forms);
        }
        String title = LabelId.of(form.title());
        String sheet = LabelId.of(form.view().name());
        String own = title.isEmpty() || title.length() > LONGEST ? sheet : title;
        boolean good = !own.isEmpty()
                && own.length() <= LONGEST
                && own.chars().filter(sign -> sign >= 'a' && sign <= 'z').count() > 2;
        if (good) {
            return free(base + "_" + (own.endsWith("_") ? own.substring(0, own.length() - 1) : own), forms);
        }
        int number = 1;
        while (forms.contains(base + "_" + number)) {
            number++;
        }
        return free(base + "_" + number, forms);
    }

    private static DraftForm labels(DraftForm form) {
        if (form instanceof Cover cover) {
            return cover.with(ids(cover.fields(), "field", Set.of()));
        }
        if (form instanceof Grid grid) {
            return grid.with(ids(apart(grid.columns()), "column", TAKEN), ids(apart(grid.rows()), "row", TAKEN));
        }
        Register register = (Register) form;
        return register.with(ids(apart(register.fields()), "field", TAKEN));
    }

    /** Labels of the same words are told apart by their groups, else by their number. */
    private static List<DraftLabel> apart(List<DraftLabel> labels) {
        Map<String, List<DraftLabel>> same = new HashMap<>();
        labels.forEach(label ->
                same.computeIfAbsent(full(label), unused -> new ArrayList<>()).add(label));
        List<DraftLabel> apart = new ArrayList<>();
        for (DraftLabel label : labels) {
            List<DraftLabel> twins = same.getOrDefault(full(label), List.of());
            long groups = twins.stream()
                    .map(twin -> twin.group() == null
                            ? ""
                            : LabelText.of(twin.group()).full())
                    .distinct()
                    .count();
            boolean byGroup = groups == twins.size() && twins.stream().allMatch(twin -> twin.group() != null);
            if (twins.size() == 1) {
                apart.add(label);
            } else {
                apart.add(byGroup ? label.under(label.group()) : label.nth(String.valueOf(twins.indexOf(label) + 1)));
            }
        }
        return apart;
    }

    private static String full(DraftLabel label) {
        return LabelText.of(label.words()).full();
    }

    private static List<DraftLabel> ids(List<DraftLabel> labels, String noun, Set<String> reserved) {
        Set<String> taken = new HashSet<>(reserved);
        List<DraftLabel> named = new ArrayList<>();
        for (DraftLabel label : labels) {
            String own = id(label, noun, named.size() + 1);
            boolean twin = label.under() != null && taken.contains(own);
            String group = label.under() == null ? "" : LabelId.of(label.under());
            named.add(label.named(free(twin && !group.isEmpty() ? group + "_" + own : own, taken)));
        }
        return named;
    }

    private static String id(DraftLabel label, String noun, int number) {
        String made = LabelId.of(label.words());
        if (!made.isEmpty() && hasHan(label.words())) {
            made = "";
        }
        if (made.length() > 2 * LONGEST) {
            made = made.substring(0, 2 * LONGEST).replaceAll("_[^_]*$", "");
        }
        if (!made.isEmpty()) {
            return made;
        }
        if (Vocabulary.TOTAL.ends(label.words())) {
            return "total";
        }
        return noun + "_" + number;
    }

    /** Of a Chinese label with a Latin sign in it only the sign would be left. */
    static boolean hasHan(String words) {
        return words.codePoints().anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN);
    }

    private static String free(String wanted, Set<String> taken) {
        String free = wanted;
        for (int number = 2; taken.contains(free); number++) {
            free = wanted + "_" + number;
        }
        taken.add(free);
        return free;
    }
}
