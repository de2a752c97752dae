package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jibao.definition.OtherReturns;
import org.jibao.definition.OtherReturns.Take;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.RuleDefinition.Missing;
import org.jibao.definition.RuleDefinition.RegisterCount;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChecksReaderTest {

    private static final String RULE = """
            rules:
              - id: counts.sum
                each: column
                left: total
                operator: "="
                right: letters
                severity: error
                message: {zh: "{left}", en: "{right}"}
                cure: 改
            """;

    private final Path parent;

    ChecksReaderTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private TestJob job() {
        return TestJob.in(parent).with("checks/counts.yaml", RULE);
    }

    private List<String> problemsWith(String text, String replacement) {
        return job().withChanged("checks/counts.yaml", text, replacement).problems();
    }

    @Test
    void readsRuleWithDefaults() {
        assertEquals(
                List.of(new RuleDefinition(
                        "counts.sum",
                        "counts",
                        Scope.COLUMN,
                        List.of(),
                        Map.of(),
                        Map.of(),
                        "total",
                        "=",
                        "letters",
                        Missing.SKIP_IF_ANY,
                        BigDecimal.ZERO,
                        Severity.ERROR,
                        new Text("{left}", "{right}"),
                        Text.same("改"),
                        "checks/counts.yaml",
                        2)),
                job().load().rules());
    }

    @Test
    void readsRuleInFull() {
        RuleDefinition rule = job().withChanged("checks/counts.yaml", "each: column\n", """
                        each: row
                            only: [letters]
                            counts: {n: {register: items, by: kind, where: sent_on IS NOT NULL}}
                            missing: as-zero
                            tolerance: 0.5
                        """)
                .load()
                .rules()
                .get(0);
        assertEquals(Scope.ROW, rule.scope());
        assertEquals(List.of("letters"), rule.only());
        assertEquals(Map.of("n", new RegisterCount("items", "kind", "sent_on IS NOT NULL")), rule.counts());
        assertEquals(Missing.AS_ZERO, rule.missing());
        assertEquals(new BigDecimal("0.5"), rule.tolerance());
    }

    private static final String FROM =
            "each: column\n    from: {others: {job: neighbour, form: counts, row: letters, take: sum}}";

    @Test
    void readsFiguresOfOtherReturns() {
        assertEquals(
                Map.of(
                        "others",
                        new OtherReturns(
                                "neighbour",
                                "counts",
                                "letters",
                                null,
                                Take.SUM,
                                new Text("neighbour counts letters", "neighbour, counts, letters"))),
                rule(FROM).others());
        assertEquals(
                Map.of(
                        "below",
                        new OtherReturns(
                                null, "counts", null, "closed", Take.SUM, new Text("表一 办结", "Table 1, Closed"))),
                rule("each: row\n    subordinates: {below: {column: closed}}").others());
    }

    @Test
    void knowsWordsOfTheJobBeside() {
        TestJob.in(parent.resolve("aside")).copyTo(parent.resolve("neighbour"));
        assertEquals(
                new Text("测试 表一 来信", "Test, Table 1, Letters"),
                List.copyOf(rule(FROM).others().values()).get(0).origin());
    }

    @Test
    void rejectsWhatTheJobBesideHasNot() {
        TestJob.in(parent.resolve("aside")).copyTo(parent.resolve("neighbour"));
        assertEquals(
                List.of("checks/counts.yaml:4: there is no row \"letter\"; did you mean \"letters\"?"),
                problemsWith("each: column", FROM.replace("letters", "letter")));
        assertEquals(
                List.of("checks/counts.yaml:4: there is no grid \"items\"; write one of: counts"),
                problemsWith("each: column", FROM.replace("form: counts", "form: items")));
        TestJob.in(parent.resolve("aside"))
                .withJob("period: quarter", "period: year")
                .copyTo(parent.resolve("neighbour"));
        assertEquals(
                List.of(
                        "checks/counts.yaml:4: the periods of \"neighbour\" (year) are longer than this job's (quarter), so none lies within one: write the rule in the job of the longer periods"),
                problemsWith("each: column", FROM));
        for (String overlapping : List.of("week", "quarter\nyear-starts: 04-01")) {
            TestJob.in(parent.resolve("aside"))
                    .withJob("period: quarter", "period: " + overlapping)
                    .copyTo(parent.resolve("neighbour"));
            String kind = overlapping.lines().findFirst().orElseThrow();
            assertEquals(
                    List.of("checks/counts.yaml:4: the periods of \"neighbour\" (" + kind
                            + ") do not fit into this job's (quarter): weeks run on over the ends of longer periods, and years"
                            + " that begin in another month overlap; take the figure from a job whose periods lie within"
                            + " those of this job"),
                    problemsWith("each: column", FROM));
        }
    }

    @Test
    void rejectsMistakenFiguresOfOtherReturns() {
        assertEquals(
                List.of("checks/counts.yaml:4: with each: column the column is matched by id; leave column out"),
                problemsWith("each: column", FROM.replace("take:", "column: closed, take:")));
        assertEquals(
                List.of("checks/counts.yaml:4: \"take\" cannot be \"mean\"; write one of: sum, first, last"),
                problemsWith("each: column", FROM.replace("take: sum", "take: mean")));
        assertEquals(
                List.of("checks/counts.yaml:4: \"job\" is missing or has no value"),
                problemsWith("each: column", FROM.replace("job: neighbour, ", "")));
        assertEquals(
                List.of("checks/counts.yaml:4: key \"rows\" is not known here; did you mean \"row\"?"),
                problemsWith("each: column", FROM.replace("take:", "rows: 1, take:")));
        assertEquals(
                List.of(
                        "checks/counts.yaml:4: from names another job, and \"test-job\" is this one; for the period before write previous., for units below subordinates"),
                problemsWith("each: column", FROM.replace("neighbour", "test-job")));
        assertEquals(
                List.of(
                        "checks/counts.yaml:4: id \"total\" already means something else here; choose another, such as total_1"),
                problemsWith("each: column", FROM.replace("others", "total")));
        assertEquals(
                List.of("checks/counts.yaml:4: there is no row \"letter\"; did you mean \"letters\"?"),
                problemsWith("each: column", "each: column\n    subordinates: {below: {row: letter}}"));
    }

    private RuleDefinition rule(String each) {
        return job().withChanged("checks/counts.yaml", "each: column", each)
                .load()
                .rules()
                .get(0);
    }

    @Test
    void rejectsUnknownRowsAndColumns() {
        assertEquals(
                List.of("checks/counts.yaml:4: there is no column \"letters\"; write one of: received, closed"),
                problemsWith("each: column", "each: column\n    only: [letters]"));
        assertEquals(
                List.of("checks/counts.yaml:4: there is no row \"letter\"; did you mean \"letters\"?"),
                problemsWith("each: column", "each: row\n    only: [letter]"));
    }

    @Test
    void rejectsUnknownRegisterAndField() {
        assertEquals(
                List.of("checks/counts.yaml:4: there is no register of entries \"item\"; did you mean \"items\"?"),
                problemsWith("each: column", "each: row\n    counts: {n: {register: item, by: kind}}"));
        assertEquals(
                List.of("checks/counts.yaml:4: there is no field with values \"title\"; write one of: kind"),
                problemsWith("each: column", "each: row\n    counts: {n: {register: items, by: title}}"));
        assertEquals(
                List.of(
                        "checks/counts.yaml:4: id \"closed\" already means something else here; choose another, such as closed_1"),
                problemsWith("each: column", "each: row\n    counts: {closed: {register: items, by: kind}}"));
        assertEquals(
                List.of(
                        "checks/counts.yaml:4: id \"period_end\" already means something else here; choose another, such as period_end_1"),
                problemsWith("each: column", "each: row\n    counts: {period_end: {register: items, by: kind}}"));
    }

    @Test
    void rejectsWhatDoesNotFitTheScope() {
        assertEquals(
                List.of(
                        "checks/counts.yaml:4: only goes with each: column or each: row",
                        "checks/counts.yaml:5: by goes with each: row or column; a whole return takes every entry, so leave by out"),
                problemsWith(
                        "each: column",
                        "each: return\n    only: [total]\n    counts: {n: {register: items, by: kind}}"));
        assertEquals(
                List.of(
                        "checks/counts.yaml:3: each: entry does not fit \"counts\": column and row are for grids, entry is for registers, return fits any"),
                problemsWith("each: column", "each: entry"));
        assertEquals(
                List.of(
                        "checks/items.yaml:3: each: column does not fit \"items\": column and row are for grids, entry is for registers, return fits any"),
                TestJob.in(parent.resolve("other"))
                        .with("checks/items.yaml", RULE)
                        .problems());
    }

    @Test
    void rejectsUnknownWords() {
        assertEquals(
                List.of("checks/counts.yaml:5: there is no operator \"==\"; did you mean \"=\"?"),
                problemsWith("\"=\"", "\"==\""));
        assertEquals(
                List.of("checks/counts.yaml:7: \"severity\" cannot be \"fatal\"; write one of: error, warning, note"),
                problemsWith("severity: error", "severity: fatal"));
        assertEquals(
                List.of("checks/counts.yaml:8: there is no placeholder \"lef\"; did you mean \"left\"?"),
                problemsWith("{left}", "{lef}"));
        assertEquals(
                List.of(
                        "checks/counts.yaml:7: \"missing\" cannot be \"skip-any\"; write one of: skip-if-any, skip-if-all, as-zero"),
                problemsWith("severity: error", "missing: skip-any\n    severity: error"));
    }

    @Test
    void rejectsBadTolerance() {
        assertEquals(
                List.of(
                        "checks/counts.yaml:7: \"tolerance\" must be a number of zero or more with up to four decimals, not \"-1\""),
                problemsWith("severity: error", "tolerance: -1\n    severity: error"));
        assertEquals(
                List.of("checks/counts.yaml:7: tolerance goes with operator: \"=\""),
                job().withChanged("checks/counts.yaml", "\"=\"", "\"<=\"")
                        .withChanged("checks/counts.yaml", "severity: error", "tolerance: 1\n    severity: error")
                        .problems());
    }

    @Test
    void wantsIdsUniqueInTheJob() {
        TestJob job = job().with("checks/items.yaml", RULE.replace("each: column", "each: return"));
        assertEquals(
                List.of(
                        "checks/items.yaml:2: rule id \"counts.sum\" is already used at checks/counts.yaml:2; ids are unique in a job"),
                job.problems());
    }

    @Test
    void rejectsIdWithCapitalsOrHyphens() {
        assertEquals(
                List.of(
                        "checks/counts.yaml:2: \"Counts-sum\" is no rule id: use lower-case letters, digits and underscores, with dots between parts, as in requests.balance"),
                problemsWith("id: counts.sum", "id: Counts-sum"));
    }

    @Test
    void saysNothingTwiceOfFormThatCannotBeRead() {
        assertEquals(
                List.of("forms/counts.yaml:1: the file must consist of \"key: value\" lines"),
                job().with("forms/counts.yaml", "")
                        .withChanged("checks/counts.yaml", "each: column", "each: column\n    only: [closed]")
                        .problems());
    }
}
