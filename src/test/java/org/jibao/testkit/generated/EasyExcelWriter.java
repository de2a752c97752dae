package org.jibao.testkit.generated;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.ExcelWriter;
import com.alibaba.excel.enums.CellDataTypeEnum;
import com.alibaba.excel.metadata.data.DataFormatData;
import com.alibaba.excel.metadata.data.WriteCellData;
import com.alibaba.excel.support.ExcelTypeEnum;
import com.alibaba.excel.write.metadata.style.WriteCellStyle;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what is planned with EasyExcel, as programs of reporting units do. */
final class EasyExcelWriter {

    private EasyExcelWriter() {}

    static byte[] write(PlannedWorkbook plan) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ExcelWriter writer = EasyExcel.write(bytes)
                .excelType(plan.writer().old() ? ExcelTypeEnum.XLS : ExcelTypeEnum.XLSX)
                .autoTrim(false)
                .needHead(false)
                .build()) {
            int number = 0;
            for (PlannedSheet sheet : plan.sheets()) {
                writer.write(
                        rows(sheet), EasyExcel.writerSheet(number++, sheet.name).build());
            }
        }
        return bytes.toByteArray();
    }

    private static List<List<@Nullable Object>> rows(PlannedSheet sheet) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        int last = sheet.rows.isEmpty() ? -1 : sheet.rows.lastKey();
        for (int row = 0; row <= last; row++) {
            List<@Nullable Object> line = new ArrayList<>();
            if (sheet.rows.containsKey(row)) {
                for (int column = 0; column <= sheet.rows.get(row).lastKey(); column++) {
                    line.add(value(sheet.at(row, column)));
                }
            }
            rows.add(line);
        }
        return rows;
    }

    private static @Nullable Object value(@Nullable PlannedCell cell) {
        if (cell == null) {
            return null;
        }
        return switch (cell.what()) {
            case NUMBER -> number(cell);
            case TEXT -> cell.written();
            case BOOLEAN -> Boolean.valueOf(cell.written());
            default -> null;
        };
    }

    private static Object number(PlannedCell cell) {
        WriteCellData<?> number = new WriteCellData<>(new BigDecimal(cell.written()));
        number.setType(CellDataTypeEnum.NUMBER);
        if (cell.format() != PlannedFormat.GENERAL) {
            DataFormatData format = new DataFormatData();
            if (cell.format().builtIn() >= 0) {
                format.setIndex((short) cell.format().builtIn());
            } else {
                format.setFormat(cell.format().code());
            }
            WriteCellStyle style = new WriteCellStyle();
            style.setDataFormatData(format);
            number.setWriteCellStyle(style);
        }
        return number;
    }
}
