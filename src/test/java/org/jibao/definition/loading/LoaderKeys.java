package org.jibao.definition.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jibao.calendar.PeriodCalendar;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.JobContents;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.definition.loading.ExampleLoader.ExampleReader;
import org.jibao.definition.loading.JobLoader.MetricReader;
import org.jibao.definition.loading.Shape.Keys;
import org.jibao.finding.Text;

/** What each kind of YAML file may hold, as its reader takes it, over a small job. */
final class LoaderKeys {

    private static final String ITEMS = """
            layout: register
            title: {zh: 台账, en: Register}
            sheet: 台账
            fields:
              - {id: kind, zh: 类别, en: Kind, values: [{id: letters, zh: 来信, en: Letters}]}
              - {id: cost, zh: 费用, en: Cost, cell: amount}
            """;

    private final JobDefinition job;
    private final JobFolder folder;

    LoaderKeys(Path temporary) {
        TestJob made = TestJob.in(temporary)
                .with("forms/items.yaml", ITEMS)
                .with("metrics/given.sql", "SELECT period, unit, 1 AS numerator FROM returns.submission")
                .with("metrics/given.yaml", """
                        title: {zh: 数, en: Given}
                        grain: [period, unit]
                        columns: [{name: numerator, zh: 分子, en: Numerator}]
                        """)
                .with("reference/targets.csv", "unit,target\nT1,3\n")
                .with("figures.yaml", """
                        figures:
                          received: {label: Received, sum: counts.total.received, unit: u, topic: t, note: n, say: s,
                            better: up, target: ">= 1", rank: {minimum: 1}, headline: true, by: {way: rows}}
                          weighted: {label: Weighted, mean: counts.total.closed, weight: counts.total.received}
                        """);
        made.withJob("forms: [cover, counts, items]", "forms: [cover, counts, items]\nmetrics: [given]");
        job = made.load();
        try {
            folder = JobFolder.read(made.folder(), new Problems());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JobDefinition job() {
        return job;
    }

    /** The kinds of files by the names of their schemas, in the order in which an author meets them. */
    Map<String, Keys> all() {
        Map<String, Keys> all = new LinkedHashMap<>();
        all.put("job", jobFile());
        all.put("form", form());
        all.put("checks", checks());
        all.put("figures", figures());
        all.put("metric", metric());
        all.put("summary", summary());
        all.put("table", table());
        all.put("example", example());
        return all;
    }

    private Keys jobFile() {
        return new Exploration()
                .read(mapping -> {
                    JobDefaults.languages(mapping);
                    JobFile.read(mapping, mapping.source().languages(), folder);
                })
                .found();
    }

    private Keys form() {
        return new Exploration()
                .read(mapping -> FormReader.read("x", mapping, job.roster(), Set.of("town")))
                .found();
    }

    private Keys checks() {
        FormIndex forms = new FormIndex(List.of("cover", "counts", "items"), job.forms());
        Exploration exploration = new Exploration()
                .text("rules[].sums", "counts.total.* = letters")
                .text("rules[].at-most", "counts.*.closed <= counts.*.received")
                .text("rules[].equals", "counts.total.received = counts.letters.received")
                .text("rules[].carried", "counts.total.received = counts.letters.received");
        return exploration
                .read(mapping -> new ChecksReader(
                                forms, new OtherReturnsReader("x", new PeriodCalendar(PeriodKind.QUARTER), forms, null))
                        .read("counts", mapping))
                .found();
    }

    private Keys figures() {
        Exploration exploration = new Exploration()
                .keys("figures", "x", "reporting_rate", "on_time_rate")
                .text("figures.*.sum", "counts.total.received")
                .text("figures.*.rate", "counts.total.closed / counts.total.received")
                .text("figures.*.rate.of.entries", "items")
                .text("figures.*.rate.in.entries", "items")
                .text("figures.*.mean", "counts.total.closed")
                .text("figures.*.weight", "counts.total.received")
                .text("figures.*.entries", "items")
                .text("figures.*.units", "items")
                .text("figures.*.total", "items.cost")
                .text("figures.*.median", "items.cost")
                .text("figures.*.longest", "items.cost")
                .text("figures.*.among", "given")
                .text("figures.*.metric", "given")
                .text("figures.*.cells", "counts.total.received");
        return exploration
                .read(this::readFigures)
                // The first kind that makes a figure is then one of a metric, whose breakdowns have labels.
                .text("figures.*.sum", "")
                .text("figures.*.rate", "")
                .text("figures.*.mean", "given.numerator")
                .text("figures.*.by.*.labels", "items.kind")
                .read(this::readFigures)
                .found();
    }

    private void readFigures(Mapping mapping) {
        new FiguresReader(
                        List.of("cover", "counts", "items"),
                        job.forms(),
                        job.rules(),
                        List.of("given"),
                        job.metrics(),
                        job.reference())
                .read(mapping);
    }

    private static Keys metric() {
        return new Exploration()
                .read(mapping -> MetricReader.read("x", mapping, "SELECT 1"))
                .found();
    }

    private Keys summary() {
        SummaryDefinition made = new SummaryDefinition(
                List.of(), List.of(), List.of(), List.of(new Sheet("x", SheetKind.NOTES, Text.same("x"), List.of())));
        Supplier<FormIndex> forms = () -> new FormIndex(List.of(), job.forms());
        return new Exploration()
                .text("printed[].forms[].form", "counts")
                .text("printed[].drawing.zh", "x")
                .text("printed[].drawing.en", "x")
                .read(mapping -> SummaryReader.read(folder, mapping, JobContents.NONE.summary(), forms))
                .read(mapping -> SummaryReader.read(folder, mapping, made, forms))
                .found();
    }

    private static Keys table() {
        return new Exploration()
                .read(mapping -> SummaryReader.table("x", mapping, "x.sql", "SELECT 1"))
                .found();
    }

    private Keys example() {
        return new Exploration()
                .keys("given[].cells", "counts")
                .keys("given[].entries", "items")
                .keys("given[].entries.*[]", "kind", "times")
                .declared("given[].entries.*[]")
                .keys("given[].cells.*", "total")
                .keys("given[].cells.*.*", "received")
                .text("period", "2026Q3")
                .read(mapping -> new ExampleReader(job).read("x", mapping))
                .found();
    }
}
