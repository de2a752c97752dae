package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.MetricDefinition.Measure;
import org.jibao.finding.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MetricReaderTest {

    private static final String TWIN = """
            title: {zh: 报送, en: Reporting}
            grain: [period, scope]
            columns:
              - {name: expected, zh: 应报, en: Expected, unit: {zh: 个, en: units}}
              - name: rate
                zh: 报送率
                en: Reporting rate
                unit: "%"
                numerator: {zh: 已报, en: Actual}
                denominator: {zh: 应报, en: Expected}
                note: {zh: 注, en: Note}
            """;

    private final Path parent;

    MetricReaderTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private TestJob job() {
        return TestJob.in(parent)
                .withJob("forms:", "metrics: [reporting]\nforms:")
                .with("metrics/reporting.sql", "WITH a AS (SELECT 1)\nSELECT * FROM a\n")
                .with("metrics/reporting.yaml", TWIN)
                .with("summary.yaml", """
                        tables: [{id: t, title: 表, empty: 无, columns: [{name: a, zh: 甲, en: A}]}]
                        sheets: [{id: s, kind: page, title: 页, blocks: [t]}]
                        """)
                .with("tables/t.sql", "select 1");
    }

    @Test
    void readsTwin() {
        Text none = Text.same("");
        assertEquals(
                List.of(new MetricDefinition(
                        "reporting",
                        new Text("报送", "Reporting"),
                        List.of("period", "scope"),
                        List.of(
                                new Measure(
                                        "expected",
                                        new Text("应报", "Expected"),
                                        new Text("个", "units"),
                                        none,
                                        none,
                                        none),
                                new Measure(
                                        "rate",
                                        new Text("报送率", "Reporting rate"),
                                        Text.same("%"),
                                        new Text("已报", "Actual"),
                                        new Text("应报", "Expected"),
                                        new Text("注", "Note"))),
                        "WITH a AS (SELECT 1)\nSELECT * FROM a")),
                job().load().metrics());
    }

    @Test
    void needsBothTwins() {
        assertEquals(
                List.of("metrics/reporting.yaml:1: this file is missing; add it"),
                job().without("metrics/reporting.yaml").problems());
        assertEquals(
                List.of("metrics/reporting.sql:1: this file is missing; add it"),
                job().without("metrics/reporting.sql").problems());
    }

    @Test
    void rejectsMistakesOfTwin() {
        assertEquals(
                List.of(
                        "metrics/reporting.yaml:2: \"Scope\" is no id: begin with a lower-case letter, use lower-case letters, digits and underscores",
                        "metrics/reporting.yaml:4: id \"period\" is already used in line 2; choose another",
                        "metrics/reporting.yaml:9: this text is not given in English, a language of the job: add en, or give one text for all languages",
                        "metrics/reporting.yaml:11: key \"notes\" is not known here; did you mean \"note\"?"),
                job().withChanged("metrics/reporting.yaml", "[period, scope]", "[period, Scope]")
                        .withChanged("metrics/reporting.yaml", "name: expected", "name: period")
                        .withChanged("metrics/reporting.yaml", ", en: Actual", "")
                        .withChanged("metrics/reporting.yaml", "note:", "notes:")
                        .problems());
    }
}
