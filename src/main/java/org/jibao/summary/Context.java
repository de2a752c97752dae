package org.jibao.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.calendar.WorkingDays;
import org.jibao.chart.ChartPainter;
import org.jibao.chart.ChartPlan;
import org.jibao.definition.PrintedForm;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.finding.Language;
import org.jibao.metrics.MetricTable;
import org.jibao.workbook.TextWidth;
import org.jibao.workbook.Typefaces.Typeface;

/** What every sheet is made from: the request, its tables and charts by id, the words and the measures. */
public final class Context {
    private final SummaryRequest request;
    private final List<Localizer> speeches;
    private final List<Sheet> sheets;
    private final Cells cells;
    private final TextWidth measure;
    private final Optional<ChartPainter> painter;
    private final Map<String, String> names;
    private final Map<String, SummaryDefinition.Table> tables = new LinkedHashMap<>();
    private final Map<String, SummaryDefinition.Chart> charts = new LinkedHashMap<>();
    private final Map<String, PrintedForm> printed = new LinkedHashMap<>();
    private final Map<String, Integer> notes = new LinkedHashMap<>();
    private final Map<String, ShownTable> shown = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** Of a summary in one language; sheets for programs that have a workbook of their own are not in it. */
    public Context(SummaryRequest request, Optional<Typeface> typeface) {
        this(
                request,
                typeface,
                List.of(request.language()),
                sheet -> sheet.kind() != SheetKind.TIDY || request.dataFile().isEmpty());
    }

    private Context(
            SummaryRequest request, Optional<Typeface> typeface, List<Language> languages, Predicate<Sheet> has) {
        SheetNeeds.check(request.job().summary(), request.tables(), request.language());
        this.request = request;
        speeches = languages.stream()
                .map(language -> new Localizer(request, language))
                .toList();
        sheets = definition().sheets().stream().filter(has).toList();
        cells = new Cells(speeches, request.job().zone());
        measure = TextWidth.of(typeface);
        painter = typeface.map(ChartPainter::new);
        names = Sheets.names(definition().sheets(), speeches);
        names.values().forEach(name -> used.add(name.toLowerCase(Locale.ROOT)));
        definition().tables().forEach(table -> tables.put(table.id(), table));
        definition().charts().forEach(chart -> charts.put(chart.id(), chart));
        definition().printed().forEach(form -> printed.put(form.id(), form));
        definition().sheets().forEach(this::numberNotes);
    }

    /** Of the workbook of the sheets for programs, which says everything in all languages of the job. */
    static Context ofData(SummaryRequest request, Optional<Typeface> typeface) {
        return new Context(request, typeface, request.job().languages(), sheet -> sheet.kind() == SheetKind.TIDY);
    }

    private void numberNotes(Sheet sheet) {
        for (String block : sheet.blocks()) {
            SummaryDefinition.Table table = tables.get(block);
            if (table != null && table.note() != null) {
                notes.putIfAbsent(block, notes.size() + 1);
            }
        }
    }

    public SummaryRequest request() {
        return request;
    }

    /** Whether no further return counts by itself: the last day on which the period takes them is over. */
    public boolean isFinal() {
        LocalDate day = request.asOf().atZone(request.job().zone()).toLocalDate();
        LocalDate due = request.job().due().dueDate(request.period(), WorkingDays.china());
        return day.isAfter(due.plusDays(request.job().openFor()));
    }

    public SummaryDefinition definition() {
        return request.job().summary();
    }

    /** The sheets of this workbook. */
    List<Sheet> sheets() {
        return sheets;
    }

    /** Of the language in which the workbook is named. */
    public Localizer speech() {
        return speeches.get(0);
    }

    /** Of all languages in which it is. */
    List<Localizer> speeches() {
        return speeches;
    }

    /** A text in each of them. */
    String inEach(Function<Localizer, String> text) {
        return joined(speeches.stream().map(text), " · ");
    }

    /** The same text twice is one. */
    static String joined(Stream<String> texts, String between) {
        return texts.filter(text -> !text.isBlank()).distinct().collect(Collectors.joining(between));
    }

