package org.jibao.definition.loading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jibao.definition.CellType;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.Totals;
import org.jibao.definition.Figure;
import org.jibao.definition.Figure.Better;
import org.jibao.definition.Figure.Breakdown;
import org.jibao.definition.Figure.Cell;
import org.jibao.definition.Figure.Cells;
import org.jibao.definition.Figure.Entries;
import org.jibao.definition.Figure.Format;
import org.jibao.definition.Figure.FromMetric;
import org.jibao.definition.Figure.Item;
import org.jibao.definition.Figure.Kind;
import org.jibao.definition.Figure.Operand;
import org.jibao.definition.Figure.Target;
import org.jibao.definition.Figure.Term;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** {@code figures.yaml}: what the job counts. */
final class FiguresReader {

    private static final Wording WORDS = Wording.of(FiguresReader.class);

    private static final Pattern TARGET =
            Pattern.compile("(>=|<=|=|>|<|≥|≤)\\s*(-?\\d{1,12}(?:\\.\\d{1,6})?)\\s*(%?)");
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final int LARGEST_MINIMUM = 1_000_000;
    private static final String EACH = "*";

    /** The keys that say what kind of figure it is; one of them must be there. */
    private static final Map<String, Kind> KINDS = kinds();

    private final Map<String, FormDefinition> forms = new LinkedHashMap<>();
    private final Set<String> unread;
    private final List<RuleDefinition> rules;
    private final Collection<String> metrics;
    private final Map<String, Text> topics = new LinkedHashMap<>();

    /** @param ids of the forms, whether they could be read or not */
    FiguresReader(
            Collection<String> ids,
            List<FormDefinition> forms,
            List<RuleDefinition> rules,
            Collection<String> metrics) {
        forms.forEach(form -> this.forms.put(form.id(), form));
        unread = new HashSet<>(ids);
        unread.removeAll(this.forms.keySet());
        this.rules = rules;
        this.metrics = metrics;
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("sum", Kind.SUM);
        kinds.put("rate", Kind.RATE);
        kinds.put("mean", Kind.MEAN);
        kinds.put("entries", Kind.ENTRIES);
        kinds.put("total", Kind.TOTAL);
        kinds.put("median", Kind.MEDIAN);
        kinds.put("longest", Kind.LONGEST);
        kinds.put("metric", Kind.METRIC);
        return kinds;
    }

    /** The declared figures, the reporting rates before them where they are not declared themselves. */
    List<Figure> read(Mapping file) {
        List<Figure> figures = new ArrayList<>();
        file.get("topics").mapping().ifPresent(this::readTopics);
        Value value = file.need("figures");
        value.mapping().ifPresent(mapping -> {
            Ids ids = new Ids("name", "coverage", "period", "emphasis");
            for (String id : mapping.keys()) {
                Value given = mapping.need(id);
                ids.claim(id, given);
                given.mapping().flatMap(figure -> figure(id, figure)).ifPresent(figures::add);
            }
        });
        file.end();
        return withReporting(figures);
    }

    /** {@code topics: {form: words}}: the page of the figures that are taken from a form. */
    private void readTopics(Mapping given) {
        Set<String> known = new LinkedHashSet<>(unread);
        known.addAll(forms.keySet());
        for (String form : given.keys()) {
            Value words = given.need(form);
            if (!known.contains(form)) {
                words.report(Suggestion.unknown("noun.form", form, known));
            }
            topics.put(form, words.words());
        }
    }

    private static List<Figure> withReporting(List<Figure> figures) {
        List<Figure> all = new ArrayList<>();
        for (Kind kind : List.of(Kind.REPORTING_RATE, Kind.ON_TIME_RATE)) {
            if (figures.stream().noneMatch(figure -> figure.kind() == kind)) {
                all.add(builtIn(kind, null, null, true, null));
            }
        }
        all.addAll(figures);
        return all;
    }

    private static Figure builtIn(
            Kind kind, @Nullable Text label, @Nullable Target target, boolean headline, @Nullable Text note) {
        String id = kind.name().toLowerCase(java.util.Locale.ROOT);
        return new Figure(
                id,
                label == null
                        ? WORDS.text(kind == Kind.REPORTING_RATE ? "figure.reporting-rate" : "figure.on-time-rate")
                        : label,
                kind,
                Format.RATE,
                Text.same("%"),
                new Cells(List.of(), BigDecimal.ZERO),
                null,
                List.of(),
                true,
                Better.UP,
                target,
                null,
                headline,
                null,
                note,
                null);
    }

