package org.jibao.reading.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.definition.CoverForm;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.RegisterForm;
import org.jibao.reading.layout.Choice;
import org.jibao.reading.layout.FormPlace;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.layout.Neighbours;
import org.jibao.reading.layout.PreparedForm;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.SheetCells;

/** Finds where in a file what must not be handed on stands: below the labels of sensitive fields, wherever units have moved them. */
public final class SensitiveAreas {

    private final List<PreparedForm> forms;
    private final boolean any;

    /** The cells of one column below a label, 0-based. */
    public record Area(String sheet, String label, int labelRow, int column, int first, int last) {}

    /**
     * What is found in one file.
     *
     * @param grids names of the sheets on which a grid stands: what looks like a number of a person may be a figure there
     * @param unknown names of the sheets on which no form is found, in a job of which something is sensitive: what stands in them may be
     */
    public record Found(List<Area> areas, Set<String> grids, Set<String> unknown) {}

    public SensitiveAreas(JobDefinition job) {
        this.forms = job.forms().stream().map(PreparedForm::of).toList();
        this.any = job.forms().stream().anyMatch(SensitiveAreas::isSensitive);
    }

    private static boolean isSensitive(FormDefinition form) {
        return form instanceof RegisterForm register
                && register.fields().stream().anyMatch(Field::sensitive);
    }

    public Found in(List<SheetCells> sheets) {
        Map<String, List<FormPlace>> bySheet = places(sheets);
        List<Area> areas = new ArrayList<>();
        Set<String> grids = new HashSet<>();
        bySheet.forEach((name, places) -> {
            for (FormPlace place : places) {
                if (place.form().form() instanceof GridForm) {
                    grids.add(name);
                } else if (any && isSensitive(place.form().form())) {
                    areas.addAll(areas(place, places));
                }
            }
        });
        return new Found(areas, grids, any ? unknown(sheets, bySheet.keySet()) : Set.of());
    }

    /** A cover is known by its name alone. */
    private Set<String> unknown(List<SheetCells> sheets, Set<String> placed) {
        Set<String> unknown = new HashSet<>();
        for (SheetCells sheet : sheets) {
            boolean cover = forms.stream()
                    .anyMatch(form ->
                            form.form() instanceof CoverForm && (form.isNamed(sheet) || form.isAlsoNamed(sheet)));
            if (!cover && !placed.contains(sheet.name())) {
                unknown.add(sheet.name());
            }
        }
        return unknown;
    }

    /** Every sheet that bears a form's name and fits, and every other that can be no other table: copies too. */
    private Map<String, List<FormPlace>> places(List<SheetCells> sheets) {
        Map<String, List<FormPlace>> places = new LinkedHashMap<>();
        for (SheetCells sheet : sheets) {
            for (PreparedForm form : forms) {
                FormPlace place = form.form() instanceof CoverForm ? null : FormPlace.in(sheet, form);
                boolean named = form.isNamed(sheet) || form.isAlsoNamed(sheet);
                if (place != null && (named ? place.found() : place.certain())) {
                    places.computeIfAbsent(sheet.name(), name -> new ArrayList<>())
                            .add(place);
                }
            }
        }
        return places;
    }

    private static List<Area> areas(FormPlace place, List<FormPlace> places) {
        List<Area> areas = new ArrayList<>();
        List<Header> headers = new ArrayList<>(place.rivals());
        if (place.header() != null) {
            headers.add(place.header());
        }
        if (place.passedOver() != null) {
            headers.add(place.passedOver());
        }
        RegisterForm register = (RegisterForm) place.form().form();
        for (Header header : headers) {
            int last = new Neighbours(place, header, places).lastRow();
            for (int position = 0; position < register.fields().size(); position++) {
                Field field = register.fields().get(position);
                if (field.sensitive()) {
                    Choice choice = header.choices().get(position);
                    add(areas, place, field, choice.cell(), header.bottom(), last);
                    add(areas, place, field, choice.rival(), header.bottom(), last);
                }
            }
        }
        return areas;
    }

    private static void add(
            List<Area> areas,
            FormPlace place,
            Field field,
            @org.jspecify.annotations.Nullable Cell label,
            int bottom,
            int last) {
        if (label != null) {
            String words = field.label().wording();
            areas.add(new Area(
                    place.sheet().name(), words, label.row(), label.column(), Math.max(bottom, label.row()) + 1, last));
        }
    }

    /** By sheet. */
    public static Map<String, List<Area>> bySheet(List<Area> areas) {
        Map<String, List<Area>> bySheet = new HashMap<>();
        areas.forEach(area ->
                bySheet.computeIfAbsent(area.sheet(), name -> new ArrayList<>()).add(area));
        return bySheet;
    }
}
