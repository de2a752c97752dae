package org.jibao.reading;

import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;

/** A file does not say, or contradicts itself about, whose it is and for when. Never leaves this package. */
final class Rejection extends Exception {

    private final transient Finding reason;

    Rejection(FindingCode code, Place place, String subject, String... values) {
        this(Finding.of(code, place, subject, null, values));
    }

    Rejection(Finding reason) {
        super(reason.code());
        this.reason = Masked.of(reason);
    }

    Finding reason() {
        return reason;
    }
}
