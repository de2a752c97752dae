package org.jibao.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.definition.loading.LabelId;
import org.jibao.draft.Checks.Across;
import org.jibao.draft.Checks.Check;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.draft.DraftForm.Register;
import org.jibao.draft.Rates.Rate;
import org.jibao.finding.Language;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * {@code figures.yaml}: what is counted, by rule: totals and rates that formulas show; where there is none, the
 * columns.
 */
final class Figures {

    private static final Wording WORDS = Wording.of(Figures.class);

    private static final int MOST_OF_FORM = 8;
    private static final int HEADLINES = 6;

    /** Of one form, where there are others. */
    private static final int HEADLINES_OF_FORM = 2;

    private final List<Check> checks;
    private final int most;
    private final Map<String, Integer> said = new HashMap<>();
    private final Map<String, Integer> bare = new HashMap<>();
    private final Set<String> ids = new HashSet<>(Set.of("reporting_rate", "on_time_rate"));
    private final List<Figure> figures = new ArrayList<>();
    private int headlines;
    private int perForm = HEADLINES;
    private int ofForm;
    private int left;

    /**
     * A figure.
     *
     * @param label its words
     * @param counted the key and the expression
     * @param by the breakdown, or empty
     * @param stock whether it says how things stand at the end of a period
     */
    private record Figure(
            String id, String label, String counted, String by, boolean stock, boolean headline, boolean rank) {}

    /** @param most figures that are wanted */
    Figures(List<Check> checks, int most) {
        this.checks = checks;
        this.most = most;
    }

    /** Empty where nothing is counted. */
    String yaml(List<DraftForm> forms, List<Rate> rates, Language language) {
        forms.stream().filter(Grid.class::isInstance).forEach(form -> labels((Grid) form));
        rates.forEach(this::rate);
        long tables = forms.stream()
                .filter(form -> !(form instanceof DraftForm.Cover))
                .count();
        perForm = tables == 1 ? HEADLINES : HEADLINES_OF_FORM;
        for (DraftForm form : forms) {
            ofForm = 0;
            if (form instanceof Grid grid) {
                grid(grid);
            } else if (form instanceof Register register && register.unit() >= 0) {
                lines(register);
            } else if (form instanceof Register register) {
                register(register);
            }
        }
        if (figures.isEmpty()) {
            return "";
        }
        Yaml yaml = new Yaml(language, "../common/schema/figures.json").line("figures:");
        for (Figure figure : figures) {
            yaml.line("  " + figure.id() + ":");
            yaml.line("    label: " + Yaml.scalar(figure.label()));
            yaml.line("    " + figure.counted());
            if (!figure.by().isEmpty()) {
                yaml.line("    by: " + figure.by());
            }
            if (figure.stock()) {
                yaml.line("    stock: true", List.of(WORDS.text("figure.stock")));
            }
            if (figure.headline()) {
                yaml.line("    headline: true");
            }
            if (figure.rank()) {
                yaml.line("    rank: true");
            }
        }
        return yaml.toString();
    }

    /** How many more there would be. */
    int left() {
        return left;
    }

    private void labels(Grid grid) {
        for (DraftLabel label : Spoken.labels(grid)) {
            said.merge(words(label), 1, Integer::sum);
            bare.merge(withoutUnit(label), 1, Integer::sum);
        }
    }

    /** The words without the unit in brackets at their end, which the figure has beside them. */
    private static String withoutUnit(DraftLabel label) {
        String unit = label.cell().unit();
        String words = words(label);
        int open = Math.max(words.lastIndexOf('（'), words.lastIndexOf('('));
        boolean ends = unit != null && open > 0 && unit.equals(Kinds.unit(words.substring(open)));
        return ends ? words.substring(0, open).strip() : words;
    }

    private static String words(DraftLabel label) {
        return label.under() == null ? label.words() : label.under() + " " + label.words();
    }

    private void add(String label, String counted, String by, boolean headline) {
        if (figures.size() >= most) {
            left++;
            return;
        }
        String made = Names.hasHan(label) ? "" : LabelId.of(label);
        String base = made.isEmpty() || made.length() > 60 ? "figure_" + (figures.size() + 1) : made;
        String id = base;
        for (int number = 2; !ids.add(id); number++) {
            id = base + "_" + number;
        }
        boolean shown = headline && headlines < HEADLINES && ofForm++ < perForm;
        headlines += shown ? 1 : 0;
        boolean stock = !counted.startsWith("rate") && Vocabulary.STOCK.in(label);
        figures.add(new Figure(id, label, counted, by, stock, shown, figures.isEmpty()));
    }

