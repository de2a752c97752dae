package org.jibao.reading.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;

/**
 * What reading notices, in the order in which it is noticed. Of each severity only the first are kept, so that neither a
 * register with a fault in every row fills the memory nor a million notes hide an error; the others are counted by code.
 */
public final class FindingList {

    private final List<Finding> kept = new ArrayList<>();
    private final Map<Severity, Integer> numbers = new EnumMap<>(Severity.class);
    private final Map<String, Long> more = new TreeMap<>();

    /** Takes a finding; a personal number that it quotes is left out. */
    public void add(Finding finding) {
        keep(finding, true);
    }

    /** Takes a finding that quotes a figure, which is no number of a person whatever its digits look like. */
    public void addFigure(Finding finding) {
        keep(finding, false);
    }

    private void keep(Finding finding, boolean text) {
        if (numbers.merge(finding.severity(), 1, Integer::sum) <= Finding.MOST_KEPT) {
            kept.add(text ? Masked.of(finding) : Masked.ofFigure(finding));
        } else {
            numbers.put(finding.severity(), Finding.MOST_KEPT);
            more.merge(finding.code(), 1L, Long::sum);
        }
    }

    public boolean contains(Finding finding) {
        return kept.contains(Masked.of(finding));
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    public Finding get(int index) {
        return kept.get(index);
    }

    public int size() {
        return kept.size();
    }

    /** Those that are kept and, where there are more, one that says how many. */
    public List<Finding> all() {
        List<Finding> all = new ArrayList<>(kept);
        more.forEach((code, count) -> all.add(Finding.of(
                FindingCode.FINDINGS_MORE,
                Place.FILE,
                code,
                null,
                code,
                String.valueOf(count),
                String.valueOf(Finding.MOST_KEPT))));
        return all;
    }
}
