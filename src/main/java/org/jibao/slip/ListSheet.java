package org.jibao.slip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.checking.Verdict;
import org.jibao.finding.Language;
import org.jibao.finding.Place;
import org.jibao.finding.ReturnSlip;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;

/** The sheet in front: what became of the file, and every finding with a link to its cell. */
final class ListSheet {

    private static final List<String> HEADER = List.of(
            "header.number",
            "header.severity",
            "header.code",
            "header.sheet",
            "header.cell",
            "header.problem",
            "header.cells",
            "header.cure");
    /** In characters of a digit's width. */
    private static final List<Integer> WIDTHS = List.of(6, 10, 21, 17, 9, 46, 36, 38);

    private static final int LONGEST = 2000;
    private static final float LINE = 16.5f;
    private static final float TALLEST = 400f;
    private static final int LINKED = 4;

    private final Workbook workbook;
    private final Sheet sheet;
    private final ListStyles styles;
    private final SlipWords words;

    ListSheet(Workbook workbook, Sheet sheet, SlipWords words) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.styles = new ListStyles(workbook, words.language());
        this.words = words;
    }

    /** @param more lines below the guide; empty ones are left out */
    void fill(Slip slip, String guide, List<String> more) {
        for (int column = 0; column < WIDTHS.size(); column++) {
            sheet.setColumnWidth(column, WIDTHS.get(column) * 256);
        }
        int next = 0;
        line(next++, ReturnSlip.list(words.language()), styles.title(), 28);
        line(next++, whose(slip), styles.strong(), 20);
        line(next++, words.say("slip.file", slip.file(), slip.received()), styles.quiet(), 18);
        line(next++, words.what(slip.verdict()), styles.lead(), 20);
        line(next++, guide, styles.plain(), 20);
        for (String line : more) {
            if (!line.isEmpty()) {
                line(next++, line, styles.plain(), 20);
            }
        }
        int header = next + 1;
        row(header, HEADER.stream().map(key -> words.say(key)).toList(), styles.header());
        int number = 0;
        for (SlipFinding finding : slip.findings()) {
            entry(header + 1 + number, number + 1, finding);
            number++;
        }
        print(header, header + number);
    }

    private String whose(Slip slip) {
        return slip.job()
                + (slip.unit().isEmpty() ? "" : words.gap() + slip.unit())
                + (slip.period().isEmpty() ? "" : words.gap() + slip.period());
    }

    private void line(int index, String text, CellStyle style, float height) {
        Row row = sheet.createRow(index);
        row.setHeightInPoints(height);
        Cell cell = row.createCell(0);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private void entry(int index, int number, SlipFinding finding) {
        Place place = finding.place();
        List<String> texts = List.of(
                String.valueOf(number),
                words.severity(finding),
                finding.code(),
                place.sheet() == null ? words.say("list.whole-file") : place.sheet(),
                place.cell() == null
                        ? ""
                        : finding.wholeRow()
                                ? words.say("list.row", place.cell().substring(1))
                                : place.cell(),
                finding.message(),
                words.sides(finding),
                finding.cure());
        Row row = row(index, texts, styles.of(finding));
        row.getCell(0).setCellValue(number);
        if (place.sheet() != null && workbook.getSheet(place.sheet()) != null) {
            Cell cell = row.getCell(LINKED);
            if (place.cell() == null) {
                cell.setCellValue(words.say("list.see"));
            }
            Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress(
                    "'" + workbook.getSheet(place.sheet()).getSheetName().replace("'", "''") + "'!"
                            + (place.cell() == null ? "A1" : place.cell()));
            cell.setHyperlink(link);
            cell.setCellStyle(styles.link());
        }
    }

    private Row row(int index, List<String> texts, CellStyle style) {
        Row row = sheet.createRow(index);
        int lines = 1;
        for (int column = 0; column < texts.size(); column++) {
            String text = texts.get(column);
            Cell cell = row.createCell(column);
            cell.setCellValue(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
            cell.setCellStyle(style);
            lines = Math.max(lines, lines(text, WIDTHS.get(column) - 2));
        }
        row.setHeightInPoints(Math.min(TALLEST, lines * LINE + 4));
        return row;
    }

    /** A Chinese character is two digits wide. */
    private static int lines(String text, int width) {
        return text.lines()
                .mapToInt(line -> {
                    int wide = line.chars().map(c -> c < 0x2000 ? 1 : 2).sum();
                    return Math.max(1, (wide + width - 1) / width);
                })
                .sum();
    }

    private void print(int header, int last) {
        sheet.setDisplayGridlines(false);
        sheet.setAutobreaks(true);
        sheet.setFitToPage(true);
        sheet.createFreezePane(0, header + 1);
        PrintSetup page = sheet.getPrintSetup();
        page.setPaperSize(PrintSetup.A4_PAPERSIZE);
        page.setLandscape(true);
        page.setFitWidth((short) 1);
        page.setFitHeight((short) 0);
        sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, WIDTHS.size() - 1, 0, last);
    }

    /**
     * The looks of the list. In colours that every kind of workbook has, added behind those that the unit's file uses.
     */
    static final class ListStyles {

        private static final String TYPEFACE = "微软雅黑";
        private static final String LATIN_TYPEFACE = "Arial";

        private final Workbook workbook;
        private final String typeface;
        private final CellStyle title;
        private final CellStyle strong;
        private final CellStyle lead;
        private final CellStyle plain;
        private final CellStyle quiet;
        private final CellStyle header;
        private final CellStyle error;
        private final CellStyle warning;
        private final CellStyle note;
        private final CellStyle link;

        ListStyles(Workbook workbook, Language language) {
            this.workbook = workbook;
            this.typeface = language == Language.ZH ? TYPEFACE : LATIN_TYPEFACE;
            Font body = font(10, false, IndexedColors.BLACK);
            this.title = text(font(16, true, IndexedColors.BLACK));
            this.strong = text(font(11, true, IndexedColors.BLACK));
            this.lead = text(font(11, true, IndexedColors.DARK_RED));
            this.plain = text(body);
            this.quiet = text(font(10, false, IndexedColors.GREY_80_PERCENT));
            this.header = boxed(font(10, true, IndexedColors.BLACK), IndexedColors.GREY_25_PERCENT);
            this.error = boxed(body, IndexedColors.WHITE);
            this.warning = boxed(body, IndexedColors.WHITE);
            this.note = boxed(font(10, false, IndexedColors.GREY_80_PERCENT), IndexedColors.WHITE);
            Font linked = font(10, false, IndexedColors.BLUE);
            linked.setUnderline(Font.U_SINGLE);
            this.link = boxed(linked, IndexedColors.WHITE);
        }

        private Font font(int points, boolean bold, IndexedColors colour) {
            Font font = workbook.createFont();
            font.setFontName(typeface);
            font.setFontHeightInPoints((short) points);
            font.setBold(bold);
            font.setColor(colour.index);
            return font;
        }

        private CellStyle text(Font font) {
            CellStyle style = workbook.createCellStyle();
            style.setFont(font);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            return style;
        }

        private CellStyle boxed(Font font, IndexedColors ground) {
            CellStyle style = text(font);
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            style.setFillForegroundColor(ground.index);
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            style.setTopBorderColor(IndexedColors.GREY_25_PERCENT.index);
            style.setBottomBorderColor(IndexedColors.GREY_25_PERCENT.index);
            style.setLeftBorderColor(IndexedColors.GREY_25_PERCENT.index);
            style.setRightBorderColor(IndexedColors.GREY_25_PERCENT.index);
            return style;
        }

        CellStyle of(SlipFinding finding) {
            if (!finding.isFault() && !finding.isProbable()) {
                return note;
            }
            return finding.severity() == Severity.WARNING ? warning : error;
        }

        CellStyle title() {
            return title;
        }

        CellStyle strong() {
            return strong;
        }

        CellStyle lead() {
            return lead;
        }

        CellStyle plain() {
            return plain;
        }

        CellStyle quiet() {
            return quiet;
        }

        CellStyle header() {
            return header;
        }

        CellStyle link() {
            return link;
        }
    }

    /** What the file says of itself, which programs for the blind read first. */
    static void describe(PackageProperties properties, Slip slip) throws InvalidFormatException {
        Language language = slip.words().language();
        String title = ReturnSlip.list(language);
        properties.setTitleProperty(slip.name().isEmpty() ? title : title + " " + slip.name());
        properties.setLanguageProperty(language.tag());
        properties.setCreatedProperty(Optional.of(Date.from(slip.receivedAt())));
        properties.setCreatorProperty("Jibao");
    }

    /** A slip that is nothing but the list. */
    static final class PlainSlip {

        private PlainSlip() {}

        static byte[] of(Slip slip, Text reason) throws IOException {
            try (XSSFWorkbook workbook = new XSSFWorkbook();
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
                SlipWords words = slip.words();
                ListSheet list =
                        new ListSheet(workbook, workbook.createSheet(ReturnSlip.list(words.language())), words);
                boolean named =
                        slip.verdict() == Verdict.REJECTED && !slip.name().isEmpty();
                String name = named ? words.say("slip.name", slip.name()) : "";
                list.fill(slip, words.say("slip.no-copy", reason), List.of(name));
                describe(workbook.getPackage().getPackageProperties(), slip);
                workbook.write(bytes);
                return bytes.toByteArray();
            } catch (InvalidFormatException e) {
                throw new IOException(e);
            }
        }
    }
}