    private Optional<Figure> figure(String id, Mapping figure) {
        for (Kind kind : List.of(Kind.REPORTING_RATE, Kind.ON_TIME_RATE)) {
            if (kind.name().equalsIgnoreCase(id)) {
                return Optional.of(reporting(kind, figure));
            }
        }
        Text label = figure.need("label").words();
        Optional<String> key = kind(figure);
        Optional<Figure> read = key.flatMap(name -> figure(id, label, name, figure));
        if (key.isPresent()) {
            figure.end();
        }
        return read;
    }

    private static Figure reporting(Kind kind, Mapping figure) {
        Value label = figure.get("label");
        Value headline = figure.get("headline");
        Value note = figure.get("note");
        Figure read = builtIn(
                kind,
                label.absent() ? null : label.words(),
                target(figure.get("target"), Format.RATE),
                headline.absent() || headline.flag(),
                note.absent() ? null : note.words());
        figure.end();
        return read;
    }

    private static Optional<String> kind(Mapping figure) {
        List<String> given = KINDS.keySet().stream().filter(figure::has).toList();
        if (given.size() != 1) {
            figure.source()
                    .report(
                            figure.line(),
                            WORDS.text(
                                    given.isEmpty() ? "figure.no-kind" : "figure.two-kinds",
                                    String.join(", ", given.isEmpty() ? KINDS.keySet() : given)));
            return Optional.empty();
        }
        return Optional.of(given.get(0));
    }

    private Optional<Figure> figure(String id, Text label, String key, Mapping figure) {
        Kind kind = java.util.Objects.requireNonNull(KINDS.get(key));
        Value given = figure.need(key);
        List<Operand> operands = operands(kind, given, figure);
        Format format = format(kind, operands, figure.get("format"));
        Value topic = figure.get("topic");
        Value note = figure.get("note");
        Value say = figure.get("say");
        Value better = figure.get("better");
        Value stock = figure.get("stock");
        Value unit = figure.get("unit");
        if (operands.isEmpty()) {
            figure.get("by");
            figure.get("rank");
            figure.get("target");
            figure.get("headline");
            return Optional.empty();
        }
        Operand denominator = operands.size() > 1 ? operands.get(1) : null;
        return Optional.of(new Figure(
                id,
                label,
                kind,
                format,
                unit.absent() ? unit(kind, operands.get(0)) : unit.words(),
                operands.get(0),
                denominator,
                breakdowns(figure.get("by"), operands, given, kind),
                stock.flag(),
                better.absent() ? null : better.choice(Better.class, Better.UP),
                target(figure.get("target"), format),
                minimum(figure.get("rank")),
                figure.get("headline").flag(),
                topic.absent() ? topics.get(Figure.form(operands.get(0))) : topic.words(),
                note.absent() ? null : note.words(),
                say.absent() ? null : said(say)));
    }

    private static Text said(Value say) {
        Text words = say.words();
        for (String text : List.of(words.zh(), words.en())) {
            PLACE.matcher(text)
                    .results()
                    .map(place -> place.group(1))
                    .filter(place -> !Figure.PLACES.contains(place))
                    .findFirst()
                    .ifPresent(place -> say.report(Suggestion.unknown("noun.placeholder", place, Figure.PLACES)));
        }
        return words;
    }

    /** One or two; none where they cannot be read, which has been reported. */
    private List<Operand> operands(Kind kind, Value given, Mapping figure) {
        return switch (kind) {
            case SUM -> cells(given, false);
            case RATE -> given.isMapping() ? ofEntries(given) : cells(given, true);
            case MEAN -> mean(given, figure.need("weight"));
            case ENTRIES, TOTAL, MEDIAN, LONGEST -> entries(kind, given, figure.get("where")).stream()
                    .map(Operand.class::cast)
                    .toList();
            case METRIC -> List.of(
                    provenance(given.nameOf("noun.metric", metrics), figure.get("cells")));
            case REPORTING_RATE, ON_TIME_RATE -> List.of();
        };
    }

