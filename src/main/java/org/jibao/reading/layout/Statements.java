package org.jibao.reading.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jibao.calendar.Period;
import org.jibao.definition.CellType;
import org.jibao.definition.Label;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.meaning.CellFindings;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.FindingList;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.workbook.Remarks;
import org.jspecify.annotations.Nullable;

/**
 * What labels, groups and titles of a form state of units and periods, held against the form. A unit that the form accepts is
 * remembered: the figures under it are converted.
 */
public final class Statements {

    private final FormPlace place;
    private final Header header;
    private final Period period;
    private final StatementFindings findings;
    private final Map<Integer, List<StatedUnit>> byColumn = new HashMap<>();
    private final Map<Integer, List<StatedUnit>> byRow = new HashMap<>();
    private boolean converts;

    public Statements(FormPlace place, Header header, Period period, FindingList findings) {
        this.place = place;
        this.header = header;
        this.period = period;
        this.findings = new StatementFindings(place, period, findings);
    }

    /**
     * Reads the column labels, the groups above them and the titles.
     *
     * @param types of the cells below each column label
     * @param below the lowest header row of a form further up on the sheet, or -1
     */
    public void columns(IntFunction<List<CellType>> types, int below) {
        Axis across = place.form().across();
        for (int position = 0; position < across.size(); position++) {
            Cell label = header.column(position) < 0
                    ? null
                    : header.choices().get(position).cell();
            if (label != null) {
                StatedUnit unit = label(across, position, label, types.apply(position));
                remember(byColumn, position, unit);
            }
        }
        for (TitleCell title : TitleCell.of(place.sheet(), header, below)) {
            title(title, types);
        }
    }

    /** Reads the row labels and the groups left of them. */
    public void rows(List<Choice> rows, IntFunction<List<CellType>> types) {
        Axis down = place.form().down();
        List<Cell> groups = new ArrayList<>();
        for (int position = 0; position < down.size(); position++) {
            Cell label = rows.get(position).cell();
            if (label != null && rows.get(position).rival() == null) {
                remember(byRow, position, label(down, position, label, types.apply(position)));
                for (Cell group : groups(label)) {
                    int one = position;
                    StatedUnit unit = unit(group, () -> types.apply(one));
                    remember(byRow, position, unit);
                    if (unit != null && !groups.contains(group)) {
                        groups.add(group);
                        findings.unit(unit, group, down.name(position));
                    }
                }
            }
        }
    }

    /** The texts left of a row label: those of its own row, and of each column the nearest above. */
    private List<Cell> groups(Cell label) {
        List<Cell> groups = new ArrayList<>();
        for (int column = 0; column < label.column(); column++) {
            for (int row = label.row(); row > header.bottom(); row--) {
                Cell cell = place.sheet().at(row, column);
                if (cell != null) {
                    if (cell.kind() == Cell.Kind.TEXT) {
                        groups.add(cell);
                    }
                    break;
                }
            }
        }
        return groups;
    }

    private void remember(Map<Integer, List<StatedUnit>> units, int position, @Nullable StatedUnit unit) {
        if (unit != null) {
            units.computeIfAbsent(position, any -> new ArrayList<>(1)).add(unit);
            converts |= unit.converted() != null;
        }
    }

    private @Nullable StatedUnit label(Axis axis, int position, Cell cell, List<CellType> types) {
        List<String> remarks =
                cell.kind() == Cell.Kind.TEXT ? Remarks.of(cell.text()).all() : List.of();
        if (remarks.isEmpty()) {
            return null;
        }
        Label label = axis.label(position);
        OwnWords own = new OwnWords(label, period.kind());
        StatedUnit unit = StatedUnit.of(remarks, () -> types, true);
        boolean ofForm = unit != null && unit.against() != null && own.printsUnit(unit) && !OwnWords.haveUnit(types);
        if (unit != null && !ofForm) {
            findings.unit(unit, cell, axis.name(position));
        }
        for (String remark : remarks) {
            if (unit == null || StatedUnit.of(List.of(remark), () -> types, true) == null) {
                remark(remark, own, cell, axis.name(position));
            }
        }
        return unit;
    }

    private void remark(String remark, OwnWords own, Cell cell, Text name) {
        SpokenPeriod spoken = SpokenPeriod.of(remark, period);
        if (spoken != null) {
            if (spoken != SpokenPeriod.AROUND && !own.periods().contains(spoken)) {
                findings.period(remark, own, cell, name);
            }
        } else if (!own.says(remark) && !OwnWords.isHarmless(remark)) {
            findings.remark(remark, cell, name);
        }
    }

    /** A title speaks of all columns, a group of those below it; what is said there beside units and periods is nobody's label. */
    private void title(TitleCell title, IntFunction<List<CellType>> types) {
        if (!statesAnything(title.cell())) {
            return;
        }
        Axis across = place.form().across();
        List<Integer> under = new ArrayList<>();
        for (int position = 0; position < across.size(); position++) {
            if (header.beside() || header.column(position) >= 0 && title.over(header.column(position))) {
                under.add(position);
            }
        }
        StatedUnit unit = unit(title.cell(), () -> typesWithoutOwn(under, types));
        if (unit != null) {
            findings.unit(unit, title.cell(), place.form().form().title());
            under.stream()
                    .filter(position -> !hasOwn(position))
                    .forEach(position -> remember(byColumn, position, unit));
        }
        for (String remark : Remarks.of(title.cell().text()).all()) {
            SpokenPeriod spoken = SpokenPeriod.of(remark, period);
            if (spoken != null && !under.isEmpty() && !speaksOf(spoken, under)) {
                findings.period(remark, null, title.cell(), place.form().form().title());
            }
        }
    }

