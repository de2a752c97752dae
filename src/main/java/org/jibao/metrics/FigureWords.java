package org.jibao.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.definition.Figure;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.definition.figure.DefaultSummary;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.store.Row;
import org.jibao.store.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of the leaders' page and the titles of charts, made from the facts of figures; nothing that is missing
 * is spoken of.
 */
final class FigureWords {

    private static final Wording WORDS = Wording.of(FigureWords.class);

    private static final Set<String> MADE =
            Set.of(DefaultSummary.HEADLINES, DefaultSummary.MESSAGES, DefaultSummary.SENTENCES);

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** More than these are not read. */
    private static final int MOST_SENTENCES = 4;

    private static final int MOST_NAMES = 3;
    private static final Text NOTHING = Text.same("");

    private final JobDefinition job;
    private final Period period;
    private final List<Row> facts;

    FigureWords(JobDefinition job, Period period, Rows facts) {
        this.job = job;
        this.period = period;
        this.facts = facts.stream().toList();
    }

    /** Whether the table of this id holds sentences, and its SQL gives facts. */
    static boolean makes(String id, String file) {
        return file.equals(Figure.FILE) && MADE.contains(id);
    }

    MetricTable table(String id) {
        return switch (id) {
            case DefaultSummary.HEADLINES -> headlines();
            case DefaultSummary.SENTENCES -> sentences();
            default -> messages();
        };
    }

    // The leaders' page

