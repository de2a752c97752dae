package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jibao.finding.Wording;

/** What the names of a short check may stand for. */
final class CheckNames {

    private static final Wording WORDS = Wording.of(CheckNames.class);

    /** Stands for each row or each column. */
    static final String EACH = "*";

    private final FormIndex forms;
    private final String form;
    private final Collection<String> figures;
    private boolean told;

    /**
     * @param form the form of names that do not say theirs
     * @param figures names of counts, totals and figures of other returns
     */
    CheckNames(FormIndex forms, String form, Collection<String> figures) {
        this.forms = forms;
        this.form = form;
        this.figures = figures;
    }

    /** What a name stands for. */
    enum Kind {
        ROW,
        COLUMN,
        CELL,
        /** Counted or taken from elsewhere; see the rule's own keys. */
        FIGURE
    }

    /**
     * One reading of a name.
     *
     * @param form empty for a {@link Kind#FIGURE}
     * @param row empty for a column
     * @param column empty for a row
     */
    record Reading(Kind kind, String form, String row, String column) {}

    /** The form of names that do not say theirs: what the first name of the check says, or else the file's. */
    static String form(FormIndex forms, String file, CheckExpression expression) {
        List<String> path = expression.first().path();
        boolean said = path.size() == 3 || path.size() == 2 && !forms.rows(file).contains(path.get(0));
        return said && forms.grids().contains(path.get(0)) ? path.get(0) : file;
    }

    /** Empty where the form could not be read; none where the name is wrong, which is reported. */
    Optional<List<Reading>> readings(List<String> path, Value value) {
        String first = path.get(0);
        if (path.size() == 1 && figures.contains(first)) {
            return Optional.of(List.of(new Reading(Kind.FIGURE, "", first, "")));
        }
        boolean named = path.size() == 3 || path.size() == 2 && isForm(first);
        String grid = named ? first : form;
        if (path.size() > 3 || path.stream().filter(EACH::equals).count() > (path.size() == 1 ? 0 : 1)) {
            value.report(WORDS.text("check.name", String.join(".", path)));
            return Optional.of(List.of());
        }
        if (!forms.grids().contains(grid)) {
            reportForm(path, named, value);
            return Optional.of(List.of());
        }
        return forms.rows(grid).isEmpty() ? Optional.empty() : Optional.of(known(path, grid, value));
    }

    private void reportForm(List<String> path, boolean named, Value value) {
        if (named) {
            value.report(Suggestion.unknown("noun.grid", path.get(0), forms.grids()));
        } else if (!told) {
            told = true;
            String example = forms.grids().stream().findFirst().orElse("form");
            value.report(WORDS.text("check.which-form", String.join(".", path), example));
        }
    }

    /** Where a form and a row are called alike, the name is the row's if what follows is a column. */
    private boolean isForm(String name) {
        return forms.grids().contains(name) && !forms.rows(form).contains(name);
    }

    private List<Reading> known(List<String> path, String grid, Value value) {
        boolean single = path.size() == 1 || path.size() == 2 && isForm(path.get(0));
        if (single) {
            return rowOrColumn(path.get(path.size() - 1), grid, value);
        }
        String row = path.get(path.size() - 2);
        String column = path.get(path.size() - 1);
        if (!row.equals(EACH) && !forms.rows(grid).contains(row)) {
            value.report(
                    path.size() == 3
                            ? Suggestion.unknown("noun.row", row, forms.rows(grid))
                            : Suggestion.unknown("noun.row-or-form", row, both(forms.rows(grid), forms.grids())));
            return List.of();
        }
        if (!column.equals(EACH) && !forms.columns(grid).contains(column)) {
            value.report(Suggestion.unknown("noun.column", column, forms.columns(grid)));
            return List.of();
        }
        if (row.equals(EACH)) {
            return List.of(new Reading(Kind.COLUMN, grid, "", column));
        }
        return List.of(
                column.equals(EACH) ? new Reading(Kind.ROW, grid, row, "") : new Reading(Kind.CELL, grid, row, column));
    }

    private List<Reading> rowOrColumn(String id, String grid, Value value) {
        List<Reading> readings = new ArrayList<>();
        if (forms.rows(grid).contains(id)) {
            readings.add(new Reading(Kind.ROW, grid, id, ""));
        }
        if (forms.columns(grid).contains(id)) {
            readings.add(new Reading(Kind.COLUMN, grid, "", id));
        }
        if (readings.isEmpty()) {
            List<String> known = both(forms.rows(grid), forms.columns(grid));
            known.addAll(figures);
            value.report(Suggestion.unknown("noun.row-or-column", id, known));
        }
        return readings;
    }

    private static List<String> both(Collection<String> some, Collection<String> others) {
        List<String> all = new ArrayList<>(some);
        others.stream().filter(other -> !all.contains(other)).forEach(all::add);
        return all;
    }
}
