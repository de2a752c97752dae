package org.jibao.sample;

import static org.jibao.sample.SampleCell.Look.HEADER;
import static org.jibao.sample.SampleCell.Look.TEXT;
import static org.jibao.sample.SampleCell.Look.TITLE;

/** 审核说明: a unit's explanations of warnings. */
final class RemarksSheet {

    private RemarksSheet() {}

    static SampleSheet empty() {
        SampleSheet sheet = new SampleSheet(ReturnBook.REMARKS, 36, 60);
        sheet.span(0, 0, 0, 1, "审核说明", TITLE);
        sheet.put(1, 0, "核对编号", HEADER);
        sheet.put(1, 1, "说明", HEADER);
        return sheet;
    }

    static void explain(SampleBook book, String code, String explanation) {
        SampleSheet sheet = book.sheet(ReturnBook.REMARKS);
        sheet.put(2, 0, code, TEXT);
        sheet.put(2, 1, explanation, TEXT);
    }
}
