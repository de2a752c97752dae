package org.jibao.checking;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.reading.Reading;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.identity.Owner;

/**
 * What can be said of one return by itself: whether the unit owes it, whether it reports nothing, and every finding once,
 * in the order in which a person turns the pages. Thread-safe.
 */
public final class Checker {

    private final JobDefinition job;
    private final ZeroReturn zeroReturn;

    public Checker(JobDefinition job) {
        this.job = job;
        this.zeroReturn = new ZeroReturn(job);
    }

    /**
     * A return from a unit that does not owe it becomes {@link Reading.Rejected}; its other findings are of no use to
     * anyone then and are left out.
     */
    public CheckedReturn check(Reading reading) {
        if (reading instanceof Reading.Rejected rejected) {
            return new CheckedReturn(rejected, List.of(rejected.reason()));
        }
        ReturnDocument document = ((Reading.Read) reading).document();
        return expected(document) ? checked((Reading.Read) reading) : notExpected(document);
    }

    private boolean expected(ReturnDocument document) {
        return job.owes(document.unit()) && document.unit().activeIn(document.period());
    }

    private static CheckedReturn notExpected(ReturnDocument document) {
        Text period = document.period().label();
        Finding reason = Finding.of(
                        FindingCode.UNIT_NOT_EXPECTED,
                        Place.FILE,
                        "",
                        document.unit().code(),
                        document.unit().name(),
                        period.zh())
                .inEnglish("period", period.en());
        Owner owner = new Owner(document.unit(), document.period());
        return new CheckedReturn(new Reading.Rejected(document.file(), reason, owner), List.of(reason));
    }

    private CheckedReturn checked(Reading.Read read) {
        ReturnDocument document = read.document();
        Set<Finding> once = new LinkedHashSet<>(document.findings());
        if (zeroReturn.is(document)) {
            once.add(Finding.of(FindingCode.RETURN_ZERO, Place.FILE, "", null));
        }
        List<Finding> ordered = new ArrayList<>(once);
        ordered.sort(PlaceOrder.of(job, document));
        return new CheckedReturn(read, ordered);
    }
}
