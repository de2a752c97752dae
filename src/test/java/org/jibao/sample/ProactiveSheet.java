package org.jibao.sample;

import static org.jibao.sample.SampleCell.Look.HEADER;
import static org.jibao.sample.SampleCell.Look.LABEL;
import static org.jibao.sample.SampleCell.Look.NOTE;
import static org.jibao.sample.SampleCell.Look.NUMBER;
import static org.jibao.sample.SampleCell.Look.SMALL;

import java.util.List;
import org.jibao.calendar.Period;

/** 表一: three blocks below each other, by category, by channel, and of documents. */
final class ProactiveSheet {

    private ProactiveSheet() {}

    static SampleSheet of(String unit, Period period, Figures figures) {
        SampleSheet sheet = new SampleSheet(ReturnBook.PROACTIVE, 20, 14, 24, 18);
        ReturnBook.head(sheet, "表一  主动公开情况", unit, period, 4);
        int row =
                block(sheet, 2, "（一）按类别（单位：条）", "类别", "proactive", Labels.CATEGORIES, Labels.CATEGORY_COLUMNS, figures);
        row = block(
                sheet, row + 1, "（二）发布渠道（单位：条次）", "渠道", "channels", Labels.CHANNELS, Labels.CHANNEL_COLUMNS, figures);
        row = block(sheet, row + 1, "（三）公文公开（单位：件）", "公文", "documents", Labels.DOCUMENTS, documents(), figures);
        sheet.span(row, 0, row, 3, "注：同一信息通过多个渠道发布的，按1条计，渠道按条次分别计。", NOTE);
        return sheet;
    }

    /** @return the row after the block */
    private static int block(
            SampleSheet sheet,
            int top,
            String title,
            String corner,
            String form,
            List<Named> rows,
            List<Named> columns,
            Figures figures) {
        sheet.put(top, 0, title, SMALL);
        sheet.put(top + 1, 0, corner, HEADER);
        for (int c = 0; c < columns.size(); c++) {
            sheet.put(top + 1, c + 1, columns.get(c).zh(), HEADER);
        }
        for (int r = 0; r < rows.size(); r++) {
            sheet.put(top + 2 + r, 0, rows.get(r).zh(), LABEL);
            for (int c = 0; c < columns.size(); c++) {
                String key =
                        form + "." + rows.get(r).id() + "." + columns.get(c).id();
                sheet.put(top + 2 + r, c + 1, figures.get(key), NUMBER, key);
            }
        }
        return top + 2 + rows.size();
    }

    private static List<Named> documents() {
        return Named.list("documents", "公文件数");
    }
}
