package org.jibao.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.definition.CellType;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.reading.Reading;
import org.jibao.reading.content.Observation;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.identity.Owner;
import org.jibao.reading.meaning.CellStatus;
import org.jspecify.annotations.Nullable;

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

    /**
     * The order in which a person meets places: the file, then its sheets in the order of the job's forms, whatever they are
     * called in this file, then sheets of no form; in a sheet the sheet itself, then its cells row by row.
     */
    static final class PlaceOrder implements Comparator<Finding> {

        private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})(\\d{1,7})(?::.*)?");
        private static final Comparator<Finding> BY_CELL = Comparator.<Finding>comparingInt(
                        finding -> row(finding.place()))
                .thenComparingInt(finding -> column(finding.place()));

        private final Map<String, Integer> rank = new HashMap<>();

        private PlaceOrder() {}

        static PlaceOrder of(JobDefinition job, ReturnDocument document) {
            PlaceOrder order = new PlaceOrder();
            for (FormDefinition form : job.forms()) {
                order.add(form.sheet().name());
                form.sheet().aliases().forEach(order::add);
                document.observations().stream()
                        .filter(observation -> observation.form().equals(form.id()))
                        .forEach(observation -> order.add(observation.sheet()));
                document.entries().sheets(form.id()).forEach(order::add);
            }
            document.findings().forEach(finding -> order.add(finding.place().sheet()));
            return order;
        }

        private void add(@Nullable String sheet) {
            if (sheet != null) {
                rank.putIfAbsent(sheet, rank.size());
            }
        }

        @Override
        public int compare(Finding one, Finding other) {
            int bySheet = Integer.compare(sheet(one.place()), sheet(other.place()));
            return bySheet != 0 ? bySheet : BY_CELL.compare(one, other);
        }

        private int sheet(Place place) {
            return place.sheet() == null ? -1 : rank.getOrDefault(place.sheet(), rank.size());
        }

        private static int row(Place place) {
            Matcher address = address(place);
            return address.matches() ? Integer.parseInt(address.group(2)) : 0;
        }

        private static int column(Place place) {
            Matcher address = address(place);
            return address.matches()
                    ? address.group(1).chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1)
                    : 0;
        }

        private static Matcher address(Place place) {
            return ADDRESS.matcher(place.cell() == null ? "" : place.cell());
        }
    }

    /** Tells a zero return, which is a report, from a return that says nothing, which is not. */
    static final class ZeroReturn {

        private record Indicator(String form, String row, String column) {}

        private final Set<Indicator> counts = new HashSet<>();

        ZeroReturn(JobDefinition job) {
            job.forms().stream()
                    .filter(GridForm.class::isInstance)
                    .map(GridForm.class::cast)
                    .forEach(this::addCounts);
        }

        private void addCounts(GridForm form) {
            for (Label row : form.rows()) {
                for (Label column : form.columns()) {
                    if (form.typeOf(row, column).kind() == CellType.Kind.COUNT) {
                        counts.add(new Indicator(form.id(), row.id(), column.id()));
                    }
                }
            }
        }

        /** Every count is 0 or does not apply, at least one is 0, and no register has an entry. */
        boolean is(ReturnDocument document) {
            List<Observation> seen = document.observations().stream()
                    .filter(seenOne -> counts.contains(new Indicator(seenOne.form(), seenOne.row(), seenOne.column())))
                    .toList();
            return document.entries().isEmpty()
                    && seen.stream().anyMatch(ZeroReturn::isZero)
                    && seen.stream().allMatch(one -> one.status() == CellStatus.NA || isZero(one));
        }

        private static boolean isZero(Observation observation) {
            return observation.value() != null && observation.value().signum() == 0;
        }
    }
}
