package org.jibao.checking;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.finding.Place;
import org.jibao.reading.content.ReturnDocument;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a person meets places: the file, then its sheets in the order of the job's forms, whatever they are
 * called in this file, then sheets of no form; in a sheet the sheet itself, then its cells row by row.
 */
final class PlaceOrder implements Comparator<Finding> {

    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})(\\d{1,7})(?::.*)?");
    private static final Comparator<Finding> BY_CELL = Comparator.<Finding>comparingInt(finding -> row(finding.place()))
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
        return address.matches() ? address.group(1).chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1) : 0;
    }

    private static Matcher address(Place place) {
        return ADDRESS.matcher(place.cell() == null ? "" : place.cell());
    }
}