    private void rate(Rate rate) {
        Grid grid = rate.grid();
        List<DraftLabel> lines = rate.isColumn() ? grid.rows() : grid.columns();
        String total = total(grid, rate.isColumn() ? Across.COLUMNS : Across.ROWS);
        String in = total != null ? total : lines.size() == 1 ? lines.get(0).id() : "*";
        String of = side(rate, rate.dividend(), in);
        String below = side(rate, rate.divisor(), in);
        String by = lines.size() == 1 ? "" : rate.isColumn() ? "{item: rows}" : "{item: columns}";
        add(title(grid, rate.label()), "rate: " + of + " / " + below, by, true);
    }

    private static String side(Rate rate, List<String> names, String in) {
        List<String> parts = new ArrayList<>();
        for (String name : names) {
            boolean minus = name.startsWith("-");
            String plain = minus ? name.substring(1) : name;
            String cell = rate.isColumn() ? in + "." + plain : plain + "." + in;
            parts.add((minus ? "- " : parts.isEmpty() ? "" : "+ ") + rate.grid().id() + "." + cell);
        }
        return parts.size() == 1 ? parts.get(0) : "(" + String.join(" ", parts) + ")";
    }

    /** The last row, or column, that is the sum of others; null where there is none. */
    private @Nullable String total(Grid grid, Across across) {
        String total = null;
        for (Check check : checks) {
            boolean largest = check.sum() && (check.only().isEmpty() || check.doubt() != null);
            if (check.grid() == grid && check.across() == across && largest) {
                total = check.left();
            }
        }
        if (total != null) {
            return total;
        }
        List<DraftLabel> labels = across == Across.COLUMNS ? grid.rows() : grid.columns();
        return labels.stream()
                .filter(label -> Vocabulary.TOTAL.is(label.words()) && label.under() == null)
                .map(DraftLabel::id)
                .findFirst()
                .orElse(null);
    }

    private void grid(Grid grid) {
        String row = total(grid, Across.COLUMNS);
        String column = total(grid, Across.ROWS);
        List<DraftLabel> columns = grid.columns().stream().filter(Figures::adds).toList();
        List<DraftLabel> rows = grid.rows().stream().filter(Figures::adds).toList();
        boolean unlike = row == null
                && grid.rows().stream()
                        .anyMatch(label -> !label.cell().same(grid.rows().get(0).cell()));
        boolean flat = unlike
                || row == null
                        && (column != null || columns.size() == 1 || grid.rows().size() == 1);
        if (flat) {
            String in = column != null
                    ? column
                    : columns.isEmpty() ? null : columns.get(0).id();
            boolean oneRow = grid.rows().size() == 1 && column == null;
            for (DraftLabel label :
                    (oneRow ? columns : rows).stream().limit(MOST_OF_FORM).toList()) {
                if (oneRow) {
                    sum(grid, label, grid.rows().get(0).id() + "." + label.id(), "");
                } else if (in != null) {
                    sum(grid, label, label.id() + "." + in, column == null ? "" : "{item: columns}");
                }
            }
            return;
        }
        List<DraftLabel> ordered = new ArrayList<>(columns);
        ordered.sort(java.util.Comparator.comparing(label -> label.id().equals(column) ? 0 : 1));
        for (DraftLabel label : ordered.stream().limit(MOST_OF_FORM).toList()) {
            sum(grid, label, (row == null ? "*" : row) + "." + label.id(), "{item: rows}");
        }
    }

    private void sum(Grid grid, DraftLabel label, String cell, String by) {
        add(title(grid, label), "sum: " + grid.id() + "." + cell, by, true);
    }

    private String title(Grid grid, DraftLabel label) {
        String words = words(label);
        boolean clear = said.getOrDefault(words, 0) < 2 && !Vocabulary.TOTAL.is(label.words());
        String shown = bare.getOrDefault(withoutUnit(label), 0) < 2 ? withoutUnit(label) : words;
        return clear ? shown : grid.title() + " " + shown;
    }

    /** Shares and averages do not add up. */
    private static boolean adds(DraftLabel label) {
        return !label.cell().kind().equals("percent") && !Vocabulary.AVERAGE.in(label.words());
    }

    private void register(Register register) {
        String by = register.fields().stream()
                .filter(field -> !field.values().isEmpty())
                .findFirst()
                .map(field -> "{item: " + field.id() + "}")
                .orElse("");
        add(register.title(), "entries: " + register.id(), by, true);
        register.fields().stream()
                .filter(field -> field.cell().number() && adds(field))
                .limit(MOST_OF_FORM)
                .forEach(field -> add(field.words(), "total: " + register.id() + "." + field.id(), by, true));
    }

    private void lines(Register list) {
        for (int i = 0; i < list.fields().size(); i++) {
            DraftLabel field = list.fields().get(i);
            if (i != list.unit() && i != list.period() && adds(field)) {
                add(field.words(), "sum: " + list.id() + ".line." + field.id(), "", true);
            }
        }
    }
}
