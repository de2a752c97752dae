package org.jibao.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jibao.draft.Checks.Across;
import org.jibao.draft.Checks.Check;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Totals that only their label tells of. Where figures are there they decide which labels are added up, or that none are; where there are
 * none, a table without groups is taken to add up, which is said.
 */
final class SpokenTotals {

    private static final Wording WORDS = Wording.of(SpokenTotals.class);

    /** To each sum that is wrong. */
    private static final int RIGHT_ONES = 20;

    private final List<Check> known;
    private final List<Map<String, BigDecimal>> returns;
    private final List<Remark> remarks;

    /** @param returns the figures of each file, by {@code form/row/column} */
    SpokenTotals(List<Check> known, List<Map<String, BigDecimal>> returns, List<Remark> remarks) {
        this.known = known;
        this.returns = returns;
        this.remarks = remarks;
    }

    List<Check> of(List<DraftForm> forms) {
        List<Check> checks = new ArrayList<>(known);
        for (DraftForm form : forms) {
            if (form instanceof Grid grid) {
                checks.addAll(totals(grid, Across.COLUMNS));
                checks.addAll(totals(grid, Across.ROWS));
            }
        }
        return checks;
    }

    private List<Check> totals(Grid grid, Across across) {
        List<DraftLabel> labels = across == Across.COLUMNS ? grid.rows() : grid.columns();
        List<DraftLabel> totals = labels.stream()
                .filter(label -> Vocabulary.TOTAL.ends(label.words()) && isOpen(grid, label, across))
                .toList();
        List<Check> checks = new ArrayList<>();
        for (DraftLabel total : totals) {
            Check check = check(grid, across, total, labels);
            if (check != null) {
                checks.add(check);
                remarks.add(Remark.assumed(
                        java.util.Objects.requireNonNull(check.doubt()),
                        grid.view().name(),
                        total.place().address()));
            }
        }
        return checks;
    }

    /** Without a check, and without a formula that could have become one. */
    private boolean isOpen(Grid grid, DraftLabel label, Across across) {
        boolean checked = known.stream()
                .anyMatch(check -> check.grid() == grid
                        && check.across() == across
                        && check.left().equals(label.id()));
        boolean formula = (across == Across.COLUMNS ? grid.columns() : grid.rows())
                .stream().anyMatch(other -> spot(grid, label, other, across).formula() != null);
        return !checked && !formula;
    }

    private static Spot spot(Grid grid, DraftLabel label, DraftLabel other, Across across) {
        boolean row = across == Across.COLUMNS;
        return grid.view()
                .at(
                        (row ? label : other).place().row(),
                        (row ? other : label).place().column());
    }

    private @Nullable Check check(Grid grid, Across across, DraftLabel total, List<DraftLabel> labels) {
        List<List<DraftLabel>> ways = new ArrayList<>();
        List<DraftLabel> others = labels.stream()
                .filter(label -> label != total && !Vocabulary.TOTAL.ends(label.words()) && adds(label, total))
                .toList();
        ways.add(others);
        if (!total.groups().isEmpty()) {
            String outer = total.groups().get(0);
            ways.add(
                    0,
                    others.stream()
                            .filter(label -> label.groups().equals(total.groups()))
                            .toList());
            ways.add(
                    1,
                    others.stream()
                            .filter(label -> !label.groups().isEmpty()
                                    && label.groups().get(0).equals(outer))
                            .toList());
        }
        boolean any = false;
        for (List<DraftLabel> way : ways) {
            int held = way.size() < 2 ? 0 : held(grid, across, total, way);
            any |= held != 0;
            if (held > 0) {
                return made(grid, across, total, way, WORDS.text("total.figures", total.words(), held));
            }
        }
        boolean flat = labels.stream().allMatch(label -> label.groups().isEmpty()) && others.size() > 1;
        boolean edge = labels.indexOf(total) == labels.size() - 1 || labels.indexOf(total) == 0;
        boolean parts = others.stream().anyMatch(label -> Vocabulary.OF_WHICH.begins(label.words()));
        return !any && flat && edge && !parts && labels.size() == others.size() + 1
                ? made(grid, across, total, others, WORDS.text("total.label", total.words()))
                : null;
    }

    private static boolean adds(DraftLabel label, DraftLabel total) {
        return label.cell().same(total.cell());
    }

    /** Shares and averages do not add up, whatever the label of their row says. */
    private static Check made(Grid grid, Across across, DraftLabel total, List<DraftLabel> parts, Text doubt) {
        List<DraftLabel> others = across == Across.COLUMNS ? grid.columns() : grid.rows();
        List<String> only =
                others.stream().filter(SpokenTotals::adds).map(DraftLabel::id).toList();
        return new Check(
                grid,
                across,
                total.id(),
                parts.stream().map(DraftLabel::id).toList(),
                only.size() == others.size() ? List.of() : only,
                doubt);
    }

    /** How often the parts add up to a total that is not 0; -1 where they mostly do not. */
    private int held(Grid grid, Across across, DraftLabel total, List<DraftLabel> parts) {
        int held = 0;
        int missed = 0;
        for (Map<String, BigDecimal> figures : returns) {
            for (DraftLabel other : across == Across.COLUMNS ? grid.columns() : grid.rows()) {
                BigDecimal sum = figures.get(name(grid, across, total, other));
                BigDecimal parted = sum == null ? null : sum(figures, grid, across, parts, other);
                if (sum == null || parted == null || !adds(other)) {
                    continue;
                }
                boolean same = parted.compareTo(sum) == 0;
                missed += same ? 0 : 1;
                held += same && sum.signum() != 0 ? 1 : 0;
            }
        }
        // A few returns have mistakes: these are what a check is for.
        return missed * RIGHT_ONES > held ? -1 : held;
    }

    /** Null where one of the parts has no value. */
    private static @Nullable BigDecimal sum(
            Map<String, BigDecimal> figures, Grid grid, Across across, List<DraftLabel> parts, DraftLabel other) {
        BigDecimal sum = BigDecimal.ZERO;
        for (DraftLabel part : parts) {
            BigDecimal value = figures.get(name(grid, across, part, other));
            if (value == null) {
                return null;
            }
            sum = sum.add(value);
        }
        return sum;
    }

    private static String name(Grid grid, Across across, DraftLabel label, DraftLabel other) {
        boolean row = across == Across.COLUMNS;
        return grid.id() + "/" + (row ? label : other).id() + "/" + (row ? other : label).id();
    }

    private static boolean adds(DraftLabel label) {
        return !label.cell().kind().equals("percent") && !Vocabulary.AVERAGE.in(label.words());
    }
}