    /** {@code rate: {of: {entries: …, where: …}, in: {entries: …}}}. */
    private List<Operand> ofEntries(Value given) {
        List<Operand> operands = new ArrayList<>();
        given.mapping().ifPresent(rate -> {
            for (String part : List.of("of", "in")) {
                rate.need(part).mapping().ifPresent(operand -> {
                    entries(Kind.ENTRIES, operand.need("entries"), operand.get("where"))
                            .ifPresent(operands::add);
                    operand.end();
                });
            }
            rate.end();
        });
        return operands.size() == 2 ? operands : List.of();
    }

    private List<Operand> cells(Value given, boolean quotient) {
        Optional<FigureExpression.Parsed> parsed = parsed(given);
        if (parsed.isEmpty()) {
            return List.of();
        }
        List<Cells> sums = new ArrayList<>(List.of(parsed.get().numerator()));
        sums.addAll(parsed.get().denominator());
        if (sums.size() != (quotient ? 2 : 1)) {
            given.report(WORDS.text(quotient ? "figure.rate-needs-division" : "figure.sum-without-division"));
            return List.of();
        }
        List<Operand> operands = new ArrayList<>();
        for (Cells sum : sums) {
            Optional<Cells> spread = known(given, sum) ? spread(given, sum) : Optional.empty();
            spread.ifPresent(operands::add);
        }
        return operands.size() == sums.size() ? operands : List.of();
    }

    /** The cells that a metric takes a figure from; of a rate, those of its denominator stand behind a {@code /}. */
    private FromMetric provenance(String metric, Value cells) {
        List<List<Term>> sides = cells.absent() || cells.text().isEmpty()
                ? List.of()
                : cells(cells, cells.text().contains("/") || cells.text().contains("÷")).stream()
                        .map(operand -> ((Cells) operand).terms())
                        .toList();
        return new FromMetric(
                metric, sides.isEmpty() ? List.of() : sides.get(0), sides.size() > 1 ? sides.get(1) : List.of());
    }

    private Optional<FigureExpression.Parsed> parsed(Value given) {
        try {
            String text = given.text();
            return text.isEmpty() ? Optional.empty() : Optional.of(FigureExpression.read(text));
        } catch (FigureExpression.Unreadable e) {
            given.report(e.reason());
            return Optional.empty();
        }
    }

    /** Whether every cell is one of a form. */
    private boolean known(Value given, Cells sum) {
        if (sum.terms().isEmpty()) {
            given.report(WORDS.text("figure.no-cell"));
            return false;
        }
        boolean known = true;
        for (Term term : sum.terms()) {
            known &= known(given, term.cell());
        }
        return known;
    }

    private boolean known(Value given, Cell cell) {
        if (unread.contains(cell.form())) {
            return false;
        }
        List<String> grids = forms.values().stream()
                .filter(GridForm.class::isInstance)
                .map(FormDefinition::id)
                .toList();
        if (!(forms.get(cell.form()) instanceof GridForm grid)) {
            given.report(Suggestion.unknown("noun.grid", cell.form(), grids));
            return false;
        }
        return known(given, "noun.row", cell.row(), ids(grid.rows()))
                & known(given, "noun.column", cell.column(), ids(grid.columns()));
    }

    private static boolean known(Value given, String noun, String id, List<String> ids) {
        if (id.equals(EACH) || ids.contains(id)) {
            return true;
        }
        given.report(Suggestion.unknown(noun, id, ids));
        return false;
    }

    private static List<String> ids(List<Label> labels) {
        return labels.stream().map(Label::id).toList();
    }

    /** A sum over each row or column that is no total. */
    private Optional<Cells> spread(Value given, Cells sum) {
        List<Term> terms = new ArrayList<>();
        for (Term term : sum.terms()) {
            List<Cell> cells = each(term.cell());
            if (cells.isEmpty()) {
                given.report(WORDS.text("figure.nothing-but-totals", term.cell()));
                return Optional.empty();
            }
            cells.forEach(cell -> terms.add(new Term(term.factor(), cell, term.weight())));
        }
        return Optional.of(new Cells(terms, sum.constant()));
    }

