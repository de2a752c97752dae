package org.jibao.draft;

import java.util.ArrayList;
import java.util.List;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.draft.DraftForm.Register;

/** Tables of one sheet with the same labels: a return says which is which by the title over each, or not at all. */
final class Twins {

    /** A heading tells columns apart from no further above. */
    private static final int FARTHEST = 3;

    private Twins() {}

    /** Whether nothing tells the two apart. */
    static boolean alike(DraftForm one, DraftForm other) {
        return words(one).equals(words(other)) && groups(one).equals(groups(other));
    }

    private static List<String> words(DraftForm form) {
        return Spoken.labels(form).stream().map(DraftLabel::words).toList();
    }

    private static List<List<String>> groups(DraftForm form) {
        return Spoken.labels(form).stream().map(DraftLabel::groups).toList();
    }

    /** The tables, with their titles as groups where only these tell them apart. */
    static List<DraftForm> underTitles(List<DraftForm> tables) {
        List<DraftForm> apart = new ArrayList<>();
        for (DraftForm form : tables) {
            List<DraftForm> twins =
                    tables.stream().filter(other -> alike(form, other)).toList();
            long titles = twins.stream().map(DraftForm::title).distinct().count();
            boolean titled =
                    twins.size() > 1 && titles == twins.size() && twins.stream().allMatch(Twins::hasTitle);
            apart.add(titled ? underTitle(form) : form);
        }
        return apart;
    }

    /** Whether its title stands right above its columns, which have no other group. */
    private static boolean hasTitle(DraftForm form) {
        List<DraftLabel> columns = columns(form);
        int top = columns.get(0).place().row();
        boolean near = false;
        for (int row = Math.max(0, top - FARTHEST); row < top; row++) {
            near |= form.view().filled(row).stream()
                    .anyMatch(spot -> spot.words()
                            && spot.shown().equals(form.title())
                            && spot.column() <= columns.get(0).place().column());
        }
        return near && columns.stream().allMatch(column -> column.groups().isEmpty());
    }

    private static List<DraftLabel> columns(DraftForm form) {
        return form instanceof Grid grid ? grid.columns() : Spoken.labels(form);
    }

    private static DraftForm underTitle(DraftForm form) {
        List<DraftLabel> columns = columns(form).stream()
                .map(column -> column.in(form.title()).under(form.title()))
                .toList();
        return form instanceof Grid grid ? grid.with(columns, grid.rows()) : ((Register) form).with(columns);
    }
}
