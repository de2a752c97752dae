package org.jibao.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTDrawing;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTGraphicalObjectFrame;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTPicture;

/**
 * The checklist of public bodies for workbooks that they publish, with WCAG 2.2 AA where it applies: a title, a language, sheets
 * that begin with what they are, named tables without merged or blank parts, pictures in words, readable colours.
 */
public final class WorkbookChecklist {
    private static final int HEADER_FILL = 0xE6EDF5;
    private static final int LONG_TABLE = 40;
    private static final int LONGEST_NAME = 31;
    private static final double CONTRAST = 4.5;
    private static final double CONTRAST_OF_LARGE = 3;
    private static final int LARGE = 18;
    private static final int LARGE_BOLD = 14;

    private final XSSFWorkbook workbook;
    private final Set<FormExemption> exempt;
    private final List<String> violations = new ArrayList<>();

    private WorkbookChecklist(XSSFWorkbook workbook, Set<FormExemption> exempt) {
        this.workbook = workbook;
        this.exempt = exempt;
    }

    /** What of the checklist a workbook breaks; empty where it holds. */
    public static List<String> violations(Path file) throws IOException {
        return violations(file, FormExemption.none());
    }

    /** Likewise, of a copy of what a unit sent. */
    public static List<String> violationsOfForms(Path file) throws IOException {
        return violations(file, FormExemption.ofOwnForms());
    }

    /** Likewise, of a form that is to be filled in. */
    public static List<String> violationsOfBlankForms(Path file) throws IOException {
        return violations(file, FormExemption.ofBlankForms());
    }

    private static List<String> violations(Path file, Set<FormExemption> exempt) throws IOException {
        try (InputStream stream = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(stream)) {
            return violations(workbook, exempt);
        }
    }

    static List<String> violations(XSSFWorkbook workbook, Set<FormExemption> exempt) {
        WorkbookChecklist list = new WorkbookChecklist(workbook, exempt);
        list.properties();
        list.names();
        for (Sheet sheet : workbook) {
            list.sheet((XSSFSheet) sheet);
        }
        return list.violations;
    }

    private boolean isExempt(FormExemption point) {
        return exempt.contains(point);
    }

    private void broken(String where, String what) {
        violations.add(where + ": " + what);
    }

    private void properties() {
        CoreProperties core = workbook.getProperties().getCoreProperties();
        if (isBlank(core.getTitle())) {
            broken("workbook", "no title");
        }
        if (isBlank(core.getCreator())) {
            broken("workbook", "no creator");
        }
        if (core.getUnderlyingProperties()
                .getLanguageProperty()
                .filter(tag -> !tag.isBlank())
                .isEmpty()) {
            broken("workbook", "no language");
        }
        if (core.getCreated() == null) {
            broken("workbook", "no date");
        }
        if (workbook.getActiveSheetIndex() != workbook.getFirstVisibleTab() && !isExempt(FormExemption.FIRST_SHEET)) {
            broken("workbook", "does not open on its first sheet");
        }
    }