    private List<Cell> each(Cell cell) {
        List<Cell> cells = new ArrayList<>();
        for (String row : cell.row().equals(EACH) ? parts(cell.form(), true) : List.of(cell.row())) {
            for (String column : cell.column().equals(EACH) ? parts(cell.form(), false) : List.of(cell.column())) {
                cells.add(new Cell(cell.form(), row, column));
            }
        }
        return cells;
    }

    /** The rows or columns of a grid that are no totals of others. */
    private List<String> parts(String form, boolean rows) {
        GridForm grid = (GridForm) java.util.Objects.requireNonNull(forms.get(form));
        Totals totals = Totals.of(grid, rules);
        Set<String> sums = rows ? totals.rowIds() : totals.columnIds();
        return ids(rows ? grid.rows() : grid.columns()).stream()
                .filter(id -> !sums.contains(id))
                .toList();
    }

    private List<Operand> mean(Value given, Value weight) {
        Optional<Cell> cell = single(given);
        Optional<Cell> by = single(weight);
        if (cell.isEmpty() || by.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Cells(List.of(new Term(BigDecimal.ONE, cell.get(), by.get())), BigDecimal.ZERO),
                new Cells(List.of(new Term(BigDecimal.ONE, by.get(), null)), BigDecimal.ZERO));
    }

    private Optional<Cell> single(Value given) {
        Optional<Cells> sum = parsed(given)
                .filter(parsed -> parsed.denominator().isEmpty())
                .map(FigureExpression.Parsed::numerator);
        boolean one = sum.filter(cells -> cells.terms().size() == 1
                        && cells.constant().signum() == 0
                        && cells.terms().get(0).factor().compareTo(BigDecimal.ONE) == 0)
                .isPresent();
        if (sum.isPresent() && !one) {
            given.report(WORDS.text("figure.one-cell"));
        }
        return one && known(given, sum.orElseThrow())
                ? Optional.of(sum.orElseThrow().terms().get(0).cell())
                : Optional.empty();
    }

    /** {@code entries: register}, or {@code total: register.field}. */
    private Optional<Entries> entries(Kind kind, Value given, Value where) {
        String text = given.text();
        boolean counted = kind == Kind.ENTRIES;
        String id = counted || !text.contains(".") ? text : text.substring(0, text.indexOf('.'));
        List<String> registers = forms.values().stream()
                .filter(form -> form instanceof RegisterForm register
                        && register.purpose() == RegisterForm.Purpose.ENTRIES)
                .map(FormDefinition::id)
                .toList();
        if (text.isEmpty() || unread.contains(id)) {
            return Optional.empty();
        }
        if (!(forms.get(id) instanceof RegisterForm register) || !registers.contains(id)) {
            given.report(Suggestion.unknown("noun.register", id, registers));
            return Optional.empty();
        }
        String field = counted ? null : text.substring(Math.min(text.length(), id.length() + 1));
        List<String> numbers = register.fields().stream()
                .filter(one -> one.type().isNumber())
                .map(Field::id)
                .toList();
        if (field != null && !numbers.contains(field)) {
            given.report(
                    field.isEmpty()
                            ? WORDS.text("figure.needs-field", id)
                            : Suggestion.unknown("noun.number-field", field, numbers));
            return Optional.empty();
        }
        return Optional.of(
                new Entries(id, where.optionalText().orElse("true"), field, !register.optional()));
    }

    /** Whole numbers are counts; anything that may have decimals, or a mean, is an amount. */
    private Format format(Kind kind, List<Operand> operands, Value given) {
        Format usual =
                switch (kind) {
                    case RATE, REPORTING_RATE, ON_TIME_RATE -> Format.RATE;
                    case MEAN, MEDIAN -> Format.AMOUNT;
                    case ENTRIES, METRIC -> Format.COUNT;
                    case SUM, TOTAL, LONGEST -> operands.isEmpty() || whole(operands.get(0))
                            ? Format.COUNT
                            : Format.AMOUNT;
                };
        return given.choice(Format.class, usual);
    }

    private boolean whole(Operand operand) {
        if (operand instanceof Cells cells) {
            return cells.terms().stream()
                    .allMatch(term -> type(term.cell()).kind() == CellType.Kind.COUNT
                            && term.factor().stripTrailingZeros().scale() <= 0);
        }
        return operand instanceof Entries entries
                && field(entries)
                        .filter(field -> field.type().kind() == CellType.Kind.COUNT)
                        .isPresent();
    }

