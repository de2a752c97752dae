package org.jibao.testkit.generated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.testkit.generated.PlannedCell.Setting;

/** Writes what is planned with POI's user model, in each of its three kinds. */
final class PoiWriter {

    private final PlannedWorkbook plan;
    private final Random random;
    private final Workbook workbook;
    private final CreationHelper helper;
    private final Map<String, CellStyle> styles = new HashMap<>();
    private final Map<Setting, Font> fonts = new HashMap<>();

    private PoiWriter(PlannedWorkbook plan, Random random, Workbook workbook) {
        this.plan = plan;
        this.random = random;
        this.workbook = workbook;
        this.helper = workbook.getCreationHelper();
    }

    static byte[] write(PlannedWorkbook plan, Random random) throws IOException {
        try (Workbook workbook = empty(plan, random)) {
            PoiWriter writer = new PoiWriter(plan, random, workbook);
            plan.sheets().forEach(sheet -> writer.write(sheet));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static Workbook empty(PlannedWorkbook plan, Random random) {
        return switch (plan.writer()) {
            case HSSF -> new HSSFWorkbook();
            case SXSSF -> new SXSSFWorkbook(null, 10, false, random.nextBoolean());
            default -> dated(new XSSFWorkbook(), plan.date1904());
        };
    }

    private static XSSFWorkbook dated(XSSFWorkbook workbook, boolean date1904) {
        if (date1904) {
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
        }
        return workbook;
    }

    private void write(PlannedSheet planned) {
        Sheet sheet = workbook.createSheet(planned.name);
        planned.hiddenColumns.stream().forEach(column -> sheet.setColumnHidden(column, true));
        planned.narrowColumns.stream().forEach(column -> sheet.setColumnWidth(column, 0));
        Drawing<?> drawing = null;
        for (int row : planned.rows.keySet()) {
            Row line = sheet.createRow(row);
            if (planned.hiddenRows.get(row)) {
                line.setZeroHeight(true);
            } else if (planned.flatRows.get(row)) {
                line.setHeight((short) 0);
            }
            for (PlannedCell cell :
                    Objects.requireNonNull(planned.rows.get(row)).values()) {
                write(line.createCell(cell.column()), cell);
                if (cell.comment()) {
                    drawing = drawing == null ? sheet.createDrawingPatriarch() : drawing;
                    comment(drawing, line.getCell(cell.column()));
                }
            }
        }
        planned.merged.forEach(area -> sheet.addMergedRegionUnsafe(
                new CellRangeAddress(area.top(), area.bottom(), area.left(), area.right())));
        visibility(workbook.getNumberOfSheets() - 1, planned.visibility);
        if (random.nextInt(12) == 0 && !planned.chart) {
            chart(sheet);
        }
    }

    private void visibility(int sheet, PlannedSheet.Visibility visibility) {
        switch (visibility) {
            case VISIBLE -> {}
            case HIDDEN -> workbook.setSheetVisibility(sheet, SheetVisibility.HIDDEN);
            case VERY_HIDDEN -> workbook.setSheetVisibility(sheet, SheetVisibility.VERY_HIDDEN);
        }
    }

    private void write(Cell cell, PlannedCell planned) {
        if (planned.origin() == PlannedCell.Origin.ARRAY) {
            cell.getSheet()
                    .setArrayFormula(
                            "1+1",
                            new CellRangeAddress(planned.row(), planned.row(), planned.column(), planned.column()));
        } else if (planned.origin().formula()) {
            cell.setCellFormula(random.nextBoolean() ? "SUM(A1:B2)" : "1+1");
        }
        switch (planned.what()) {
            case NUMBER -> cell.setCellValue(planned.number());
            case TEXT -> text(cell, planned);
            case BOOLEAN -> cell.setCellValue(Boolean.parseBoolean(planned.written()));
            case ERROR -> error(cell, planned);
            // The bits are set afterwards, in the file.
            case NOT_A_NUMBER -> cell.setCellValue(BiffStream.TO_BE_NO_NUMBER);
            case NOTHING, ISO_DATE -> {}
        }
        style(cell, planned);
    }

    private static void error(Cell cell, PlannedCell planned) {
        cell.setCellErrorValue(FormulaError.forString(planned.written()).getCode());
    }

    private void text(Cell cell, PlannedCell planned) {
        if (!planned.setting().runs()) {
            cell.setCellValue(planned.written());
            return;
        }
        RichTextString text = helper.createRichTextString(planned.written());
        int tail = planned.head().length();
        text.applyFont(tail, planned.written().length(), font(planned.setting()));
        cell.setCellValue(text);
    }

    private Font font(Setting setting) {
        return fonts.computeIfAbsent(setting, key -> {
            Font font = workbook.createFont();
            switch (key) {
                case STRUCK_CELL, STRUCK_RUN -> font.setStrikeout(true);
                case RAISED_CELL, RAISED_RUN -> font.setTypeOffset(Font.SS_SUPER);
                case LOWERED_CELL, LOWERED_RUN -> font.setTypeOffset(Font.SS_SUB);
                default -> font.setBold(true);
            }
            return font;
        });
    }

    private void style(Cell cell, PlannedCell planned) {
        PlannedFormat format = planned.format();
        boolean plain = planned.setting() == Setting.PLAIN || planned.setting().runs();
        if (format == PlannedFormat.GENERAL && plain) {
            return;
        }
        String key = format.builtIn() + " " + format.code() + (plain ? "" : planned.setting());
        cell.setCellStyle(styles.computeIfAbsent(key, made -> {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(
                    format.builtIn() >= 0
                            ? (short) format.builtIn()
                            : helper.createDataFormat().getFormat(format.code()));
            if (!plain) {
                style.setFont(font(planned.setting()));
            }
            return style;
        }));
    }

    private void comment(Drawing<?> drawing, Cell cell) {
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setRow1(cell.getRowIndex());
        anchor.setCol1(cell.getColumnIndex());
        anchor.setRow2(cell.getRowIndex() + 2);
        anchor.setCol2(cell.getColumnIndex() + 2);
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(helper.createRichTextString("批注 77"));
        comment.setAddress(cell.getAddress());
    }

    private void chart(Sheet sheet) {
        if (sheet instanceof XSSFSheet own) {
            XSSFChart chart = own.createDrawingPatriarch().createChart(helper.createClientAnchor());
            XDDFChartData bars = chart.createData(
                    ChartTypes.BAR,
                    chart.createCategoryAxis(AxisPosition.BOTTOM),
                    chart.createValueAxis(AxisPosition.LEFT));
            bars.addSeries(
                    XDDFDataSourcesFactory.fromArray(new String[] {"甲"}),
                    XDDFDataSourcesFactory.fromArray(new Integer[] {77}));
            chart.plot(bars);
        }
    }
}