    public Cells cells() {
        return cells;
    }

    public TextWidth measure() {
        return measure;
    }

    TableShape shape() {
        return new TableShape(measure, cells);
    }

    /** Whether charts are pictures on every page, and not only on the leaders'. */
    public boolean drawsPictures() {
        return definition().drawing() == SummaryDefinition.DrawnAs.PICTURE;
    }

    /** Empty where the machine cannot draw text. */
    public Optional<ChartPainter> painter() {
        return painter;
    }

    String sheetName(Sheet sheet) {
        return java.util.Objects.requireNonNull(names.get(sheet.id()));
    }

    /** A tab's name for a sheet that continues another. */
    String furtherName(String wanted) {
        return Sheets.unused(Sheets.safe(wanted), used);
    }

    public Optional<Sheet> sheet(SheetKind kind) {
        return sheets.stream().filter(sheet -> sheet.kind() == kind).findFirst();
    }

    public boolean isTable(String block) {
        return tables.containsKey(block);
    }

    /** The numbers of the tables' notes, in order of appearance, from 1. */
    public Map<String, Integer> notes() {
        return notes;
    }

    public ShownTable table(String id) {
        return shown.computeIfAbsent(id, this::makeTable);
    }

    private ShownTable makeTable(String id) {
        SummaryDefinition.Table table = tables.get(id);
        if (table == null) {
            throw new IllegalArgumentException("summary.yaml shows " + id + ", which is no table and no chart");
        }
        return ShownTable.of(table, figures(id), speeches);
    }

    /** The figures of a table as the metrics gave them. */
    public MetricTable figures(String id) {
        MetricTable figures = request.tables().get(id);
        if (figures == null) {
            throw new IllegalArgumentException("the table " + id + " of summary.yaml was not computed");
        }
        return figures;
    }

    public PrintedForm printed(String id) {
        PrintedForm form = printed.get(id);
        if (form == null) {
            throw new IllegalArgumentException("summary.yaml shows " + id + ", which is no printed form");
        }
        return form;
    }

    public ChartPlan chart(String id) {
        SummaryDefinition.Chart chart = charts.get(id);
        if (chart == null) {
            throw new IllegalArgumentException("summary.yaml shows " + id + ", which is no table and no chart");
        }
        return Charts.plan(chart, figures(chart.table()), tables.get(chart.table()), speech());
    }

    /** The names of the tabs: at most 31 characters, none that Excel forbids, none twice. */
    static final class Sheets {
        private static final int LONGEST = 31;

        private Sheets() {}

        /** Tab names by the ids of the sheets, in order. */
        static Map<String, String> names(List<Sheet> sheets, List<Localizer> speeches) {
            Map<String, String> names = new LinkedHashMap<>();
            Set<String> used = new HashSet<>();
            for (Sheet sheet : sheets) {
                String name = joined(speeches.stream().map(speech -> speech.say(sheet.title())), " · ");
                names.put(sheet.id(), unused(safe(name), used));
            }
            return names;
        }

        private static String safe(String title) {
            String safe = title.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").strip();
            safe = withoutQuotes(safe);
            return safe.isEmpty()
                    ? "-"
                    : safe.substring(0, Math.min(LONGEST, safe.length())).strip();
        }

        /** Excel takes none at either end of a name. */
        private static String withoutQuotes(String name) {
            int from = 0;
            int to = name.length();
            while (from < to && name.charAt(from) == '\'') {
                from++;
            }
            while (to > from && name.charAt(to - 1) == '\'') {
                to--;
            }
            return name.substring(from, to);
        }

        private static String unused(String name, Set<String> used) {
            List<String> candidates = new ArrayList<>(List.of(name));
            for (int number = 2; !used.add(candidates.get(candidates.size() - 1).toLowerCase(Locale.ROOT)); number++) {
                String suffix = " " + number;
                candidates.add(name.substring(0, Math.min(name.length(), LONGEST - suffix.length())) + suffix);
            }
            return candidates.get(candidates.size() - 1);
        }
    }
}
