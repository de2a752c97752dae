package org.jibao.reading.identity;

import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.reading.workbook.Masked;

/** A file does not say, or contradicts itself about, whose it is and for when. Never leaves reading. */
public final class Rejection extends Exception {

    private final transient Finding reason;
    private final transient Claims claims;

    Rejection(FindingCode code, Place place, String subject, String... values) {
        this(Finding.of(code, place, subject, null, values));
    }

    public Rejection(Finding reason) {
        this(reason, Claims.NONE);
    }

    private Rejection(Finding reason, Claims claims) {
        super(reason.code());
        this.reason = Masked.of(reason);
        this.claims = claims;
    }

    /** The same for a reason that says more. */
    public Rejection because(Finding better) {
        return new Rejection(better, claims);
    }

    /** The same of a file that says this of itself. */
    public Rejection of(Claims said) {
        return new Rejection(reason, said);
    }

    public Finding reason() {
        return reason;
    }

    public Claims claims() {
        return claims;
    }
}
