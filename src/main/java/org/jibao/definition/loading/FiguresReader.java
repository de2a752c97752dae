package org.jibao.definition.loading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.definition.Figure;
import org.jibao.definition.Figure.Better;
import org.jibao.definition.Figure.CellSum;
import org.jibao.definition.Figure.Entries;
import org.jibao.definition.Figure.Format;
import org.jibao.definition.Figure.Kind;
import org.jibao.definition.Figure.Operand;
import org.jibao.definition.Figure.Target;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.ReferenceTable;
import org.jibao.definition.RuleDefinition;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** {@code figures.yaml}: what the job counts. */
final class FiguresReader {

    private static final Wording WORDS = Wording.of(FiguresReader.class);

    private static final Pattern TARGET = Pattern.compile("(>=|<=|=|>|<|≥|≤)\\s*(-?\\d{1,12}(?:\\.\\d{1,6})?)\\s*(%?)");
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final int LARGEST_MINIMUM = 1_000_000;

    /** The keys that say what kind of figure it is; one of them must be there. */
    private static final Map<String, Kind> KINDS = kinds();

    private final OperandReader operands;
    private final BreakdownReader breakdowns;
    private final Map<String, Text> topics = new LinkedHashMap<>();

    /**
     * @param ids of the forms, whether they could be read or not
     * @param metrics ids likewise
     */
    FiguresReader(
            Collection<String> ids,
            List<FormDefinition> forms,
            List<RuleDefinition> rules,
            Collection<String> metrics,
            List<MetricDefinition> read,
            List<ReferenceTable> references) {
        operands = new OperandReader(ids, forms, rules, metrics, read);
        breakdowns = new BreakdownReader(operands, references);
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("sum", Kind.SUM);
        kinds.put("rate", Kind.RATE);
        kinds.put("mean", Kind.MEAN);
        kinds.put("entries", Kind.ENTRIES);
        kinds.put("units", Kind.UNITS);
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

    /** {@code topics: {form: words}}: the page of the figures that are taken from a form or from the rows of a metric. */
    private void readTopics(Mapping given) {
        Set<String> known = operands.sources();
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
                new CellSum(List.of(), BigDecimal.ZERO),
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
        List<Operand> made = operands.operands(kind, given, figure);
        Format format = format(kind, made, figure.get("format"));
        Value topic = figure.get("topic");
        Value note = figure.get("note");
        Value say = figure.get("say");
        Value better = figure.get("better");
        Value stock = figure.get("stock");
        Value unit = figure.get("unit");
        if (made.isEmpty()) {
            figure.get("by");
            figure.get("rank");
            figure.get("target");
            figure.get("headline");
            return Optional.empty();
        }
        Operand denominator = made.size() > 1 ? made.get(1) : null;
        return Optional.of(new Figure(
                id,
                label,
                kind,
                format,
                unit.absent() ? unit(kind, made.get(0)) : unit.words(),
                made.get(0),
                denominator,
                breakdowns.breakdowns(figure.get("by"), made, given, kind),
                stock.flag(),
                better.absent() ? null : better.choice(Better.class, Better.UP),
                target(figure.get("target"), format),
                minimum(figure.get("rank")),
                figure.get("headline").flag(),
                topic.absent() ? topics.get(Figure.form(made.get(0))) : topic.words(),
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

    /** Whole numbers are counts; anything that may have decimals, or a mean, is an amount. */
    private Format format(Kind kind, List<Operand> made, Value given) {
        Format usual =
                switch (kind) {
                    case RATE, REPORTING_RATE, ON_TIME_RATE -> Format.RATE;
                    case MEAN, MEDIAN -> Format.AMOUNT;
                    case ENTRIES, UNITS, METRIC -> Format.COUNT;
                    case SUM, TOTAL, LONGEST ->
                        made.isEmpty() || operands.whole(made.get(0)) ? Format.COUNT : Format.AMOUNT;
                };
        return given.choice(Format.class, usual);
    }

    /** The unit of what is added, where it is one for all. */
    private Text unit(Kind kind, Operand operand) {
        if (kind == Kind.RATE) {
            return Text.same("%");
        }
        Set<String> units = new HashSet<>();
        if (operand instanceof CellSum cells) {
            cells.terms()
                    .forEach(term ->
                            units.add(String.valueOf(operands.type(term.cell()).unit())));
        } else if (operand instanceof Entries entries) {
            operands.field(entries)
                    .ifPresent(field -> units.add(String.valueOf(field.type().unit())));
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
            given.report(
                    WORDS.text(format == Format.RATE ? "figure.bad-target-rate" : "figure.bad-target", given.text()));
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
}
