package org.jibao.reading;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.cache.MapCache;
import com.alibaba.excel.context.AnalysisContext;
import com.alibaba.excel.metadata.data.ReadCellData;
import com.alibaba.excel.support.ExcelTypeEnum;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * Reads {@code .xlsx} and {@code .xls} with EasyExcel as a whole, which opens the package through POI and so understands
 * more unusual ones, at several times the cost. Its own default listener, temporary files and disk cache stay off.
 */
final class PatientReader {

    static {
        // POI's own guard is stricter than our ratio of 200, which the inbox has checked already.
        ZipSecureFile.setMinInflateRatio(0.004);
    }

    private final ExcelTypeEnum type;
    private final CellConverter converter = new CellConverter();

    private PatientReader(ExcelTypeEnum type) {
        this.type = type;
    }

    static void readXlsx(byte[] bytes, SheetListener listener) {
        new PatientReader(ExcelTypeEnum.XLSX).read(bytes, listener);
    }

    static void readXls(byte[] bytes, SheetListener listener, boolean date1904) {
        PatientReader reader = new PatientReader(ExcelTypeEnum.XLS);
        reader.converter.date1904(date1904);
        reader.read(bytes, listener);
    }

    private void read(byte[] bytes, SheetListener listener) {
        EasyExcel.read(new ByteArrayInputStream(bytes), new Rows(listener, converter))
                .excelType(type)
                .mandatoryUseInputStream(true)
                .useDefaultListener(false)
                .headRowNumber(0)
                .autoTrim(false)
                .ignoreEmptyRow(false)
                .locale(Locale.CHINA)
                .readCache(new MapCache())
                .xlsxSAXParserFactoryName(SafeXml.SAX_FACTORY)
                .doReadAll();
    }

    /** EasyExcel knows by the first row from which year the days of an {@code .xlsx} count. */
    private final class Rows extends EasyExcelRows {
        Rows(SheetListener listener, CellConverter converter) {
            super(listener, converter);
        }

        @Override
        public void invoke(Map<Integer, ReadCellData<?>> row, AnalysisContext context) {
            if (type == ExcelTypeEnum.XLSX) {
                converter.date1904(Boolean.TRUE.equals(
                        context.currentReadHolder().globalConfiguration().getUse1904windowing()));
            }
            super.invoke(row, context);
        }
    }
}
