package org.jibao.checking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jibao.checking.ProbableCells.RuleStore;
import org.jibao.checking.localisation.CellChange;
import org.jibao.checking.localisation.CellFigure;
import org.jibao.checking.localisation.CellSet;
import org.jibao.checking.localisation.Localisation;
import org.jibao.checking.localisation.Localiser;
import org.jibao.checking.localisation.PenSlip;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** Puts where returns are probably at fault into words. */
final class ProbableCellFindings {

    /** Groups of rules of one return that get a note; a return that breaks more is filled in anew. */
    static final int MOST_NOTES = 5;

    /** Sets that a note lists; the others are counted. */
    static final int MOST_SETS = 5;

    private static final int MOST_RULES = 3;

    /** The certainty where several cells are as likely. */
    private static final String OPEN = "open";

    /** The certainty where no one cell would do. */
    private static final String FEWEST = "fewest";

    private static final Wording WORDS = Wording.of(ProbableCellFindings.class);

    private final Indicators indicators;
    private final CellLabels labels;

    ProbableCellFindings(JobDefinition job, Indicators indicators) {
        this.indicators = indicators;
        this.labels = new CellLabels(job);
    }

    /** A cell of a return, where it stands and what stands there. */
    private record Shown(String sheet, String address, String text) {}

    /**
     * By the number of the case.
     *
     * @param rules of each case's constraints, in their order
     */
    Map<Long, List<Finding>> of(
            Map<Long, List<Localisation>> located, Map<Long, List<LinearRule>> rules, RuleStore store) {
        Map<String, Shown> shown = shown(located, store);
        Map<Long, List<Finding>> findings = new LinkedHashMap<>();
        located.forEach((number, groups) -> {
            if (!groups.isEmpty()) {
                findings.put(number, findings(number, groups, Objects.requireNonNull(rules.get(number)), shown));
            }
        });
        return findings;
    }

    private List<Finding> findings(
            long number, List<Localisation> groups, List<LinearRule> rules, Map<String, Shown> shown) {
        List<Finding> findings = new ArrayList<>();
        Map<String, List<LinearRule>> nowhere = new LinkedHashMap<>();
        for (Localisation group : groups.subList(0, Math.min(MOST_NOTES, groups.size()))) {
            List<LinearRule> failing = group.failing().stream().map(rules::get).toList();
            if (elsewhere(group, failing)) {
                nowhere.computeIfAbsent("elsewhere", none -> new ArrayList<>()).addAll(failing);
            } else if (group.sets().isEmpty()) {
                String outcome = group.complete() ? "none" : "given-up";
                nowhere.computeIfAbsent(outcome, none -> new ArrayList<>()).addAll(failing);
            } else {
                findings.add(located(number, group, failing, shown));
            }
        }
        nowhere.forEach((outcome, failing) -> findings.add(nowhere(outcome, failing)));
        return findings;
    }

    /**
     * One mistake elsewhere is likelier than several here: the register, the period before or the other return has an
     * entry too many.
     */
    private static boolean elsewhere(Localisation group, List<LinearRule> failing) {
        boolean one = !group.sets().isEmpty() && group.sets().get(0).changes().size() == 1;
        return !one && failing.stream().allMatch(LinearRule::looksElsewhere);
    }

