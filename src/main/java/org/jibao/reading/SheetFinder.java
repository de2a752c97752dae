package org.jibao.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jibao.definition.CoverForm;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jspecify.annotations.Nullable;

/** Finds the sheet on which a form stands: by its name, by an alias, else by the words in it. */
final class SheetFinder {

    private final List<SheetCells> sheets;
    private final boolean namesCount;
    private final FindingList findings;

    /**
     * A finder for one file.
     *
     * @param namesCount false for CSV, whose only sheet is named after the file
     */
    SheetFinder(List<SheetCells> sheets, boolean namesCount, FindingList findings) {
        this.sheets = sheets;
        this.namesCount = namesCount;
        this.findings = findings;
    }

    /** Null where there is no such sheet, or nobody can tell which; findings say so. */
    @Nullable
    FormPlace find(PreparedForm form) {
        List<SheetCells> named = named(form);
        List<FormPlace> places =
                named.stream().map(sheet -> FormPlace.in(sheet, form)).toList();
        List<FormPlace> fitting = places.stream().filter(FormPlace::found).toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        if (places.size() == 1 && form.form() instanceof CoverForm) {
            return places.get(0);
        }
        if (fitting.size() > 1) {
            return ambiguous(form, fitting);
        }
        return byWords(form, named, places);
    }

    private List<SheetCells> named(PreparedForm form) {
        List<SheetCells> exact = sheets(form::isNamed);
        return exact.isEmpty() ? sheets(form::isAlsoNamed) : exact;
    }

    private List<SheetCells> sheets(Predicate<SheetCells> wanted) {
        return sheets.stream().filter(wanted).toList();
    }

    private @Nullable FormPlace byWords(PreparedForm form, List<SheetCells> named, List<FormPlace> places) {
        List<FormPlace> certain = new ArrayList<>();
        for (SheetCells sheet : sheets) {
            FormPlace place = named.contains(sheet) ? null : FormPlace.in(sheet, form);
            if (place != null && place.certain()) {
                certain.add(place);
            }
        }
        if (certain.size() == 1) {
            return renamed(form, certain.get(0));
        }
        if (certain.size() > 1) {
            return ambiguous(form, certain);
        }
        return places.isEmpty() ? missing(form) : places.get(0);
    }

    private FormPlace renamed(PreparedForm form, FormPlace place) {
        if (namesCount) {
            String name = place.sheet().name();
            add(
                    FindingCode.SHEET_RENAMED,
                    Place.sheet(name),
                    form,
                    form.form().sheet().name(),
                    name);
        }
        return place;
    }

    private @Nullable FormPlace ambiguous(PreparedForm form, List<FormPlace> places) {
        String candidates = places.stream().map(place -> place.sheet().name()).collect(Collectors.joining("、"));
        add(FindingCode.SHEET_AMBIGUOUS, Place.FILE, form, form.form().sheet().name(), candidates);
        return null;
    }

    private @Nullable FormPlace missing(PreparedForm form) {
        if (!form.form().optional()) {
            add(FindingCode.SHEET_MISSING, Place.FILE, form, form.form().sheet().name());
        }
        return null;
    }

    /** Several forms on one sheet share the sheet's findings. */
    private void add(FindingCode code, Place place, PreparedForm form, String... values) {
        String subject = "sheet/" + LabelText.normalise(form.form().sheet().name());
        Finding finding = Finding.of(code, place, subject, null, values);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }
}
