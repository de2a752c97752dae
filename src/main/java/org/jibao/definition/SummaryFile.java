package org.jibao.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a summary is handed on as: of each, one file in each of the job's languages. */
public enum SummaryFile {
    /** The workbook, which holds everything. */
    WORKBOOK(".xlsx"),

    /** One page of HTML, for a browser or a phone. */
    PAGE(".html"),

    /** The bulletin (通报), a Word file. */
    BULLETIN(".docx");

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

    /** What a file is by its name; empty for one that is no part of a summary. */
    public static Optional<SummaryFile> of(String name) {
        return Arrays.stream(values())
                .filter(file -> name.endsWith(file.suffix))
                .findFirst();
    }
}
