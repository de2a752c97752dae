package org.jibao.summary.bulletin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jibao.definition.figure.DefaultSummary;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.summary.SummaryRequest;

/** Which units a bulletin names, and for what: their reporting, the targets, the ends of the rankings. */
final class Standings {

    private static final Wording WORDS = Wording.of(Standings.class);

    /** A list that is read aloud has no more names; how many there are is said. */
    static final int MOST_NAMES = 10;

    /** What may have become of a return that is not there, in the order in which it is said. */
    static final List<String> ABSENT = List.of("missing", "returned", "rejected", "held");

    private final Language language;
    private final List<TableRow> rows;

    Standings(SummaryRequest request) {
        language = request.language();
        rows = TableRow.of(request.tables().get(DefaultSummary.STANDINGS), language);
    }

    /** The rows of one reason, in order. */
    List<TableRow> of(String subject) {
        return rows.stream().filter(row -> row.text("subject").equals(subject)).toList();
    }

    /** Of a figure. */
    List<TableRow> of(String subject, String figure) {
        return of(subject).stream()
                .filter(row -> row.text("figure").equals(figure))
                .toList();
    }

    /** Those whom the reason praises or criticises. */
    List<TableRow> named(String subject) {
        return of(subject).stream()
                .filter(row -> Boolean.TRUE.equals(row.value("named")))
                .toList();
    }

    int count(String name) {
        return switch (name) {
            case "expected" ->
                count("reported")
                        + ABSENT.stream().mapToInt(state -> of(state).size()).sum();
            case "reported" -> of("on_time").size() + of("late").size();
            default -> of(name).size();
        };
    }

    /** The names for one of the reasons, or of all that praise or criticise; says so where there is none. */
    String names(String list) {
        return switch (list) {
            case "praised" -> listed(namesOf(all("all_met", "first")));
            // A return that is held waits for the office.
            case "criticised" -> listed(namesOf(all("missing", "returned", "rejected", "late", "missed", "last")));
            default -> listed(namesOf(of(list)));
        };
    }

    String names(String subject, String figure) {
        return listed(namesOf(of(subject, figure)));
    }

    private List<TableRow> all(String... subjects) {
        List<TableRow> all = new ArrayList<>();
        for (String subject : subjects) {
            all.addAll(named(subject));
        }
        return all;
    }

    static Set<String> namesOf(List<TableRow> rows) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.add(row.text("name")));
        return names;
    }

    /** {@code 甲、乙、丙}; of too many the first, and how many there are. */
    String listed(Set<String> names) {
        if (names.isEmpty()) {
            return WORDS.text("list.none").in(language);
        }
        List<String> first = names.stream().limit(MOST_NAMES).toList();
        Text listed = new Text(String.join("、", first), String.join(", ", first));
        return names.size() > first.size()
                ? WORDS.text("list.and-more", listed, names.size()).in(language)
                : listed.in(language);
    }
}