    private List<CellType> typesWithoutOwn(List<Integer> positions, IntFunction<List<CellType>> types) {
        List<CellType> all = new ArrayList<>();
        for (int position : positions) {
            if (!hasOwn(position)) {
                addNew(all, types.apply(position));
            }
        }
        return all;
    }

    /** By identity: columns share the types of their form, and to compare them by value costs more than all else here. */
    private static void addNew(List<CellType> all, List<CellType> types) {
        for (CellType type : types) {
            boolean known = false;
            for (CellType one : all) {
                known |= one == type;
            }
            if (!known) {
                all.add(type);
            }
        }
    }

    /** What stands nearer to the figures goes before a title. */
    private boolean hasOwn(int position) {
        return byColumn.containsKey(position);
    }

    private boolean speaksOf(SpokenPeriod spoken, List<Integer> positions) {
        Axis across = place.form().across();
        Axis down = place.form().down();
        return spoken == SpokenPeriod.AROUND
                || spoken == SpokenPeriod.CURRENT
                || positions.stream()
                        .anyMatch(position -> periods(across, position).contains(spoken))
                || IntStream.range(0, down.size())
                        .anyMatch(position -> periods(down, position).contains(spoken));
    }

    private Set<SpokenPeriod> periods(Axis axis, int position) {
        return new OwnWords(axis.label(position), period.kind()).periods();
    }

    private static boolean statesAnything(Cell cell) {
        return !Remarks.of(cell.text()).all().isEmpty() || cell.text().contains("单位");
    }

    private static @Nullable StatedUnit unit(Cell cell, Supplier<? extends Collection<CellType>> types) {
        if (!statesAnything(cell)) {
            return null;
        }
        Remarks remarks = Remarks.of(cell.text());
        StatedUnit bracketed = StatedUnit.of(remarks.all(), types, true);
        boolean open = bracketed == null && cell.text().contains("单位");
        return open ? StatedUnit.of(Remarks.parts(remarks.head()), types, false) : bracketed;
    }

    /** By what a figure is multiplied that has no unit of its own. */
    public BigDecimal factor(int row, int column, CellType type) {
        return converts
                ? Objects.requireNonNullElse(
                        first(byColumn.get(column), type),
                        Objects.requireNonNullElse(first(byRow.get(row), type), BigDecimal.ONE))
                : BigDecimal.ONE;
    }

    private static @Nullable BigDecimal first(@Nullable List<StatedUnit> units, CellType type) {
        for (StatedUnit unit : units == null ? List.<StatedUnit>of() : units) {
            BigDecimal factor = unit.factors().get(type);
            if (factor != null) {
                return factor;
            }
        }
        return null;
    }

    /** Says where labels and titles of a sheet state something else than the form. */
    static final class StatementFindings {

        private final FormPlace place;
        private final Period period;
        private final FindingList findings;

        StatementFindings(FormPlace place, Period period, FindingList findings) {
            this.place = place;
            this.period = period;
            this.findings = findings;
        }

        /** Another unit or scale than the form's, or one that is converted; nothing of the form's own. */
        void unit(StatedUnit unit, Cell cell, Text label) {
            CellType against = unit.against();
            CellType converted = unit.converted();
            if (against != null) {
                add(FindingCode.LABEL_UNIT, cell, label, unit.words(), own(against));
            } else if (converted != null) {
                String factor =
                        Objects.requireNonNull(unit.factors().get(converted)).toPlainString();
                add(FindingCode.LABEL_UNIT_CONVERTED, cell, label, unit.words(), own(converted), factor);
            }
        }

        private static String own(CellType type) {
            return Objects.requireNonNullElse(type.unit(), CellFindings.NO_UNIT);
        }

        /** Another time than the form's. */
        void period(String found, @Nullable OwnWords own, Cell cell, Text label) {
            boolean current = own == null || own.periods().contains(SpokenPeriod.CURRENT);
            Text expected = current ? period.label() : label;
            Finding finding = finding(FindingCode.LABEL_PERIOD, cell, label, found, expected.zh());
            findings.add(finding.inEnglish("expected", expected.en()));
        }

        void remark(String found, Cell cell, Text label) {
            add(FindingCode.LABEL_REMARK, cell, label, found);
        }

        private void add(FindingCode code, Cell cell, Text label, String... others) {
            findings.add(finding(code, cell, label, others));
        }

        private Finding finding(FindingCode code, Cell cell, Text label, String... others) {
            String[] values = new String[others.length + 1];
            values[0] = label.zh();
            System.arraycopy(others, 0, values, 1, others.length);
            String sheet = place.sheet().name();
            String subject = place.form().form().id() + "/" + LabelText.normalise(label.zh());
            Place at = Place.cell(sheet, cell.address());
            return Finding.of(code, at, subject, null, values).inEnglish("label", label.en());
        }
    }
}
