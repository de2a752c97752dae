package org.jibao.template;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.calendar.Period;
import org.jibao.definition.CellType;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.TemplateMark;
import org.jibao.definition.Unit;
import org.jibao.template.TemplateStyles.Tone;
import org.jibao.workbook.Block;
import org.jibao.workbook.Finish;
import org.jibao.workbook.PagePlan;
import org.jibao.workbook.SheetPlan.NamedTable;
import org.jibao.workbook.TextWidth;
import org.jibao.workbook.Typefaces;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;

/** The workbook of one template, and what its sheets share. */
public final class TemplateBook implements AutoCloseable {

    private static final double PLAIN_COLUMN = 9.14;

    private final TemplateRequest request;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final TemplateStyles tones;
    private final TextWidth text;
    private final Choices choices = new Choices();

    TemplateBook(TemplateRequest request, TextWidth text) {
        this.request = request;
        this.tones = new TemplateStyles(workbook, request.job().language());
        this.text = text;
    }

    /** Measuring takes a moment to learn, so all templates of a run share it. */
    static TextWidth measure() {
        return TextWidth.of(Typefaces.load().typeface());
    }

    TemplateRequest request() {
        return request;
    }

    TemplateTexts texts() {
        return request.texts();
    }

    TemplateStyles tones() {
        return tones;
    }

    TextWidth text() {
        return text;
    }

    Choices choices() {
        return choices;
    }

    TemplateSheet canvas(String sheet, List<Integer> widths) {
        return new TemplateSheet(workbook.createSheet(sheet), tones, text, widths);
    }

    /** Row heights, panes, print set-up and protection: what is not open cannot be changed, and there is no password. */
    void finish(TemplateSheet canvas, PagePlan page) {
        XSSFSheet sheet = canvas.sheet();
        canvas.fitHeights();
        new Finish(texts().say("template.footer")).page(workbook, sheet, page);
        sheet.addIgnoredErrors(
                new CellRangeAddress(0, page.lastRow(), 0, page.lastColumn()),
                IgnoredErrorType.NUMBER_STORED_AS_TEXT,
                IgnoredErrorType.FORMULA,
                IgnoredErrorType.FORMULA_RANGE,
                IgnoredErrorType.EMPTY_CELL_REFERENCE);
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
    }

    /** @param id of the form whose header begins the cells */
    void name(TemplateSheet canvas, String id, Block cells) {
        Finish.name(workbook, canvas.sheet(), new NamedTable(id, cells));
    }

    /** A register grows: a fixed print area would cut off what is entered below it. */
    void printWhatIsFilled(XSSFSheet sheet) {
        workbook.removePrintArea(workbook.getSheetIndex(sheet));
    }

    /** Opens whole columns; POI would write one element for each. */
    void openColumns(XSSFSheet sheet, int first, int last) {
        CTCol columns = sheet.getCTWorksheet().getColsArray(0).addNewCol();
        columns.setMin(first + 1);
        columns.setMax(last + 1);
        columns.setWidth(PLAIN_COLUMN);
        columns.setStyle(tones.of(Tone.SPARE).getIndex());
    }

    /** Whoever opens it computes the totals, whatever it finds in them. */
    void write(OutputStream stream) throws IOException {
        choices.write(workbook, texts().say("template.lists"));
        workbook.setForceFormulaRecalculation(true);
        workbook.setActiveSheet(0);
        workbook.setSelectedTab(0);
        mark();
        describe(workbook.getProperties().getCoreProperties().getUnderlyingProperties());
        workbook.write(stream);
    }

    private void mark() {
        TemplateMark mark = new TemplateMark(
                request.job().id(),
                request.job().version(),
                request.unit().code(),
                request.period().code(),
                request.code());
        mark.properties()
                .forEach((name, value) ->
                        workbook.getProperties().getCustomProperties().addProperty(name, value));
    }

    /** Dated by the period, as nothing in the file may depend on the clock. */
    private void describe(PackagePropertiesPart properties) {
        Optional<Date> created = Optional.of(
                Date.from(request.period().start().atStartOfDay(ZoneOffset.UTC).toInstant()));
        properties.setTitleProperty(texts().of(request.job().title()) + " " + texts().of(request.period()));
        properties.setCreatorProperty("Jibao " + request.version());
        properties.setLastModifiedByProperty("Jibao " + request.version());
        properties.setLanguageProperty(request.job().language().tag());
        properties.setCreatedProperty(created);
        properties.setModifiedProperty(created);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    /** The lists behind drop-downs: short ones in the cell's own rule, long ones on a hidden sheet under a name. */
    static final class Choices {

        /** A rule takes 255 signs, and some programs fewer. */
        private static final int SHORT = 120;

        private final Map<String, List<String>> lists = new LinkedHashMap<>();

        /**
         * The list as a rule writes it.
         *
         * @param id of the list in the workbook: letters, digits and underscores
         */
        String formula(String id, List<String> words) {
            String joined = String.join(",", words);
            boolean plain = words.stream().noneMatch(word -> word.contains(",") || word.contains("\""));
            if (plain && joined.length() <= SHORT) {
                return '"' + joined + '"';
            }
            lists.put("list_" + id, words);
            return "list_" + id;
        }

        /** Writes the hidden sheet, where there is anything to write. */
        void write(XSSFWorkbook workbook, String name) {
            if (lists.isEmpty()) {
                return;
            }
            XSSFSheet sheet = workbook.createSheet(name);
            int column = 0;
            for (Map.Entry<String, List<String>> list : lists.entrySet()) {
                write(sheet, column, list.getValue());
                XSSFName range = workbook.createName();
                range.setNameName(list.getKey());
                String letters = CellReference.convertNumToColString(column);
                range.setRefersToFormula("'%1$s'!$%2$s$1:$%2$s$%3$d"
                        .formatted(name, letters, list.getValue().size()));
                column++;
            }
            sheet.enableLocking();
            workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
        }

        private static void write(XSSFSheet sheet, int column, List<String> words) {
            for (int i = 0; i < words.size(); i++) {
                XSSFRow row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
                row.createCell(column).setCellValue(words.get(i));
            }
        }
    }

    /** Excel's number formats for what a cell holds. */
    static final class Formats {

        static final String DATE = "yyyy-mm-dd";

        /** What Excel must not take for a number or a date, such as {@code 2026-1}. */
        static final String TEXT = "@";

        private static final String COUNT = "#,##0";
        private static final String AMOUNT = "#,##0.00##";

        private Formats() {}

        static String of(CellType type) {
            return switch (type.kind()) {
                case COUNT -> COUNT;
                case AMOUNT -> AMOUNT;
                // Where the form's unit is percent, 45 stands for 45 %.
                case PERCENT -> "%".equals(type.unit()) ? "General" : "0.00%";
                case DATE -> DATE;
                case TEXT -> TEXT;
            };
        }
    }

    /**
     * Everything that decides what a template says; the same request gives the same bytes.
     *
     * @param due the last day on which the return is in time
     * @param before what the unit's last return said
     * @param version of the program
     * @param code of the template's mark, or empty
     */
    public record TemplateRequest(
            JobDefinition job,
            Unit unit,
            Period period,
            LocalDate due,
            BroughtForward before,
            String version,
            String code) {

        TemplateTexts texts() {
            return new TemplateTexts(job.language());
        }

        /** One whose mark is not signed. */
        public TemplateRequest(
                JobDefinition job, Unit unit, Period period, LocalDate due, BroughtForward before, String version) {
            this(job, unit, period, due, before, version, "");
        }
    }
}