    private CellType type(Cell cell) {
        GridForm grid = (GridForm) java.util.Objects.requireNonNull(forms.get(cell.form()));
        return grid.typeOf(label(grid.rows(), cell.row()), label(grid.columns(), cell.column()));
    }

    private static Label label(List<Label> labels, String id) {
        return labels.stream()
                .filter(label -> label.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Field> field(Entries entries) {
        return forms.get(entries.register()) instanceof RegisterForm register
                ? register.fields().stream()
                        .filter(field -> field.id().equals(entries.field()))
                        .findFirst()
                : Optional.empty();
    }

    /** The unit of what is added, where it is one for all. */
    private Text unit(Kind kind, Operand operand) {
        if (kind == Kind.RATE) {
            return Text.same("%");
        }
        Set<String> units = new HashSet<>();
        if (operand instanceof Cells cells) {
            cells.terms().forEach(term -> units.add(String.valueOf(type(term.cell()).unit())));
        } else if (operand instanceof Entries entries) {
            field(entries).ifPresent(field -> units.add(String.valueOf(field.type().unit())));
        }
        String unit = units.size() == 1 ? units.iterator().next() : "";
        return Text.same(unit.equals("null") ? "" : unit);
    }

    private static @Nullable Target target(Value given, Format format) {
        if (given.absent()) {
            return null;
        }
        Matcher matcher = TARGET.matcher(given.text());
        if (!matcher.matches() || matcher.group(3).isEmpty() == (format == Format.RATE)) {
            given.report(WORDS.text(format == Format.RATE ? "figure.bad-target-rate" : "figure.bad-target", given.text()));
            return null;
        }
        String operator = matcher.group(1).replace("≥", ">=").replace("≤", "<=");
        BigDecimal value = new BigDecimal(matcher.group(2));
        return new Target(operator, format == Format.RATE ? value.movePointLeft(2) : value);
    }

    /** {@code rank: true}, or {@code rank: {minimum: 20}}. */
    private static @Nullable Integer minimum(Value given) {
        if (given.isMapping()) {
            Mapping rank = given.mapping().orElseThrow();
            int minimum = rank.need("minimum").integer(0, LARGEST_MINIMUM, 0);
            rank.end();
            return minimum;
        }
        return given.flag() ? 0 : null;
    }

    private List<Breakdown> breakdowns(Value by, List<Operand> operands, Value figure, Kind kind) {
        List<Breakdown> breakdowns = new ArrayList<>();
        by.mapping().ifPresent(mapping -> {
            Ids ids = new Ids();
            for (String id : mapping.keys()) {
                Value given = mapping.need(id);
                ids.claim(id, given);
                breakdown(id, given, operands, kind).ifPresent(breakdowns::add);
            }
        });
        return breakdowns;
    }

    private Optional<Breakdown> breakdown(String id, Value given, List<Operand> operands, Kind kind) {
        Value of = given;
        Text label = words(id);
        if (given.isMapping()) {
            Mapping mapping = given.mapping().orElseThrow();
            label = mapping.need("label").words();
            if (mapping.has("parts")) {
                Optional<Breakdown> named = byParts(id, label, mapping.need("parts"), operands);
                mapping.end();
                return named;
            }
            of = mapping.need("of");
            mapping.end();
        }
        return operands.get(0) instanceof Entries entries
                ? byField(id, label, of, entries, kind)
                : byCells(id, label, of, operands);
    }

    /** An id as words: {@code kind_of_office} is {@code Kind of office}. */
    private static Text words(String id) {
        String words = id.replace('_', ' ');
        return Text.same(words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    private Optional<Breakdown> byField(String id, Text label, Value of, Entries entries, Kind kind) {
        RegisterForm register = (RegisterForm) java.util.Objects.requireNonNull(forms.get(entries.register()));
        String text = of.text();
        String name = text.startsWith(entries.register() + ".") ? text.substring(entries.register().length() + 1) : text;
        List<String> listed = register.fields().stream()
                .filter(field -> !field.values().isEmpty() && !field.many())
                .map(Field::id)
                .toList();
        if (!listed.contains(name)) {
            of.report(Suggestion.unknown("noun.listed-field", name, listed));
            return Optional.empty();
        }
        if (kind.ofEntries()) {
            of.report(WORDS.text("figure.no-breakdown", kind.name().toLowerCase(java.util.Locale.ROOT)));
            return Optional.empty();
        }
        Field field = register.fields().stream()
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow();
        List<Item> items = new ArrayList<>();
        field.values().forEach(value -> items.add(new Item(value.id(), value.text(), null, null)));
        if (!field.required()) {
            items.add(new Item("", WORDS.text("figure.not-stated"), null, null));
        }
        return Optional.of(new Breakdown(id, label, items, name));
    }

    /** Parts that are named one by one, each with cells of its own. */
    private Optional<Breakdown> byParts(String id, Text label, Value parts, List<Operand> operands) {
        if (!operands.stream().allMatch(FiguresReader::isPlainSum)) {
            parts.report(WORDS.text("figure.parts-of-cells"));
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        Ids ids = new Ids();
        parts.mapping().ifPresent(named -> {
            for (String part : named.keys()) {
                Value given = named.need(part);
                ids.claim(part, given);
                given.mapping().flatMap(one -> part(part, one, operands)).ifPresent(items::add);
            }
        });
        return items.isEmpty() ? Optional.empty() : Optional.of(new Breakdown(id, label, items, null));
    }

    private static boolean isPlainSum(Operand operand) {
        return operand instanceof Cells cells && cells.terms().stream().allMatch(term -> term.weight() == null);
    }

    private Optional<Item> part(String id, Mapping part, List<Operand> operands) {
        Text label = part.need("label").words();
        Value of = part.need("of");
        part.end();
        Optional<FigureExpression.Parsed> parsed = parsed(of);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        boolean quotient = operands.size() > 1;
        if (parsed.get().denominator().isEmpty() == quotient) {
            of.report(WORDS.text("figure.by-differs"));
            return Optional.empty();
        }
        List<Operand> made = cells(of, quotient);
        return made.isEmpty()
                ? Optional.empty()
                : Optional.of(new Item(id, label, made.get(0), quotient ? made.get(1) : null));
    }

    /** {@code rows}, {@code columns}, or an expression with a {@code *} in the place of what tells the items apart. */
    private Optional<Breakdown> byCells(String id, Text label, Value of, List<Operand> operands) {
        String text = of.text();
        boolean metric = operands.get(0) instanceof FromMetric;
        if (!metric && (text.equals("rows") || text.equals("columns"))) {
            boolean rows = text.equals("rows");
            Set<String> lines = lines(operands, rows);
            Set<String> forms = lines.stream().map(line -> line.replaceFirst("\\..*", "")).collect(Collectors.toSet());
            if (forms.size() != 1 || lines.size() > 1 && !alike(operands, rows)) {
                of.report(WORDS.text("figure.by-needs-line", text));
                return Optional.empty();
            }
            String form = forms.iterator().next();
            Optional<List<Item>> items = lines.size() == 1
                    ? items(of, form, rows, parts(form, rows), part -> replaced(operands, rows, part))
                    : items(of, form, rows, names(operands, rows), part -> kept(operands, rows, part));
            return items.map(made -> new Breakdown(id, label, made, null));
        }
        Optional<FigureExpression.Parsed> parsed = parsed(of);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        List<Cells> sums = new ArrayList<>(List.of(parsed.get().numerator()));
        sums.addAll(parsed.get().denominator());
        if (!metric && sums.size() != operands.size()) {
            of.report(WORDS.text("figure.by-differs"));
            return Optional.empty();
        }
        if (!sums.stream().allMatch(sum -> known(of, sum))) {
            return Optional.empty();
        }
        Set<String> starred = new HashSet<>();
        sums.forEach(sum -> sum.terms().forEach(term -> starred.add(star(term.cell()))));
        if (starred.size() != 1 || starred.contains("")) {
            of.report(WORDS.text("figure.by-needs-star"));
            return Optional.empty();
        }
        String where = starred.iterator().next();
        boolean rows = where.endsWith(".row");
        String form = where.substring(0, where.indexOf('.'));
        List<Operand> given = List.copyOf(sums);
        return items(of, form, rows, parts(form, rows), part -> replaced(given, rows, part))
                .map(items -> new Breakdown(id, label, metric ? labelled(items) : items, null));
    }

    /** Of a metric's own parts only the ids and labels are the form's. */
    private static List<Item> labelled(List<Item> items) {
        return items.stream()
                .map(item -> new Item(item.id(), item.label(), null, null))
                .toList();
    }

    private static String star(Cell cell) {
        boolean row = cell.row().equals(EACH);
        boolean column = cell.column().equals(EACH);
        return row == column ? "" : cell.form() + (row ? ".row" : ".column");
    }

    private Optional<List<Item>> items(
            Value of, String form, boolean rows, List<String> parts, Function<String, List<Operand>> made) {
        GridForm grid = (GridForm) java.util.Objects.requireNonNull(forms.get(form));
        List<Label> labels = rows ? grid.rows() : grid.columns();
        List<Item> items = new ArrayList<>();
        for (String part : parts) {
            List<Operand> operands = made.apply(part);
            items.add(new Item(
                    part,
                    apart(label(labels, part), labels),
                    operands.get(0),
                    operands.size() > 1 ? operands.get(1) : null));
        }
        if (items.isEmpty()) {
            of.report(WORDS.text("figure.nothing-but-totals", form));
            return Optional.empty();
        }
        return Optional.of(items);
    }

    /** The words of a label, with its group before them where another has the same words. */
    private static Text apart(Label label, List<Label> labels) {
        Text words = label.text();
        return label.under() == null
                ? words
                : new Text(
                        twice(labels, Text::zh, words) ? label.under() + "：" + words.zh() : words.zh(),
                        twice(labels, Text::en, words) ? label.under() + ": " + words.en() : words.en());
    }

    private static boolean twice(List<Label> labels, Function<Text, String> language, Text words) {
        return labels.stream().filter(one -> language.apply(one.text()).equals(language.apply(words))).count() > 1;
    }

    /** The rows (or columns) in which the cells stand, each with its form. */
    private static Set<String> lines(List<Operand> operands, boolean rows) {
        Set<String> lines = new LinkedHashSet<>();
        for (Operand operand : operands) {
            if (operand instanceof Cells cells) {
                cells.terms().forEach(term -> lines.add(term.cell().form() + "." + line(term.cell(), rows)));
            }
        }
        return lines;
    }

    private static String line(Cell cell, boolean rows) {
        return rows ? cell.row() : cell.column();
    }

    /** The rows (or columns) themselves, in the order in which they are named. */
    private static List<String> names(List<Operand> operands, boolean rows) {
        return lines(operands, rows).stream()
                .map(line -> line.substring(line.indexOf('.') + 1))
                .toList();
    }

    /** Whether each operand has a cell in each line, so that each line is such a figure itself. */
    private static boolean alike(List<Operand> operands, boolean rows) {
        return operands.stream()
                .allMatch(operand -> lines(List.of(operand), rows).equals(lines(operands, rows))
                        && ((Cells) operand).constant().signum() == 0);
    }

    /** The cells of one line alone. */
    private static List<Operand> kept(List<Operand> operands, boolean rows, String line) {
        List<Operand> kept = new ArrayList<>();
        for (Operand operand : operands) {
            kept.add(new Cells(
                    ((Cells) operand)
                            .terms().stream()
                                    .filter(term -> line(term.cell(), rows).equals(line))
                                    .toList(),
                    BigDecimal.ZERO));
        }
        return kept;
    }

    private static List<Operand> replaced(List<Operand> operands, boolean rows, String part) {
        List<Operand> replaced = new ArrayList<>();
        for (Operand operand : operands) {
            Cells cells = (Cells) operand;
            replaced.add(new Cells(
                    cells.terms().stream()
                            .map(term -> new Term(
                                    term.factor(),
                                    moved(term.cell(), rows, part),
                                    term.weight() == null ? null : moved(term.weight(), rows, part)))
                            .toList(),
                    cells.constant()));
        }
        return replaced;
    }

    private static Cell moved(Cell cell, boolean rows, String part) {
        return rows ? new Cell(cell.form(), part, cell.column()) : new Cell(cell.form(), cell.row(), part);
    }
}
