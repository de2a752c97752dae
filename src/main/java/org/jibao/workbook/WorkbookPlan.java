package org.jibao.workbook;

import java.time.Instant;
import java.util.List;

/**
 * A whole workbook.
 *
 * @param creator the program and its version
 * @param created also the time of change, so that nothing in the file depends on the clock
 * @param languageTag such as {@code zh-CN}
 * @param footer of every page, in Excel's codes
 */
public record WorkbookPlan(
        String title, String creator, Instant created, String languageTag, String footer, List<SheetPlan> sheets) {

    public WorkbookPlan {
        sheets = List.copyOf(sheets);
    }
}
