package org.jibao.reading;

import com.alibaba.excel.analysis.v07.handlers.sax.SharedStringsTableHandler;
import com.alibaba.excel.analysis.v07.handlers.sax.XlsxRowHandler;
import com.alibaba.excel.cache.MapCache;
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
    private final SheetListener listener;
    private final CellConverter converter = new CellConverter();

    ThinReader(Parts parts, SheetListener listener) {
        this.parts = parts;
        this.listener = listener;
    }

    void read() throws IOException, XMLStreamException, SAXException {
        PackageLayout layout = PackageLayout.of(parts);
        converter.date1904(layout.date1904());
        DefaultXlsxReadContext context = new DefaultXlsxReadContext(workbook(), ExcelTypeEnum.XLSX);
        prepare(context.xlsxReadWorkbookHolder(), layout);
        for (int number = 0; number < layout.sheets().size(); number++) {
            readSheet(context, number, layout.sheets().get(number));
        }
    }

    private ReadWorkbook workbook() {
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

    private void prepare(XlsxReadWorkbookHolder holder, PackageLayout layout) throws IOException, SAXException {
        MapCache strings = new MapCache();
        holder.setReadAll(true);
        holder.setReadCache(strings);
        holder.setPackageRelationshipCollectionMap(new HashMap<>());
        for (int style = 0; style < layout.styles().size(); style++) {
            holder.getDataFormatDataCache().put(style, layout.styles().get(style));
        }
        String part = layout.sharedStrings();
        if (part != null) {
            try (InputStream xml = parts.open(part)) {
                SafeXml.parse(xml, new PartHandler("sst", new SharedStringsTableHandler(strings)));
            }
        }
    }

    private void readSheet(DefaultXlsxReadContext context, int number, SheetPart sheet)
            throws IOException, SAXException {
        context.currentSheet(new ReadSheet(number, sheet.name()));
        try (InputStream xml = parts.open(sheet.part())) {
            SafeXml.parse(xml, new PartHandler("sheetData", new XlsxRowHandler(context)));
        }
        context.analysisEventProcessor().endSheet(context);
    }
}