    private Map<String, Shown> shown(Map<Long, List<Localisation>> located, RuleStore store) {
        Set<String> wanted = new TreeSet<>();
        located.forEach((number, groups) -> groups.stream()
                .flatMap(group -> group.sets().stream().limit(MOST_SETS))
                .flatMap(set -> set.changes().stream())
                .forEach(change -> wanted.add("(" + number + ", " + (change.cell() + 1) + ")")));
        Map<String, Shown> shown = new HashMap<>();
        if (!wanted.isEmpty()) {
            String sql = SqlText.read(
                    ProbableCellFindings.class, "probable-places", Map.of("cells", String.join(", ", wanted)));
            for (List<@Nullable Object> row : store.query(sql)) {
                shown.put(
                        row.get(0) + " " + row.get(1), new Shown(text(row.get(2)), text(row.get(3)), text(row.get(4))));
            }
        }
        return shown;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private Finding nowhere(String outcome, List<LinearRule> failing) {
        Text names = names(failing);
        return Finding.of(
                        FindingCode.CELL_PROBABLE_NONE,
                        Place.sheet(labels.sheet(failing.get(0).definition().form())),
                        failing.get(0).definition().id(),
                        null,
                        outcome,
                        names.zh())
                .inEnglish("rules", names.en())
                .with("most", String.valueOf(Localiser.MOST_CELLS));
    }

    private Finding located(long number, Localisation group, List<LinearRule> failing, Map<String, Shown> shown) {
        Text names = names(failing);
        List<CellSet> sets = group.sets();
        CellSet likeliest = sets.get(0);
        int cell = likeliest.changes().get(0).cell();
        Shown first = at(shown, number, cell);
        Text changes = changes(number, sets, shown, first.sheet());
        String certainty = certainty(group);
        Finding finding = Finding.of(
                        FindingCode.CELL_PROBABLE,
                        Place.cell(first.sheet(), first.address()),
                        path(cell),
                        first.text(),
                        certainty,
                        names.zh(),
                        changes.zh())
                .inEnglish("rules", names.en())
                .inEnglish("changes", changes.en());
        boolean known = !certainty.equals(OPEN) && !certainty.equals(FEWEST);
        return !known ? finding : finding.with("probable_cells", cells(number, likeliest, shown));
    }

    /** Several cells are less certain: two wrong ones are met more often by chance than one. */
    private static String certainty(Localisation group) {
        CellSet first = group.sets().get(0);
        if (first.changes().size() > 1 && first.doubt() > 0) {
            return FEWEST;
        }
        if (group.sets().size() == 1) {
            return "only";
        }
        return group.clear() ? "likeliest" : OPEN;
    }

    private static String cells(long number, CellSet set, Map<String, Shown> shown) {
        return set.changes().stream()
                .map(change -> at(shown, number, change.cell()))
                .map(cell -> cell.sheet() + "!" + cell.address())
                .collect(Collectors.joining("\n"));
    }

    private static Shown at(Map<String, Shown> shown, long number, int cell) {
        return Objects.requireNonNull(shown.get(number + " " + (cell + 1)), "a cell in the file");
    }

    private String path(int cell) {
        Indicators.NumberedCell one = indicators.all().get(cell);
        return one.form().id() + "/" + one.rowLabel().id() + "/"
                + one.columnLabel().id();
    }

    private static Text names(List<LinearRule> failing) {
        List<String> ids =
                failing.stream().map(rule -> rule.definition().id()).distinct().toList();
        List<String> named = ids.subList(0, Math.min(MOST_RULES, ids.size()));
        Text list = new Text(String.join("、", named), String.join(", ", named));
        return ids.size() > MOST_RULES ? WORDS.text("probable.rules-more", list, ids.size()) : list;
    }

    private Text changes(long number, List<CellSet> sets, Map<String, Shown> shown, String sheet) {
        List<Text> listed = sets.stream()
                .limit(MOST_SETS)
                .map(set -> joined(
                        set.changes().stream()
                                .map(change -> change(change, at(shown, number, change.cell()), sheet))
                                .toList(),
                        WORDS.text("probable.and")))
                .toList();
        Text list = joined(listed, WORDS.text("probable.or"));
        int more = sets.size() - listed.size();
        return more == 0 ? list : WORDS.text("probable.more", list, more);
    }

    private static Text joined(List<Text> texts, Text between) {
        return new Text(
                texts.stream().map(Text::zh).collect(Collectors.joining(between.zh())),
                texts.stream().map(Text::en).collect(Collectors.joining(between.en())));
    }

    private Text change(CellChange change, Shown shown, String sheet) {
        String address = shown.sheet().equals(sheet) ? shown.address() : shown.sheet() + "!" + shown.address();
        Text label = labels.of(indicators.all().get(change.cell()));
        Text found = shown.text().isBlank() ? WORDS.text("probable.blank") : Text.same(shown.text());
        Text meant = meant(change);
        return change.slip() == PenSlip.NONE || change.slip() == PenSlip.UNREAD
                ? WORDS.text("probable.cell", address, label, meant, found)
                : WORDS.text("probable.cell-why", address, label, meant, found, slip(change.slip()));
    }

    private static Text slip(PenSlip slip) {
        return WORDS.text(
                switch (slip) {
                    case TRANSPOSED -> "probable.transposed";
                    case SHIFTED -> "probable.shifted";
                    case EXTRA -> "probable.extra";
                    case MISSING -> "probable.missing";
                    case DIGIT -> "probable.digit";
                    case COPIED -> "probable.copied";
                    case UNREAD, NONE -> throw new IllegalArgumentException("it says nothing");
                });
    }

    private static Text meant(CellChange change) {
        if (change.settled()) {
            return Text.same(figure(change.least()));
        }
        if (change.most() == Long.MAX_VALUE) {
            return change.least() == 0
                    ? WORDS.text("probable.other")
                    : WORDS.text("probable.at-least", figure(change.least()));
        }
        return change.least() == 0
                ? WORDS.text("probable.at-most", figure(change.most()))
                : WORDS.text("probable.between", figure(change.least()), figure(change.most()));
    }

    private static String figure(long scaled) {
        return RuleFindings.Figures.text(BigDecimal.valueOf(scaled)
                .divide(BigDecimal.valueOf(CellFigure.ONE), 4, java.math.RoundingMode.UNNECESSARY));
    }
}
