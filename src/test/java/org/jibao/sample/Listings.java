package org.jibao.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jibao.calendar.Period;

/** The lists beside the files: when each was received, what must come of it, who is missing. */
final class Listings {

    private Listings() {}

    /** @param inboxes what each received, by the folder of the inbox beside the register; empty for the only one */
    static String received(Map<String, List<Sent>> inboxes) {
        StringBuilder text = new StringBuilder("file,received_at\n");
        inboxes.forEach((inbox, sent) -> sent.stream()
                .filter(one -> one.receivedAt() != null)
                .sorted(Comparator.comparing(Sent::path))
                .forEach(one -> text.append("%s%s,%s\n".formatted(inbox, one.path(), one.receivedAt()))));
        return text.toString();
    }

    /** Every file that is not simply accepted. Findings are separated by {@code |}; every other file: accepted, none. */
    static String expectations(List<Sent> sent) {
        StringBuilder text = new StringBuilder("file,verdict,findings,notes\n");
        sent.stream()
                .filter(one -> !one.expectation().unremarkable())
                .sorted(Comparator.comparing(Sent::path))
                .forEach(one -> text.append(line(one)));
        return text.toString();
    }

    private static String line(Sent one) {
        Expectation expectation = one.expectation();
        return String.join(
                        ",",
                        one.path(),
                        expectation.verdict(),
                        String.join("|", expectation.findings()),
                        String.join("|", expectation.notes()))
                + "\n";
    }

    /**
     * Units without an accepted return, by period. state: returned, rejected, or missing where nothing can be credited to
     * them.
     */
    static String missing(List<SampleUnit> units, List<Period> periods, List<Sent> sent) {
        StringBuilder text = new StringBuilder("period,unit,state\n");
        for (Period period : periods) {
            Set<String> accepted = credited(sent, period, Expectation::accepted);
            Set<String> rejected = credited(sent, period, one -> one.verdict().equals("rejected"));
            Set<String> returned = credited(sent, period, one -> one.verdict().equals("returned"));
            units.stream()
                    .map(SampleUnit::code)
                    .filter(code -> !accepted.contains(code))
                    .forEach(code -> text.append("%s,%s,%s\n"
                            .formatted(
                                    period.code(),
                                    code,
                                    returned.contains(code)
                                            ? "returned"
                                            : rejected.contains(code) ? "rejected" : "missing")));
        }
        return text.toString();
    }

    private static Set<String> credited(List<Sent> sent, Period period, Predicate<Expectation> what) {
        return sent.stream()
                .filter(one -> one.period().equals(period) && what.test(one.expectation()))
                .map(Sent::unit)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }
}
