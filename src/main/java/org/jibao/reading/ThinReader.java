package org.jibao.reading;

import com.alibaba.excel.analysis.v07.handlers.sax.SharedStringsTableHandler;
import com.alibaba.excel.analysis.v07.handlers.sax.XlsxRowHandler;
import com.alibaba.excel.context.xlsx.DefaultXlsxReadContext;
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
import org.jibao.reading.PackageLayout.Parts;
import org.jibao.reading.PackageLayout.SheetPart;
import org.xml.sax.SAXException;

/**
 * Reads {@code .xlsx} with EasyExcel's row handlers, but opens the package by ourselves: for small returns most of
 * EasyExcel's time goes into parts of a package that nobody looks at. Any surprise is thrown, for the patient reader.
 */
final class ThinReader {

    private final Parts parts;
    private final SheetCollector heads;
    private final CellConverter converter = new CellConverter();
    private final CompactStrings strings;

    /** Once for every sheet after another: reading a long one again is counted apart from reading its head. */
    private final Parts again;

    private final RowsRead progress;

    ThinReader(Parts parts, SheetCollector heads, RowsRead progress) {
        this.parts = parts;
        this.again = parts.again();
        this.heads = heads;
        this.progress = progress;
        this.strings = new CompactStrings(parts.budget().strings());
    }

    void read() throws IOException, XMLStreamException, SAXException {
        PackageLayout layout = PackageLayout.of(parts);
        converter.date1904(layout.date1904());
        readStrings(layout);
        DefaultXlsxReadContext context = context(layout, heads);
        for (int number = 0; number < layout.sheets().size(); number++) {
            readHead(context, layout, number);
        }
    }

    private DefaultXlsxReadContext context(PackageLayout layout, SheetListener listener) {
        DefaultXlsxReadContext context = new DefaultXlsxReadContext(workbook(listener), ExcelTypeEnum.XLSX);
        prepare(context.xlsxReadWorkbookHolder(), layout);
        return context;
    }

    private ReadWorkbook workbook(SheetListener listener) {
        ReadWorkbook workbook = new ReadWorkbook();
        workbook.setInputStream(InputStream.nullInputStream());
        workbook.setUseDefaultListener(false);
        workbook.setHeadRowNumber(0);
        workbook.setAutoTrim(false);
        workbook.setIgnoreEmptyRow(false);
        workbook.setLocale(Locale.CHINA);
        workbook.setUse1904windowing(false);
        workbook.setCustomReadListenerList(new ArrayList<>(List.of(new EasyExcelRows(listener, converter))));
        return workbook;
    }

    private void prepare(XlsxReadWorkbookHolder holder, PackageLayout layout) {
        holder.setReadAll(true);
        holder.setReadCache(strings);
        holder.setPackageRelationshipCollectionMap(new HashMap<>());
        for (int style = 0; style < layout.styles().size(); style++) {
            holder.getDataFormatDataCache().put(style, layout.styles().get(style));
        }
    }

    private void readStrings(PackageLayout layout) throws IOException, SAXException {
        String part = layout.sharedStrings();
        if (part != null) {
            try (InputStream xml = parts.open(part)) {
                SafeXml.parse(xml, new PartHandler("sst", new SharedStringsTableHandler(strings)));
            }
        }
    }

    private void readHead(DefaultXlsxReadContext context, PackageLayout layout, int number)
            throws IOException, SAXException {
        SheetPart sheet = layout.sheets().get(number);
        context.currentSheet(new ReadSheet(number, sheet.name()));
        try (InputStream xml = parts.open(sheet.part())) {
            SafeXml.parse(xml, new PartHandler("sheetData", new XlsxRowHandler(context)));
        } catch (RuntimeException | SAXException stopped) {
            if (!SheetCollector.HeadIsFull.isCause(stopped)) {
                throw stopped;
            }
            heads.goesOn(taker -> readRest(layout, number, taker));
        }
        context.analysisEventProcessor().endSheet(context);
    }

    private void readRest(PackageLayout layout, int number, Consumer<Row> taker) throws IOException, SAXException {
        SheetPart sheet = layout.sheets().get(number);
        long size = parts.archive().unpackedSize(sheet.part());
        try (CountingStream xml = new CountingStream(again.open(sheet.part()))) {
            RestOfSheet rest = new RestOfSheet(again.budget(), taker, rows -> progress.at(rows, xml.count(), size));
            DefaultXlsxReadContext context = context(layout, rest);
            context.currentSheet(new ReadSheet(number, sheet.name()));
            SafeXml.parse(xml, new PartHandler("sheetData", new XlsxRowHandler(context)));
            progress.at(rest.rows(), size, size);
        }
    }
}
