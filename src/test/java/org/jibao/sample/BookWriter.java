package org.jibao.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.util.CodePageUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes a {@link SampleBook} by Apache POI, the same bytes each time. */
final class BookWriter {

    private static final Date WRITTEN =
            Date.from(LocalDate.of(2026, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant());

    private final Workbook workbook;
    private final Looks looks;

    private BookWriter(Workbook workbook) {
        this.workbook = workbook;
        this.looks = new Looks(workbook);
    }

    static byte[] xlsx(SampleBook book) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            new BookWriter(workbook).fill(book);
            describe(workbook.getProperties(), book);
            return StillZip.copy(bytes(workbook));
        }
    }

    static byte[] xls(SampleBook book) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            new BookWriter(workbook).fill(book);
            workbook.createInformationProperties();
            workbook.getSummaryInformation().getFirstSection().setCodepage(CodePageUtil.CP_UTF8);
            DocumentSummaryInformation information = workbook.getDocumentSummaryInformation();
            information.getFirstSection().setCodepage(CodePageUtil.CP_UTF8);
            CustomProperties properties = new CustomProperties();
            properties.setCodepage(CodePageUtil.CP_UTF8);
            book.properties().forEach(properties::put);
            information.setCustomProperties(properties);
            return bytes(workbook);
        }
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    /** POI would otherwise set the present moment. */
    private static void describe(POIXMLProperties properties, SampleBook book) {
        properties.getCoreProperties().setCreator("青岚县");
        properties.getCoreProperties().setCreated(Optional.of(WRITTEN));
        properties.getCoreProperties().setModified(Optional.of(WRITTEN));
        book.properties()
                .forEach((name, value) -> properties.getCustomProperties().addProperty(name, value));
    }

    private void fill(SampleBook book) {
        book.sheets().forEach(this::sheet);
    }

    private void sheet(SampleSheet source) {
        Sheet sheet = workbook.createSheet(source.name());
        for (int c = 0; c < source.widths().size(); c++) {
            sheet.setColumnWidth(c, source.widths().get(c) * 256);
        }
        source.cells().forEach((at, cell) -> {
            Row row = sheet.getRow(at.row()) == null ? sheet.createRow(at.row()) : sheet.getRow(at.row());
            write(row.createCell(at.column()), cell);
        });
        source.merges().forEach(range -> sheet.addMergedRegion(range.copy()));
        source.offers().forEach(offer -> offer(sheet, offer));
    }

    private static void offer(Sheet sheet, SampleSheet.Offer offer) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        sheet.addValidationData(helper.createValidation(
                helper.createExplicitListConstraint(offer.words().toArray(String[]::new)),
                new CellRangeAddressList(offer.row(), offer.lastRow(), offer.column(), offer.column())));
    }

    private void write(Cell cell, SampleCell source) {
        boolean day = source.content() instanceof LocalDate;
        cell.setCellStyle(looks.of(day ? SampleCell.Look.DAY : source.look()));
        fill(cell, source.content());
    }

    private static void fill(Cell cell, @Nullable Object content) {
        if (content instanceof String text) {
            cell.setCellValue(text);
        } else if (content instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (content instanceof LocalDate day) {
            cell.setCellValue(day);
        } else if (content instanceof SampleCell.Broken) {
            cell.setCellErrorValue(FormulaError.REF.getCode());
        } else if (content instanceof SampleCell.Formula formula) {
            cell.setCellFormula(formula.expression());
            Double cached = formula.cached();
            if (cached != null) {
                cell.setCellValue(cached);
            }
        }
    }
}