    private MetricTable headlines() {
        List<Text> sentences = new ArrayList<>();
        reporting().ifPresent(sentences::add);
        told()
                // What the job says in words of its own is what it wants said.
                .sorted(Comparator.comparing(figure -> figure.say() == null))
                .flatMap(figure -> fact("figure", figure.id()).flatMap(fact -> sentence(figure, fact)).stream())
                .limit(MOST_SENTENCES - 1L)
                .forEach(sentences::add);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            rows.add(Arrays.asList(
                    (long) (i + 1), sentences.get(i).zh(), sentences.get(i).en()));
        }
        return new MetricTable(DefaultSummary.HEADLINES, List.of("number", "sentence_zh", "sentence_en"), rows);
    }

    /** The figures that have sentences. */
    private Stream<Figure> told() {
        return job.figures().stream()
                .filter(figure -> figure.headline() && !figure.kind().isBuiltIn());
    }

    // The bulletin

    /** One of every headline that has a value; what is said of the reporting the bulletin says in its own order. */
    private MetricTable sentences() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        told().forEach(figure -> fact("figure", figure.id())
                .flatMap(fact -> sentence(figure, fact))
                .ifPresent(text -> rows.add(Arrays.asList(figure.id(), text.zh(), text.en()))));
        return new MetricTable(DefaultSummary.SENTENCES, List.of("figure", "sentence_zh", "sentence_en"), rows);
    }

    private Optional<Row> fact(String subject, String figure) {
        return facts.stream()
                .filter(fact -> subject.equals(fact.text("subject")) && figure.equals(fact.text("figure")))
                .findFirst();
    }

    private Optional<Text> reporting() {
        return fact("figure", "reporting_rate")
                .filter(fact -> fact.value("value") != null)
                .map(fact -> {
                    List<Row> absent = facts.stream()
                            .filter(row -> "absent".equals(row.text("subject")))
                            .toList();
                    long late = fact("figure", "on_time_rate")
                            .map(row -> number(fact, "numerator")
                                    .subtract(number(row, "numerator"))
                                    .longValue())
                            .orElse(0L);
                    Text delay = late > 0
                            ? WORDS.text("sentence.late", late)
                            : number(fact, "reported").signum() > 0 ? WORDS.text("sentence.none-late") : NOTHING;
                    return WORDS.text(
                            "sentence.reporting",
                            fact.count("expected"),
                            fact.count("reported"),
                            value(fact),
                            new ChangeWords(fact, period).plain(),
                            delay,
                            absent(absent));
                });
    }

    private static Text absent(List<Row> absent) {
        if (absent.isEmpty()) {
            return NOTHING;
        }
        List<String> names = absent.stream()
                .limit(MOST_NAMES)
                .map(row -> row.text("name_zh"))
                .toList();
        Text listed = new Text(String.join("、", names), String.join(", ", names));
        return absent.size() > names.size()
                ? WORDS.text("sentence.absent-and-more", listed, absent.size())
                : WORDS.text("sentence.absent", listed);
    }

    private Optional<Text> sentence(Figure figure, Row fact) {
        if (fact.value("value") == null) {
            return Optional.empty();
        }
        Map<String, Text> words = words(figure, fact);
        if (figure.say() != null) {
            return Optional.of(new Text(
                    filled(figure.say().zh(), words, true), filled(figure.say().en(), words, false)));
        }
        return Optional.of(WORDS.text(
                "sentence.figure",
                figure.label(),
                word(words, "value"),
                word(words, "unit"),
                word(words, "change"),
                word(words, "last_year"),
                word(words, "largest"),
                word(words, "last"),
                word(words, "target"),
                word(words, "coverage")));
    }

    private static Text word(Map<String, Text> words, String name) {
        return words.getOrDefault(name, NOTHING);
    }

    /** What a sentence may say of a figure, by the names of the places. */
    private Map<String, Text> words(Figure figure, Row fact) {
        Map<String, Text> words = new LinkedHashMap<>();
        words.put("label", figure.label());
        words.put("value", value(fact));
        words.put("unit", unit(figure));
        ChangeWords changes = new ChangeWords(fact, period);
        words.put("change", changes.onPrevious());
        // What the change says already is not said twice.
        words.put("alike", figure.say() == null || figure.say().zh().contains("{change}") ? NOTHING : changes.alike());
        words.put("last_year", changes.onLastYear());
        words.put("largest", fact("part", figure.id()).map(FigureWords::largest).orElse(NOTHING));
        words.put("first", fact("first", figure.id()).map(FigureWords::first).orElse(NOTHING));
        words.put("units", units(figure));
        Optional<Row> last = figure.isQuotient() ? fact("last", figure.id()) : Optional.empty();
        words.put("last", last.map(FigureWords::last).orElse(NOTHING));
        words.put("target", target(fact));
        words.put("coverage", Text.same(fact.value("reported") + "/" + fact.value("expected")));
        return words;
    }

    private static String filled(String template, Map<String, Text> words, boolean zh) {
        return PLACE.matcher(template).replaceAll(place -> {
            Text word = words.get(place.group(1));
            return Matcher.quoteReplacement(word == null ? place.group() : zh ? word.zh() : word.en());
        });
    }

    private static Text unit(Figure figure) {
        boolean none =
                figure.format() == Figure.Format.RATE || figure.unit().zh().isEmpty();
        return none ? NOTHING : WORDS.text("sentence.unit", figure.unit());
    }

    private static Text target(Row fact) {
        String standing = fact.value("target_standing") == null ? "" : fact.text("target_standing");
        if (standing.isEmpty()) {
            return NOTHING;
        }
        boolean rate = "rate".equals(fact.text("format"));
        String operator = Figure.Target.sign(fact.text("target_operator"));
        BigDecimal goal = number(fact, "target");
        String value =
                (rate ? goal.movePointRight(2) : goal).stripTrailingZeros().toPlainString() + (rate ? "%" : "");
        BigDecimal off = number(fact, "target_difference").abs();
        String size = (rate ? off.movePointRight(2) : off)
                .setScale(rate ? 2 : 1, RoundingMode.HALF_UP)
                .toPlainString();
        Text by = rate ? WORDS.text("sentence.points", size) : Text.same(size);
        return WORDS.text(
                standing.equals("met") ? "sentence.target-met" : "sentence.target-missed",
                Text.same(operator + " " + value),
                by);
    }

    private static Text largest(Row part) {
        if (part.value("share") == null) {
            return NOTHING;
        }
        String share = percent(number(part, "share"));
        long ties = number(part, "ties").longValue();
        return ties > 1
                ? WORDS.text("sentence.largest-tied", name(part), ties, share)
                : WORDS.text("sentence.largest", name(part), share);
    }

    /** The units in which the figure is more than 0. */
    private Text units(Figure figure) {
        List<Row> counted = facts.stream()
                .filter(fact ->
                        "unit".equals(fact.text("subject")) && figure.id().equals(fact.text("figure")))
                .toList();
        if (counted.isEmpty()) {
            return NOTHING;
        }
        List<Row> named = counted.subList(0, Math.min(MOST_NAMES, counted.size()));
        Text names = new Text(
                String.join("、", named.stream().map(row -> row.text("name_zh")).toList()),
                String.join(", ", named.stream().map(row -> row.text("name_en")).toList()));
        return counted.size() > named.size()
                ? WORDS.text("sentence.units-and-more", names, counted.size())
                : WORDS.text("sentence.units", names);
    }

    private static Text first(Row end) {
        long ties = number(end, "ties").longValue();
        return ties > 1
                ? WORDS.text("sentence.first-tied", name(end), ties, value(end))
                : WORDS.text("sentence.first", name(end), value(end));
    }

    private static Text last(Row end) {
        long ties = number(end, "ties").longValue();
        return ties > 1
                ? WORDS.text("sentence.last-tied", name(end), ties, value(end))
                : WORDS.text("sentence.last", name(end), value(end));
    }

    private static Text name(Row fact) {
        return new Text(fact.text("name_zh"), fact.text("name_en"));
    }

    // The titles of charts

    private MetricTable messages() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Chart chart : job.summary().charts()) {
            message(chart).ifPresent(text -> rows.add(Arrays.asList(chart.id(), text.zh(), text.en())));
        }
        return new MetricTable(DefaultSummary.MESSAGES, List.of("id", "zh", "en"), rows);
    }

    private Optional<Text> message(Chart chart) {
        if (chart.table().equals("trend")) {
            return fact("figure", chart.values().get(0))
                    .filter(fact -> fact.value("value") != null)
                    .map(fact -> WORDS.text(
                            "chart.moved", label(fact), value(fact), new ChangeWords(fact, period).inTitle()));
        }
        Optional<Row> part = facts.stream()
                .filter(fact -> "part".equals(fact.text("subject"))
                        && chart.table().equals(fact.text("figure") + "_by_" + fact.text("dimension")))
                .findFirst();
        if (part.isPresent()) {
            return part.map(FigureWords::ofParts);
        }
        return facts.stream()
                .filter(fact -> "first".equals(fact.text("subject"))
                        && chart.table().startsWith("ranking_" + fact.text("figure") + "_bars"))
                .findFirst()
                .flatMap(first -> fact("last", first.text("figure"))
                        .map(last -> WORDS.text(
                                "chart.ranked", label(first), led(first), value(first), led(last), value(last))));
    }

    private static Text led(Row end) {
        long ties = number(end, "ties").longValue();
        return ties > 1 ? WORDS.text("chart.and-more", name(end), ties) : name(end);
    }

    private static Text ofParts(Row part) {
        return part.value("share") == null
                ? WORDS.text("chart.highest", label(part), ledPart(part), value(part))
                : WORDS.text("chart.largest", label(part), ledPart(part), percent(number(part, "share")));
    }

    private static Text ledPart(Row part) {
        long ties = number(part, "ties").longValue();
        return ties > 1 ? WORDS.text("chart.parts-and-more", name(part), ties) : name(part);
    }

    private static Text label(Row fact) {
        return new Text(fact.text("label_zh"), fact.text("label_en"));
    }

    // Values

    static BigDecimal number(Row row, String column) {
        Object value = row.value(column);
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }

    private static Text value(Row fact) {
        BigDecimal value = number(fact, "value");
        return Text.same(
                switch (fact.text("format")) {
                    case "rate" -> percent(value);
                    case "count" -> grouped(value, "#,##0");
                    case "days" -> grouped(value, "#,##0.0");
                    default -> grouped(value, "#,##0.00");
                });
    }

    private static String percent(BigDecimal value) {
        return value.movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private static String grouped(BigDecimal value, String pattern) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
