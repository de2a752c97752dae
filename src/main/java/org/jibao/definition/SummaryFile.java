package org.jibao.definition;

import java.util.List;

/** What a summary is handed on as: of each one file in each language of the job, of the data one in all of them. */
public enum SummaryFile {
    /** The workbook, which holds everything, except data that have a workbook of their own. */
    WORKBOOK(".xlsx"),

    /** One page of HTML, for a browser or a phone. */
    PAGE(".html"),

    /** The bulletin (通报), a Word file. */
    BULLETIN(".docx"),

    /** The workbook of the sheets for programs, made where they are too long for the summary's. */
    DATA(".xlsx");

    /** What a job makes unless it says otherwise. */
    public static final List<SummaryFile> ALL = List.of(values());

    private final String suffix;

    SummaryFile(String suffix) {
        this.suffix = suffix;
    }

    /** The ending of its name, with the dot. */
    public String suffix() {
        return suffix;
    }
}