    private void names() {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Sheet sheet : workbook) {
            String name = sheet.getSheetName();
            if (name.length() > LONGEST_NAME || !seen.add(name)) {
                broken(name, "name is long or used twice");
            }
            if (name.matches("(?i)sheet\\d*|工作表\\d*")) {
                broken(name, "name says nothing");
            }
        }
    }

    private void sheet(XSSFSheet sheet) {
        int index = workbook.getSheetIndex(sheet);
        if (workbook.isSheetHidden(index) || workbook.isSheetVeryHidden(index)) {
            return;
        }
        title(sheet);
        List<CellRangeAddress> tables = tables(sheet);
        tables.forEach(table -> table(sheet, table));
        if (!isExempt(FormExemption.OWN_TABLES)) {
            headers(sheet, tables);
            longTable(sheet, tables);
        }
        if (!isExempt(FormExemption.OWN_PROMPTS)) {
            prompts(sheet);
        }
        drawings(sheet);
        for (Row row : sheet) {
            if (row.getZeroHeight()) {
                broken(sheet.getSheetName(), "row " + (row.getRowNum() + 1) + " is hidden");
            }
            for (Cell cell : row) {
                contrast(sheet, cell);
            }
        }
    }

    private void title(XSSFSheet sheet) {
        Cell first = sheet.getRow(0) == null ? null : sheet.getRow(0).getCell(0);
        if (first == null || first.getCellType() != CellType.STRING || isEmpty(first)) {
            broken(sheet.getSheetName(), "does not begin with a title in A1");
            return;
        }
        if (isExempt(FormExemption.TITLE_LOOK)) {
            return;
        }
        XSSFFont font = ((XSSFCellStyle) first.getCellStyle()).getFont();
        if (!font.getBold() || font.getFontHeightInPoints() < 12) {
            broken(sheet.getSheetName(), "A1 does not look like a title");
        }
    }

    private List<CellRangeAddress> tables(XSSFSheet sheet) {
        List<CellRangeAddress> tables = new ArrayList<>();
        int index = workbook.getSheetIndex(sheet);
        for (XSSFName name : workbook.getAllNames()) {
            if (name.getSheetIndex() == index && name.getNameName().startsWith("table_")) {
                AreaReference area = new AreaReference(name.getRefersToFormula(), workbook.getSpreadsheetVersion());
                tables.add(new CellRangeAddress(
                        area.getFirstCell().getRow(),
                        area.getLastCell().getRow(),
                        area.getFirstCell().getCol(),
                        area.getLastCell().getCol()));
            }
        }
        return tables;
    }

    private void table(XSSFSheet sheet, CellRangeAddress table) {
        String where = sheet.getSheetName() + " " + table.formatAsString();
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            if (merged.intersects(table) && !(isExempt(FormExemption.GROUP_HEADINGS) && isPrinted(sheet, merged))) {
                broken(where, "merged cells " + merged.formatAsString());
            }
        }
        for (int column = table.getFirstColumn(); column <= table.getLastColumn(); column++) {
            if (isEmpty(heading(sheet, table.getFirstRow(), column))) {
                broken(where, "column " + (column + 1) + " has no header");
            }
        }
        for (int row = table.getFirstRow() + 1; row <= table.getLastRow(); row++) {
            boolean blank = true;
            boolean entry = true;
            for (int column = table.getFirstColumn(); column <= table.getLastColumn(); column++) {
                blank &= isEmpty(cell(sheet, row, column));
                entry &= isOpen(cell(sheet, row, column));
            }
            if (blank && !(isExempt(FormExemption.ENTRY_ROWS) && entry)) {
                broken(where, "row " + (row + 1) + " is blank");
            }
        }
    }

    /** The cell that stands for a place: its own, or the first one of the heading that lies over it. */
    private @Nullable Cell heading(XSSFSheet sheet, int row, int column) {
        return sheet.getMergedRegions().stream()
                .filter(merged -> isExempt(FormExemption.GROUP_HEADINGS) && merged.isInRange(row, column))
                .findFirst()
                .map(merged -> cell(sheet, merged.getFirstRow(), merged.getFirstColumn()))
                .orElseGet(() -> cell(sheet, row, column));
    }

    /** Whether no cell of it can be filled in. */
    private static boolean isPrinted(XSSFSheet sheet, CellRangeAddress cells) {
        for (int row = cells.getFirstRow(); row <= cells.getLastRow(); row++) {
            for (int column = cells.getFirstColumn(); column <= cells.getLastColumn(); column++) {
                if (isOpen(cell(sheet, row, column))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isOpen(@Nullable Cell cell) {
        return cell != null && !cell.getCellStyle().getLocked();
    }

    /** Readers of the screen speak a cell's prompt when it is reached: the name of what is to be filled in. */
    private void prompts(XSSFSheet sheet) {
        List<XSSFDataValidation> prompts = sheet.getDataValidations().stream()
                .filter(rule -> rule.getShowPromptBox() && !isBlank(rule.getPromptBoxText()))
                .toList();
        for (Row row : sheet) {
            for (Cell cell : row) {
                boolean said = prompts.stream()
                        .flatMap(rule -> Stream.of(rule.getRegions().getCellRangeAddresses()))
                        .anyMatch(cells -> cells.isInRange(cell));
                if (isOpen(cell) && !said) {
                    broken(sheet.getSheetName() + " " + cell.getAddress(), "does not say what is to be filled in");
                }
            }
        }
    }

    /** A second table, or a table beside named ones, must have a name of its own. */
    private void headers(XSSFSheet sheet, List<CellRangeAddress> tables) {
        List<Integer> unnamed = new ArrayList<>();
        int all = 0;
        for (Row row : sheet) {
            if (isHeader(row)) {
                all++;
                boolean named = tables.stream()
                        .anyMatch(table -> table.getFirstRow() <= row.getRowNum()
                                && row.getRowNum() <= lastHeaderRow(sheet, table));
                if (!named) {
                    unnamed.add(row.getRowNum() + 1);
                }
            }
        }
        if (all > 1) {
            unnamed.forEach(row -> broken(sheet.getSheetName(), "the table at row " + row + " has no name"));
        }
    }

    /** The first row, and with headings over groups all rows that look like it. */
    private int lastHeaderRow(XSSFSheet sheet, CellRangeAddress table) {
        int row = table.getFirstRow();
        while (isExempt(FormExemption.GROUP_HEADINGS)
                && row < table.getLastRow()
                && sheet.getRow(row + 1) != null
                && isHeader(sheet.getRow(row + 1))) {
            row++;
        }
        return row;
    }

    private static boolean isHeader(Row row) {
        int filled = 0;
        for (Cell cell : row) {
            XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
            if (rgb(style.getFillForegroundXSSFColor(), -1) == HEADER_FILL
                    && style.getFont().getBold()) {
                filled++;
            }
        }
        return filled > 1;
    }

    private void longTable(XSSFSheet sheet, List<CellRangeAddress> tables) {
        if (tables.size() != 1) {
            return;
        }
        CellRangeAddress table = tables.get(0);
        if (table.getLastRow() - table.getFirstRow() < LONG_TABLE) {
            return;
        }
        CellRangeAddress repeated = sheet.getRepeatingRows();
        int header = lastHeaderRow(sheet, table);
        if (repeated == null || repeated.getLastRow() != header) {
            broken(sheet.getSheetName(), "the header is not repeated in print");
        }
        boolean frozen = sheet.getPaneInformation() != null
                && sheet.getPaneInformation().getHorizontalSplitPosition() == header + 1;
        boolean alone = drawing(sheet) == null;
        if (alone && table.getFirstRow() < 10 && !frozen) {
            broken(sheet.getSheetName(), "the header does not stay in sight");
        }
    }

    private static @Nullable XSSFDrawing drawing(XSSFSheet sheet) {
        return sheet.getDrawingPatriarch();
    }

    private void drawings(XSSFSheet sheet) {
        XSSFDrawing drawing = drawing(sheet);
        if (drawing == null) {
            return;
        }
        CTDrawing anchors = drawing.getCTDrawing();
        List<CTNonVisualDrawingProps> objects = new ArrayList<>();
        anchors.getOneCellAnchorList().forEach(anchor -> {
            add(objects, anchor.getPic());
            add(objects, anchor.getGraphicFrame());
        });
        anchors.getTwoCellAnchorList().forEach(anchor -> {
            add(objects, anchor.getPic());
            add(objects, anchor.getGraphicFrame());
        });
        for (CTNonVisualDrawingProps object : objects) {
            if (isBlank(object.getDescr())) {
                broken(sheet.getSheetName(), "“" + object.getName() + "” is not told in words");
            }
        }
    }

    private static void add(List<CTNonVisualDrawingProps> objects, @Nullable CTPicture picture) {
        if (picture != null) {
            objects.add(picture.getNvPicPr().getCNvPr());
        }
    }

    private static void add(List<CTNonVisualDrawingProps> objects, @Nullable CTGraphicalObjectFrame frame) {
        if (frame != null) {
            objects.add(frame.getNvGraphicFramePr().getCNvPr());
        }
    }

    private void contrast(XSSFSheet sheet, Cell cell) {
        if (isEmpty(cell)) {
            return;
        }
        XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
        int paper = rgb(style.getFillForegroundXSSFColor(), 0xFFFFFF);
        int ink = rgb(style.getFont().getXSSFColor(), 0);
        double points = style.getFont().getFontHeightInPoints();
        boolean large =
                points >= LARGE || points >= LARGE_BOLD && style.getFont().getBold();
        double contrast = Contrast.of(ink, paper);
        if (contrast < (large ? CONTRAST_OF_LARGE : CONTRAST)) {
            broken(
                    sheet.getSheetName() + " " + cell.getAddress(),
                    String.format(Locale.ROOT, "contrast %.2f of %06X on %06X", contrast, ink, paper));
        }
    }

    private static int rgb(@Nullable XSSFColor colour, int otherwise) {
        byte[] rgb = colour == null ? null : colour.getRGB();
        return rgb == null ? otherwise : (rgb[0] & 0xFF) << 16 | (rgb[1] & 0xFF) << 8 | rgb[2] & 0xFF;
    }

    private static @Nullable Cell cell(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row) == null ? null : sheet.getRow(row).getCell(column);
    }

    private static boolean isEmpty(@Nullable Cell cell) {
        return cell == null
                || cell.getCellType() == CellType.BLANK
                || cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().isBlank();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
