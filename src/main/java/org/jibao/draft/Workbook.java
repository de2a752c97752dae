package org.jibao.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jibao.draft.Covers.Found;
import org.jibao.draft.DraftForm.Cover;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.draft.DraftForm.Register;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.reading.book.SourceBook;
import org.jspecify.annotations.Nullable;

/**
 * What was recognised in one workbook.
 *
 * @param forms a cover first, where there is one
 * @param cover what its lines say, by label
 * @param units names and codes from a sheet that lists units, or empty
 * @param seen what each sheet was taken for
 */
record Workbook(
        List<SheetView> sheets,
        List<DraftForm> forms,
        Map<String, String> cover,
        List<ListedUnit> units,
        List<Remark> remarks,
        List<Remark> seen) {

    private static final Wording WORDS = Wording.of(Workbook.class);

    /** A unit as a list names it. */
    record ListedUnit(String code, String name) {}

    static Workbook of(SourceBook book) {
        List<SheetView> sheets =
                book.sheets().stream().map(sheet -> new SheetView(book, sheet)).toList();
        return new Reading(sheets).workbook();
    }

    /** How many cells a person fills in. */
    int size() {
        return forms.stream().mapToInt(Workbook::size).sum();
    }

    static int size(DraftForm form) {
        if (form instanceof Grid grid) {
            return grid.columns().size() * grid.rows().size();
        }
        return form instanceof Cover cover
                ? cover.fields().size()
                : ((Register) form).fields().size();
    }

    /** The value of a line of the cover, or empty. */
    String said(Vocabulary words) {
        return cover.entrySet().stream()
                .filter(line -> words.is(line.getKey()) && !line.getValue().isEmpty())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Goes through the sheets. */
    private static final class Reading {

        private final List<SheetView> sheets;
        private final Map<SheetView, Found> covers = new HashMap<>();
        private final List<Remark> remarks = new ArrayList<>();
        private final List<Remark> seen = new ArrayList<>();
        private final List<ListedUnit> units = new ArrayList<>();

        Reading(List<SheetView> sheets) {
            this.sheets = sheets;
        }

        Workbook workbook() {
            List<SheetView> shown =
                    sheets.stream().filter(sheet -> !sheet.hidden()).toList();
            shown.forEach(sheet -> covers.put(sheet, Covers.in(sheet)));
            Map<SheetView, List<DraftForm>> tables = new HashMap<>();
            boolean unit = covers.values().stream()
                    .anyMatch(found -> found.cover() != null && found.cover().unitName() >= 0);
            Set<SheetView> lists = new HashSet<>();
            sheets.stream().flatMap(sheet -> sheet.listsElsewhere().stream()).forEach(range -> shown.stream()
                    .filter(sheet -> holds(sheet, range) && !sheet.asks())
                    .forEach(lists::add));
            for (SheetView sheet : shown) {
                if (lists.contains(sheet)) {
                    covers.remove(sheet);
                    seen.add(Remark.recognised(WORDS.text("seen.lists"), sheet.name(), ""));
                } else {
                    tables.put(sheet, tables(sheet, unit));
                }
            }
            List<DraftForm> forms = new ArrayList<>();
            Cover cover = cover(shown);
            if (cover != null) {
                forms.add(cover);
            }
            List<Cover> others = shown.stream()
                    .map(this::coverOf)
                    .filter(java.util.Objects::nonNull)
                    .filter(other -> other != cover && isNobodys(other))
                    .toList();
            forms.addAll(others);
            shown.forEach(sheet -> forms.addAll(tables.getOrDefault(sheet, List.of())));
            tables.keySet().stream()
                    .sorted(Comparator.comparing(shown::indexOf))
                    .forEach(sheet -> see(
                            sheet,
                            others.contains(coverOf(sheet)) ? coverOf(sheet) : cover,
                            tables.getOrDefault(sheet, List.of())));
            Map<String, String> said = new HashMap<>();
            covers.values().forEach(found -> found.values().forEach((label, value) -> {
                if (!value.isEmpty()) {
                    said.putIfAbsent(label, value);
                }
            }));
            return new Workbook(sheets, forms, said, units, remarks, seen);
        }

        /** Whether choices stand there; a list of what is still to be entered has none yet. */
        private static boolean holds(SheetView sheet, CellRange range) {
            return sheet.name().equalsIgnoreCase(range.sheet())
                    && sheet.at(range.top(), range.left()).words();
        }

        private List<DraftForm> tables(SheetView sheet, boolean unit) {
            Found found = covers.getOrDefault(sheet, new Found(null, java.util.Set.of(), Map.of()));
            List<DraftForm> tables = new ArrayList<>();
            List<DraftForm> again = new ArrayList<>();
            List<DraftForm> all = new Tables(sheet, found.rows(), unit, new Choices(sheets), remarks).find();
            for (DraftForm form : Twins.underTitles(all)) {
                List<ListedUnit> listed = form instanceof Register register ? RosterSheet.units(register) : List.of();
                if (listed.size() > 1) {
                    units.addAll(listed);
                } else if (tables.stream().anyMatch(before -> Twins.alike(before, form))) {
                    again.add(form);
                } else {
                    tables.add(form);
                }
            }
            if (!again.isEmpty()) {
                remarks.add(Remark.look(WORDS.text("table.again", again.size()), sheet.name(), place(again.get(0))));
            }
            return tables;
        }

        /** The one with most lines; one of a sheet that nobody is let into only where there is no other. */
        private @Nullable Cover cover(List<SheetView> shown) {
            Comparator<SheetView> open = Comparator.comparing(sheet -> !sheet.isProtected() || sheet.letsIn());
            Optional<SheetView> best = shown.stream()
                    .filter(sheet ->
                            coverOf(sheet) != null && !isNobodys(java.util.Objects.requireNonNull(coverOf(sheet))))
                    .max(open.thenComparing(sheet -> java.util.Objects.requireNonNull(coverOf(sheet))
                                    .fields()
                                    .size())
                            .thenComparing(sheet -> -shown.indexOf(sheet)));
            return best.map(this::coverOf).orElse(null);
        }

        /** Lines that do not say whose return it is. */
        private static boolean isNobodys(Cover cover) {
            return cover.unitName() < 0 && cover.unitCode() < 0 && cover.period() < 0;
        }

        private @Nullable Cover coverOf(SheetView sheet) {
            Found found = covers.get(sheet);
            return found == null ? null : found.cover();
        }

        private void see(SheetView sheet, @Nullable Cover cover, List<DraftForm> tables) {
            if (cover != null && cover.view() == sheet) {
                seen.add(Remark.recognised(
                        WORDS.text("seen.cover", cover.fields().size()), sheet.name(), place(cover)));
            }
            for (DraftForm form : tables) {
                Text what = form instanceof Grid grid
                        ? WORDS.text(
                                "seen.grid", grid.rows().size(), grid.columns().size())
                        : WORDS.text("seen.register", ((Register) form).fields().size());
                seen.add(Remark.recognised(what, sheet.name(), place(form)));
            }
            if (tables.isEmpty() && (cover == null || cover.view() != sheet)) {
                seen.add(Remark.recognised(
                        sheet.rows() == 0 ? WORDS.text("seen.empty") : WORDS.text("seen.nothing"), sheet.name(), ""));
            }
        }

        private static String place(DraftForm form) {
            if (form instanceof Grid grid) {
                return grid.columns().get(0).place().address();
            }
            return (form instanceof Cover cover ? cover.fields() : ((Register) form).fields())
                    .get(0)
                    .place()
                    .address();
        }
    }
}
