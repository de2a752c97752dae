package org.jibao.reading.layout;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jibao.definition.CoverForm;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.reading.workbook.FindingList;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.workbook.SheetCells;
import org.jspecify.annotations.Nullable;

/** Finds the sheet on which a form stands: by its name, by an alias, else by the words in it. */
public final class SheetFinder {

    private final List<SheetCells> sheets;
    private final List<PreparedForm> forms;
    private final boolean namesCount;
    private final FindingList findings;
    private final Map<SheetCells, SheetWords> words = new IdentityHashMap<>();

    /** The sheets that have no form's name. */
    private final List<SheetCells> strange;

    /**
     * A finder for one file.
     *
     * @param forms of the job
     * @param namesCount false for CSV, whose only sheet is named after the file
     */
    public SheetFinder(List<SheetCells> sheets, List<PreparedForm> forms, boolean namesCount, FindingList findings) {
        this.sheets = sheets;
        this.forms = forms;
        this.namesCount = namesCount;
        this.findings = findings;
        this.strange = sheets(this::nobodys);
    }

    /** Null where there is no such sheet, or nobody can tell which; findings say so. What a person sees goes first. */
    @Nullable
    public FormPlace find(PreparedForm form) {
        List<SheetCells> named = named(form);
        List<FormPlace> places = named.stream().map(sheet -> place(sheet, form)).toList();
        List<FormPlace> fitting = places.stream().filter(FormPlace::found).toList();
        List<FormPlace> visible = seen(fitting);
        if (visible.size() > 1) {
            return ambiguous(form, visible);
        }
        if (visible.size() == 1) {
            return chosen(form, visible.get(0), hidden(fitting));
        }
        if (places.size() == 1 && form.form() instanceof CoverForm) {
            return places.get(0).sheet().hidden() ? onlyHidden(form, places.get(0)) : places.get(0);
        }
        return byWords(form, named, places, fitting);
    }

    private static List<FormPlace> seen(List<FormPlace> places) {
        return places.stream().filter(place -> !place.sheet().hidden()).toList();
    }

    private static List<FormPlace> hidden(List<FormPlace> places) {
        return places.stream().filter(place -> place.sheet().hidden()).toList();
    }

    private List<SheetCells> named(PreparedForm form) {
        List<SheetCells> exact = sheets(form::isNamed);
        boolean seen = exact.stream().anyMatch(sheet -> !sheet.hidden());
        return seen ? exact : sheets(sheet -> form.isNamed(sheet) || form.isAlsoNamed(sheet));
    }

    private List<SheetCells> sheets(Predicate<SheetCells> wanted) {
        return sheets.stream().filter(wanted).toList();
    }

    /** @param fitting hidden sheets of the form's name that fit */
    private @Nullable FormPlace byWords(
            PreparedForm form, List<SheetCells> named, List<FormPlace> places, List<FormPlace> fitting) {
        List<FormPlace> certain = certain(form, sheets(sheet -> !named.contains(sheet)));
        List<FormPlace> visible = seen(certain);
        List<FormPlace> others = fitting.isEmpty() ? hidden(certain) : fitting;
        if (visible.size() > 1 || visible.isEmpty() && others.size() > 1) {
            return ambiguous(form, visible.isEmpty() ? others : visible);
        }
        if (visible.size() == 1) {
            passedOver(form, visible.get(0), others);
            return renamed(form, visible.get(0));
        }
        if (others.size() == 1) {
            return onlyHidden(form, others.get(0));
        }
        return places.isEmpty() ? missing(form) : places.get(0);
    }

    private FormPlace place(SheetCells sheet, PreparedForm form) {
        return FormPlace.in(words.computeIfAbsent(sheet, SheetWords::of), form);
    }

    private List<FormPlace> certain(PreparedForm form, List<SheetCells> sheets) {
        return sheets.stream()
                .map(sheet -> place(sheet, form))
                .filter(FormPlace::certain)
                .toList();
    }

    /** The sheet of the form's name; a sheet of no form's name that holds the same table is not passed over in silence. */
    private FormPlace chosen(PreparedForm form, FormPlace place, List<FormPlace> hidden) {
        passedOver(form, place, hidden);
        for (FormPlace other : certain(form, form.form() instanceof CoverForm ? List.of() : strange)) {
            if (!other.complete()) {
                continue;
            }
            String name = other.sheet().name();
            boolean unseen = other.sheet().hidden();
            FindingCode code = unseen ? FindingCode.SHEET_HIDDEN_TWIN : FindingCode.SHEET_ALSO_FITS;
            add(
                    code,
                    Place.sheet(name),
                    form,
                    form.form().sheet().name(),
                    place.sheet().name(),
                    name);
        }
        return place;
    }

    private boolean nobodys(SheetCells sheet) {
        return forms.stream().noneMatch(form -> form.isNamed(sheet) || form.isAlsoNamed(sheet));
    }

    private void passedOver(PreparedForm form, FormPlace place, List<FormPlace> hidden) {
        for (FormPlace other : hidden) {
            String name = other.sheet().name();
            String found = place.sheet().name();
            FindingCode code = FindingCode.SHEET_HIDDEN_TWIN;
            add(code, Place.sheet(name), form, form.form().sheet().name(), found, name);
        }
    }

    private FormPlace onlyHidden(PreparedForm form, FormPlace place) {
        String name = place.sheet().name();
        add(
                FindingCode.SHEET_HIDDEN,
                Place.sheet(name),
                form,
                form.form().sheet().name(),
                name);
        return place;
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
