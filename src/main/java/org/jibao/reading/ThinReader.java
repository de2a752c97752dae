package org.jibao.reading;

import com.alibaba.excel.analysis.v07.handlers.sax.XlsxRowHandler;
import com.alibaba.excel.context.xlsx.DefaultXlsxReadContext;
import com.alibaba.excel.metadata.data.DataFormatData;
import com.alibaba.excel.read.metadata.ReadSheet;
import com.alibaba.excel.read.metadata.ReadWorkbook;
import com.alibaba.excel.read.metadata.holder.xlsx.XlsxReadWorkbookHolder;
import com.alibaba.excel.support.ExcelTypeEnum;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.jibao.reading.PackageLayout.SheetPart;
import org.xml.sax.SAXException;

/**
 * Reads {@code .xlsx} with EasyExcel's row handler, but opens the package by ourselves: for small returns most of
 * EasyExcel's time goes into parts of a package that nobody looks at.
 */
final class ThinReader {

    private final PackageParts parts;
    private final SheetCollector heads;
    private final CompactStrings strings;

    /** Once for every sheet after another: reading a long one again is counted apart from reading its head. */
    private final PackageParts again;

    private final RowsRead progress;

    ThinReader(PackageParts parts, SheetCollector heads, RowsRead progress) {
        this.parts = parts;
        this.again = parts.again();
        this.heads = heads;
        this.progress = progress;
        this.strings = new CompactStrings(parts.budget().strings());
    }

    void read() throws IOException, XMLStreamException, SAXException {
        PackageLayout layout = PackageLayout.of(parts);
        readStrings(layout);
        Sheets sheets = new Sheets(layout, heads);
        for (int number = 0; number < layout.sheets().size(); number++) {
            readHead(sheets, layout, number);
        }
    }

    private void readStrings(PackageLayout layout) throws IOException, SAXException {
        String part = layout.sharedStrings();
        if (part != null && parts.has(part)) {
            try (InputStream xml = parts.open(part)) {
                parts.xml().parse(xml, new StringsHandler(strings));
            }
        }
    }

    /** Sheets that are read one after another, with one context of EasyExcel's. */
    private final class Sheets {
        private final PackageLayout layout;
        private final SheetListener listener;
        private final RowNotes notes = new RowNotes();
        private final DefaultXlsxReadContext context;

        Sheets(PackageLayout layout, SheetListener listener) {
            this.layout = layout;
            this.listener = listener;
            this.context = new DefaultXlsxReadContext(workbook(), ExcelTypeEnum.XLSX);
            prepare(context.xlsxReadWorkbookHolder());
        }

        private ReadWorkbook workbook() {
            CellConverter converter = new CellConverter(layout.date1904());
            ReadWorkbook workbook = new ReadWorkbook();
            workbook.setInputStream(InputStream.nullInputStream());
            workbook.setUseDefaultListener(false);
            workbook.setHeadRowNumber(0);
            workbook.setAutoTrim(false);
            workbook.setIgnoreEmptyRow(false);
            workbook.setLocale(Locale.CHINA);
            workbook.setUse1904windowing(false);
            workbook.setCustomReadListenerList(new ArrayList<>(List.of(new EasyExcelRows(listener, converter, notes))));
            return workbook;
        }

        /** Cells without a style have that of number 0, which a workbook without styles lacks. */
        private void prepare(XlsxReadWorkbookHolder holder) {
            holder.setReadAll(true);
            holder.setReadCache(strings);
            holder.setPackageRelationshipCollectionMap(new HashMap<>());
            holder.getDataFormatDataCache().put(0, new DataFormatData());
            for (int style = 0; style < layout.styles().size(); style++) {
                DataFormatData format = new DataFormatData();
                format.setFormat(layout.styles().get(style).format());
                holder.getDataFormatDataCache().put(style, format);
            }
        }

        void parse(int number, InputStream xml) throws IOException, SAXException {
            context.currentSheet(
                    new ReadSheet(number, layout.sheets().get(number).name()));
            CellElement cell = new CellElement(strings, layout.styles());
            parts.xml().parse(xml, new SheetFilter(new XlsxRowHandler(context), cell, notes, listener));
        }
    }

    private void readHead(Sheets sheets, PackageLayout layout, int number) throws IOException, SAXException {
        SheetPart sheet = layout.sheets().get(number);
        heads.sheet(sheet.name(), sheet.hidden());
        try (InputStream xml = parts.open(sheet.part())) {
            sheets.parse(number, xml);
            heads.endSheet();
        } catch (RuntimeException | SAXException stopped) {
            if (!SheetCollector.HeadIsFull.isCause(stopped)) {
                throw stopped;
            }
            goOn(layout, number);
        }
    }

    private void goOn(PackageLayout layout, int number) throws IOException {
        MergedRanges merged;
        try (InputStream xml = again.again().open(layout.sheets().get(number).part())) {
            merged = SheetTail.mergedRanges(xml);
        }
        heads.goesOn(merged, taker -> readRest(layout, number, merged, taker));
    }

    private void readRest(PackageLayout layout, int number, MergedRanges merged, Consumer<Row> taker)
            throws IOException, SAXException {
        String part = layout.sheets().get(number).part();
        long size = again.unpackedSize(part);
        try (CountingStream xml = new CountingStream(again.open(part))) {
            RestOfSheet rest =
                    new RestOfSheet(again.budget(), merged, taker, rows -> progress.at(rows, xml.count(), size));
            new Sheets(layout, rest).parse(number, xml);
            rest.endSheet();
            progress.at(rest.rows(), size, size);
        }
    }
}
