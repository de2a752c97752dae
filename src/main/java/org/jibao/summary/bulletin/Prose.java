package org.jibao.summary.bulletin;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jibao.definition.figure.DefaultSummary;
import org.jibao.finding.Language;
import org.jibao.finding.Wording;
import org.jibao.summary.Context;

/** The paragraphs that the program writes. Every number in them is one of a table of the store, or counts rows of one. */
final class Prose {

    private static final Wording WORDS = Wording.of(Prose.class);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    /** More figures than these are ranked for the workbook's readers; the bulletin says how many are left. */
    private static final int MOST_FIGURES = 6;

    /** Of more figures by kind of unit a paragraph is read no more. */
    private static final int MOST_DIVIDED = 3;

    private final Context context;
    private final Language language;
    private final Standings standings;
    private final FigureTexts figures;

    Prose(Context context, Standings standings, FigureTexts figures) {
        this.context = context;
        this.language = context.speech().language();
        this.standings = standings;
        this.figures = figures;
    }

    String title() {
        return context.speech().say(context.request().job().title());
    }

    String period() {
        return context.speech().say(context.request().period().label());
    }

    String heading() {
        return say("title.heading", period(), title());
    }

    /** {@code 2026年10月20日 09:00}. */
    String asOf() {
        return say("title.as-of", date(), context.speech().asOf().substring(11));
    }

    /** The day as of which the figures are. */
    String date() {
        LocalDate day =
                context.request().asOf().atZone(context.request().job().zone()).toLocalDate();
        return day.format(language == Language.ZH ? CHINESE : ENGLISH);
    }

    /** What it is about, as of when, and how many of how many units reported. */
    List<String> opening() {
        List<String> absent = new ArrayList<>();
        for (String state : Standings.ABSENT) {
            int count = standings.count(state);
            if (count > 0) {
                absent.add(say("opening." + state, count));
            }
        }
        String without = absent.isEmpty() ? say("opening.all") : say("opening.absent", joined(absent));
        return List.of(say(
                context.isFinal() ? "opening.final" : "opening.so-far",
                period(),
                title(),
                standings.count("expected"),
                asOf(),
                standings.count("reported"),
                standings.count("on_time"),
                standings.count("late"),
                without));
    }

    /** The rates of reporting, and the reporting of each kind of unit where there is more than one. */
    List<String> overview() {
        List<String> rates = Stream.of("reporting_rate", "on_time_rate")
                .map(figures::said)
                .filter(said -> !said.isEmpty())
                .toList();
        List<String> paragraphs = new ArrayList<>();
        if (!rates.isEmpty()) {
            paragraphs.add(say("overview.rates", String.join(say("overview.between"), rates)));
        }
        List<TableRow> kinds = TableRow.of(context.request().tables().get("coverage"), language);
        if (kinds.size() > 2
                && kinds.stream().noneMatch(row -> row.text("coverage").isEmpty())) {
            paragraphs.add(say(
                    "overview.kinds",
                    joined(kinds.stream()
                            .skip(1)
                            .map(row -> say("overview.kind", row.text("name"), row.text("coverage")))
                            .toList())));
        }
        figures.dividedByKind().stream()
                .limit(MOST_DIVIDED)
                .map(figure -> say(
                        "overview.divided",
                        figures.aspect(figure, "label"),
                        figures.value(figure),
                        figures.aspect(figure, "kinds")))
                .forEach(paragraphs::add);
        return paragraphs;
    }

    /** The findings of the period, numbered. */
    List<String> sentences() {
        return Numbering.of(
                TableRow.of(context.request().tables().get(DefaultSummary.SENTENCES), language).stream()
                        .map(row -> row.text("sentence"))
                        .toList(),
                language,
                Numbering.Level.SECOND);
    }

    /** Who is praised, for what, and by which rule. */
    List<String> praised() {
        List<String> items = new ArrayList<>();
        List<TableRow> met = standings.named("all_met");
        if (!met.isEmpty()) {
            items.add(say("praised.all-met", met.size(), names(met)));
        }
        ends("first", "praised.first", items);
        return list("praised.none", figures.areAimed() ? "praised.rule" : "praised.rule-without-targets", items);
    }

    /** Who is criticised, for what, and by which rule. */
    List<String> criticised() {
        List<String> items = new ArrayList<>();
        for (String state : List.of("missing", "returned", "rejected", "late")) {
            List<TableRow> units = standings.of(state);
            if (!units.isEmpty()) {
                items.add(say("criticised." + state, units.size(), names(units)));
            }
        }
        byFigure("missed")
                .forEach((figure, units) -> items.add(say(
                        "criticised.missed",
                        figures.aspect(figure, "label"),
                        figures.target(figure),
                        units.size(),
                        withValues(figure, units))));
        ends("last", "criticised.last", items);
        return list(
                "criticised.none", figures.areAimed() ? "criticised.rule" : "criticised.rule-without-targets", items);
    }

    private List<String> list(String none, String rule, List<String> items) {
        List<String> paragraphs = new ArrayList<>();
        if (items.isEmpty()) {
            paragraphs.add(say(none));
            return paragraphs;
        }
        paragraphs.add(say(rule, Standings.MOST_NAMES));
        paragraphs.addAll(Numbering.of(items, language, Numbering.Level.THIRD));
        return paragraphs;
    }

    /** The first or the last of each ranking. */
    private void ends(String subject, String key, List<String> items) {
        Map<String, List<TableRow>> ends = byFigure(subject);
        ends.entrySet().stream()
                .limit(MOST_FIGURES)
                .forEach(end -> items.add(say(
                        key,
                        figures.aspect(end.getKey(), "label"),
                        figures.ofUnit(end.getKey(), end.getValue().get(0).number("value")),
                        names(end.getValue()))));
        if (ends.size() > MOST_FIGURES) {
            items.add(say("ends.more", ends.size() - MOST_FIGURES));
        }
    }

    private Map<String, List<TableRow>> byFigure(String subject) {
        Map<String, List<TableRow>> byFigure = new LinkedHashMap<>();
        standings.named(subject).forEach(row -> byFigure.computeIfAbsent(
                        row.text("figure"), figure -> new ArrayList<>())
                .add(row));
        return byFigure;
    }

    private String names(List<TableRow> units) {
        return standings.listed(Standings.namesOf(units));
    }

    private String withValues(String figure, List<TableRow> units) {
        List<String> first = units.stream()
                .limit(Standings.MOST_NAMES)
                .map(unit -> say("unit.with-value", unit.text("name"), figures.ofUnit(figure, unit.number("value"))))
                .toList();
        return units.size() > first.size() ? say("list.and-more", joined(first), units.size()) : joined(first);
    }

    private String joined(List<String> parts) {
        return String.join(language == Language.ZH ? "、" : ", ", parts);
    }

    /** Words of the program's own. */
    String say(String key, Object... values) {
        return WORDS.text(key, values).in(language);
    }
}
