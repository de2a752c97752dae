package org.jibao.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jibao.draft.DraftForm.Cover;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.draft.DraftForm.Register;
import org.jibao.draft.SelfCheck.Checked;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** Takes out of a draft what the reader does not find where it was recognised: a wrong label is worse than none. */
final class Misread {

    private static final Wording WORDS = Wording.of(Misread.class);

    private final Checked checked;
    private final List<Remark> remarks;

    Misread(Checked checked, List<Remark> remarks) {
        this.checked = checked;
        this.remarks = remarks;
    }

    /** The forms that stay; a row or column that stays has at least one cell that is read. */
    List<DraftForm> without(List<DraftForm> forms) {
        List<DraftForm> kept = new ArrayList<>();
        for (DraftForm form : forms) {
            DraftForm left = without(form);
            if (left == null) {
                remarks.add(Remark.look(
                        WORDS.text(
                                "form.misread",
                                form.title().isEmpty() ? form.view().name() : form.title()),
                        form.view().name(),
                        Spoken.labels(form).get(0).place().address()));
            } else {
                kept.add(left);
            }
        }
        return kept;
    }

    private @Nullable DraftForm without(DraftForm form) {
        if (form instanceof Grid grid) {
            return grid(grid);
        }
        Set<String> missing = new HashSet<>();
        Spoken.labels(form).stream()
                .map(DraftLabel::id)
                .filter(id -> checked.misread().contains(form.id() + "/" + id))
                .forEach(missing::add);
        boolean headless = checked.layout().stream()
                .anyMatch(finding ->
                        finding.subject().equals(form.id()) && finding.code().equals("header-missing"));
        if (missing.isEmpty() && !headless) {
            return form;
        }
        if (form instanceof Cover cover) {
            return cover(cover, missing);
        }
        Register register = (Register) form;
        List<DraftLabel> fields = kept(register, register.fields(), field -> !missing.contains(field.id()));
        boolean keys = register.unit() >= 0;
        return headless || fields.size() < 2 || keys ? null : register.with(fields);
    }

    private @Nullable Cover cover(Cover cover, Set<String> missing) {
        List<DraftLabel> fields = kept(cover, cover.fields(), field -> !missing.contains(field.id()));
        int unit = moved(cover, fields, cover.unitName());
        int code = moved(cover, fields, cover.unitCode());
        int period = moved(cover, fields, cover.period());
        boolean said = cover.unitName() >= 0 || cover.unitCode() >= 0 || cover.period() >= 0;
        boolean says = unit >= 0 || code >= 0 || period >= 0;
        return says || !said && !fields.isEmpty()
                ? new Cover(cover.id(), cover.title(), cover.view(), fields, unit, code, period)
                : null;
    }

    private static int moved(Cover cover, List<DraftLabel> fields, int place) {
        return place < 0 ? -1 : fields.indexOf(cover.fields().get(place));
    }

    private @Nullable Grid grid(Grid grid) {
        Predicate<DraftLabel> row = label -> grid.columns().stream().anyMatch(column -> isRead(grid, label, column));
        Predicate<DraftLabel> column = label -> grid.rows().stream().anyMatch(other -> isRead(grid, other, label));
        Set<String> unclear = new HashSet<>();
        checked.layout().forEach(finding -> unclear.add(finding.subject()));
        Predicate<DraftLabel> clear = label -> !unclear.contains(grid.id() + "/" + label.id());
        boolean all = checked.misread().stream().noneMatch(name -> name.startsWith(grid.id() + "/"))
                && grid.columns().stream().allMatch(clear)
                && grid.rows().stream().allMatch(clear);
        if (all) {
            return grid;
        }
        List<DraftLabel> columns = kept(grid, grid.columns(), column.and(clear));
        List<DraftLabel> rows = kept(grid, grid.rows(), row.and(clear));
        boolean wrong = rows.stream().anyMatch(one -> columns.stream().anyMatch(other -> !isRead(grid, one, other)));
        return columns.isEmpty() || rows.isEmpty() || wrong ? null : grid.with(columns, rows);
    }

    /** A row of totals has no cell to fill in; it is read, too. */
    private boolean isRead(Grid grid, DraftLabel row, DraftLabel column) {
        return !checked.misread().contains(grid.id() + "/" + row.id() + "/" + column.id());
    }

    private List<DraftLabel> kept(DraftForm form, List<DraftLabel> labels, Predicate<DraftLabel> stays) {
        labels.stream()
                .filter(stays.negate())
                .forEach(label -> remarks.add(Remark.look(
                        WORDS.text("label.misread", label.words()),
                        form.view().name(),
                        label.place().address())));
        return labels.stream().filter(stays).toList();
    }
}
