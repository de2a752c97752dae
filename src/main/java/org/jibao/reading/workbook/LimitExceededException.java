package org.jibao.reading.workbook;

import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;

/** A file asks for more than one file may. Unchecked, as it passes through the libraries that call us back. */
public final class LimitExceededException extends RuntimeException {

    private final transient Finding reason;

    public LimitExceededException(String limit, long allowed, long found) {
        super(limit + " " + found + " of " + allowed);
        this.reason = Finding.of(
                FindingCode.FILE_LIMIT_EXCEEDED,
                Place.FILE,
                "",
                null,
                limit,
                String.valueOf(allowed),
                String.valueOf(found));
    }

    /** As another process has found it. */
    public LimitExceededException(Finding reason) {
        super(reason.code());
        this.reason = reason;
    }

    public Finding reason() {
        return reason;
    }
}
