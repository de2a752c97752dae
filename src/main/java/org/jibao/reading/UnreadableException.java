package org.jibao.reading;

import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;

/** A file cannot be read, for a reason that lies in the file. Never leaves this package: it becomes a rejection. */
final class UnreadableException extends Exception {

    private final transient Finding reason;

    UnreadableException(FindingCode code, Throwable cause, String... values) {
        super(cause);
        this.reason = Finding.of(code, Place.FILE, "", null, values);
    }

    Finding reason() {
        return reason;
    }
}
