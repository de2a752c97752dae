package org.jibao.benchmark;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.ExcelReader;
import com.alibaba.excel.cache.MapCache;
import com.alibaba.excel.context.AnalysisContext;
import com.alibaba.excel.event.AnalysisEventListener;
import com.alibaba.excel.metadata.data.ReadCellData;
import com.alibaba.excel.read.listener.ReadListener;
import java.util.Locale;
import java.util.Map;

/**
 * EasyExcel alone: reads every sheet of one file and counts rows. Arguments: the file and {@code plain}, as the library
 * comes, or {@code tuned}, as fast as its own settings make it.
 */
public final class EasyExcelCount {

    private long rows;

    private EasyExcelCount() {}

    public static void main(String[] arguments) {
        EasyExcelCount count = new EasyExcelCount();
        long start = System.nanoTime();
        if (arguments[1].equals("tuned")) {
            count.tuned(arguments[0]);
        } else {
            count.plain(arguments[0]);
        }
        System.out.printf(Locale.ROOT, "%d rows, %.2f s%n", count.rows, (System.nanoTime() - start) / 1e9);
    }

    private void plain(String file) {
        EasyExcel.read(file, new AnalysisEventListener<Map<Integer, String>>() {
                    @Override
                    public void invoke(Map<Integer, String> row, AnalysisContext context) {
                        rows++;
                    }

                    @Override
                    public void doAfterAllAnalysed(AnalysisContext context) {}
                })
                .doReadAll();
    }

    private void tuned(String file) {
        ReadListener<Map<Integer, ReadCellData<?>>> listener = new ReadListener<>() {
            @Override
            public void invoke(Map<Integer, ReadCellData<?>> row, AnalysisContext context) {
                rows++;
            }

            @Override
            public void doAfterAllAnalysed(AnalysisContext context) {}
        };
        try (ExcelReader reader = EasyExcel.read(file, listener)
                .useDefaultListener(false)
                .headRowNumber(0)
                .autoTrim(false)
                .readCache(new MapCache())
                .xlsxSAXParserFactoryName("com.fasterxml.aalto.sax.SAXParserFactoryImpl")
                .build()) {
            reader.readAll();
        }
    }
}
