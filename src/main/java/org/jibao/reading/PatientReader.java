package org.jibao.reading;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.cache.MapCache;
import com.alibaba.excel.support.ExcelTypeEnum;
import java.io.ByteArrayInputStream;
import java.util.Locale;
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

    private PatientReader(ExcelTypeEnum type, boolean date1904) {
        this.type = type;
        converter.date1904(date1904);
    }

    /** The year from which days count is told, as EasyExcel takes 1900 without looking. */
    static void readXlsx(byte[] bytes, SheetListener listener, boolean date1904) {
        new PatientReader(ExcelTypeEnum.XLSX, date1904).read(bytes, listener);
    }

    static void readXls(byte[] bytes, SheetListener listener, boolean date1904) {
        new PatientReader(ExcelTypeEnum.XLS, date1904).read(bytes, listener);
    }

    private void read(byte[] bytes, SheetListener listener) {
        EasyExcel.read(new ByteArrayInputStream(bytes), new EasyExcelRows(listener, converter))
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
}
