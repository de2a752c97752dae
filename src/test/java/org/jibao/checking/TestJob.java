package org.jibao.checking;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jibao.calendar.DueRule;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.CellType;
import org.jibao.definition.CoverForm;
import org.jibao.definition.DeliveryDefinition;
import org.jibao.definition.Field;
import org.jibao.definition.FileLimits;
import org.jibao.definition.FileNamePattern;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobContents;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.OtherReturns;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.Roster;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.SheetNames;
import org.jibao.definition.SummaryDefinition;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jibao.inbox.InboxFile;
import org.jspecify.annotations.Nullable;

/** A small job: a cover, two grids and a register, with the rules that a test asks for. */
final class TestJob {

    static final String ID = "o'quarterly";
    static final InboxFile FILE =
            new InboxFile(Path.of("a.xlsx"), "a.xlsx", 1, "00", Instant.EPOCH, InboxFile.Container.OOXML, null);

    private static final CellType COUNT = new CellType(CellType.Kind.COUNT, "件", false);
    private static final CellType TEXT = new CellType(CellType.Kind.TEXT, null, false);
    private static final CellType DATE = new CellType(CellType.Kind.DATE, null, false);

    private TestJob() {}

    static JobDefinition with(RuleDefinition... rules) {
        return with(new Roster(List.of()), rules);
    }

    static JobDefinition with(Roster roster, RuleDefinition... rules) {
        return new JobDefinition(
                ID,
                Path.of("jobs", ID),
                Text.same("季报"),
                "2024",
                PeriodKind.QUARTER,
                new DueRule(10, DueRule.Shift.NONE),
                60,
                ZoneId.of("Asia/Shanghai"),
                "0 0 1 * * *",
                new FileNamePattern(Pattern.compile("(?<unit>.*)_(?<period>.*)")),
                FileLimits.STANDARD,
                DeliveryDefinition.NONE,
                Map.of("township", Text.same("乡镇"), "county", Text.same("县")),
                List.of("township"),
                roster,
                () -> new JobContents(
                        forms(),
                        List.of(rules),
                        List.of(),
                        List.of(),
                        new SummaryDefinition(List.of(), List.of(), List.of(), List.of())),
                job -> false,
                "digest",
                "");
    }

    private static List<FormDefinition> forms() {
        return List.of(
                new CoverForm("cover", Text.same("封面"), sheet("封面"), false, List.of(), null, null, null),
                grid("proactive", "表一", labels("policy", "work", "total"), labels("new_items", "within", "to_date")),
                grid(
                        "requests",
                        "表二",
                        labels("received", "carried_in", "granted", "total", "carried_out"),
                        Stream.concat(
                                        labels("natural").stream(),
                                        Stream.of(
                                                new Label(
                                                        "other", new Text("其他", "Other"), List.of(), "法人", null, false),
                                                label("total")))
                                .toList()),
                register("register", false),
                register("annex", true));
    }

    private static RegisterForm register(String id, boolean optional) {
        return new RegisterForm(
                id,
                Text.same("台账"),
                sheet("台账"),
                optional,
                RegisterForm.Purpose.ENTRIES,
                List.of(
                        new Field(label("applicant"), TEXT, false, true, false, List.of(), false, false, false),
                        new Field(label("title"), TEXT, true, false, true, List.of(), false, false, false),
                        new Field(
                                label("category"),
                                TEXT,
                                true,
                                false,
                                false,
                                labels("policy", "work"),
                                false,
                                false,
                                false),
                        new Field(
                                label("channel"),
                                TEXT,
                                true,
                                false,
                                false,
                                labels("policy", "work"),
                                true,
                                false,
                                false),
                        new Field(label("formed_on"), DATE, false, false, false, List.of(), false, false, false),
                        new Field(label("published_on"), DATE, false, false, false, List.of(), false, false, false),
                        new Field(label("pages"), COUNT, false, false, false, List.of(), false, false, false)));
    }

    private static GridForm grid(String id, String sheet, List<Label> rows, List<Label> columns) {
        return new GridForm(id, new Text(sheet, "Table"), sheet(sheet), false, COUNT, rows, columns);
    }

    private static List<Label> labels(String... ids) {
        return Stream.of(ids).map(TestJob::label).toList();
    }

    private static Label label(String id) {
        return new Label(id, new Text("标" + id, id), List.of(), null, null, false);
    }

    private static SheetNames sheet(String name) {
        return new SheetNames(name, List.of());
    }

    /** A rule to be changed from: over the columns of {@code requests}, an error, no tolerance, skipping the missing. */
    static Rule rule(String id, String left, String operator, String right) {
        return new Rule(id, left, operator, right);
    }

    /** Builds one rule. */
    static final class Rule {
        private final String id;
        private final String left;
        private final String operator;
        private final String right;
        private String form = "requests";
        private RuleDefinition.Scope scope = RuleDefinition.Scope.COLUMN;
        private List<String> only = List.of();
        private Map<String, RuleDefinition.RegisterCount> counts = Map.of();
        private final Map<String, OtherReturns> others = new LinkedHashMap<>();
        private RuleDefinition.Missing missing = RuleDefinition.Missing.SKIP_IF_ANY;
        private BigDecimal tolerance = BigDecimal.ZERO;

        private Rule(String id, String left, String operator, String right) {
            this.id = id;
            this.left = left;
            this.operator = operator;
            this.right = right;
        }

        Rule over(RuleDefinition.Scope newScope, String newForm) {
            this.scope = newScope;
            this.form = newForm;
            return this;
        }

        Rule only(String... ids) {
            this.only = List.of(ids);
            return this;
        }

        Rule counting(String name, String register, @Nullable String by, String where) {
            this.counts = Map.of(name, new RuleDefinition.RegisterCount(register, by, where));
            return this;
        }

        Rule adding(String name, String register, @Nullable String by, String where, String field) {
            this.counts = Map.of(name, new RuleDefinition.RegisterCount(register, by, where, field));
            return this;
        }

        Rule taking(String name, OtherReturns figure) {
            this.others.put(name, figure);
            return this;
        }

        Rule missing(RuleDefinition.Missing mode) {
            this.missing = mode;
            return this;
        }

        Rule tolerance(String difference) {
            this.tolerance = new BigDecimal(difference);
            return this;
        }

        RuleDefinition build() {
            return new RuleDefinition(
                    id,
                    form,
                    scope,
                    only,
                    counts,
                    others,
                    left,
                    operator,
                    right,
                    missing,
                    tolerance,
                    Severity.ERROR,
                    new Text(
                            "{label}：{left} 与 {right} 相差 {difference}",
                            "{label}: {left} and {right} differ by {difference}"),
                    Text.same("请核对"),
                    "checks/" + form + ".yaml",
                    7);
        }
    }
}
