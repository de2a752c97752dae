package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.RuleDefinition.Missing;
import org.jibao.definition.RuleDefinition.RegisterCount;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sums}, {@code at-most}, {@code equals} and {@code carried} beside the general rule. */
final class ShortChecksTest {

    private static final String REQUESTS = """
            layout: grid
            title: {zh: 表二, en: Requests}
            sheet: {name: 表二}
            cell: {kind: count, unit: 件}
            columns:
              - {id: received, zh: 收到, en: Received}
              - {id: in_time, zh: 按时, en: In time}
              - {id: late, zh: 逾期, en: Late}
              - {id: total, zh: 总计, en: All}
            rows:
              - {id: letters, zh: 来信, en: Letters}
              - {id: e_mail, zh: 邮件, en: E-mail}
              - {id: portal, zh: 平台, en: Portal}
              - {id: phone, zh: 电话, en: Phone}
              - {id: visits, zh: 来访, en: Visits}
              - {id: total, zh: 合计, en: Total}
            """;

    private static final String ITEMS = """
            layout: register
            title: {zh: 台账, en: Register}
            sheet: {name: 台账}
            fields:
              - {id: title, zh: 标题, en: Title, required: true}
              - {id: kind, zh: 类别, en: Kind, values: [{id: letters, zh: 来信, en: Letters}]}
              - {id: pages, zh: 页数, en: Pages, cell: {kind: count}}
              - {id: sent_on, zh: 日期, en: Date, cell: {kind: date}}
            """;

    private final Path parent;

    ShortChecksTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private TestJob job(String... checks) {
        return TestJob.in(parent)
                .withJob("forms: [cover, counts, items]", "forms: [cover, counts, items, requests]")
                .with("forms/requests.yaml", REQUESTS)
                .with("forms/items.yaml", ITEMS)
                .with("checks/requests.yaml", "rules:\n  - " + String.join("\n  - ", checks) + "\n");
    }

    private RuleDefinition rule(String check) {
        return job(check).load().rules().get(0);
    }

    private static String says(RuleDefinition rule) {
        return rule.id() + ": " + rule.scope() + (rule.only().isEmpty() ? "" : " " + rule.only()) + ", " + rule.left()
                + " " + rule.operator() + " " + rule.right();
    }

    private String says(String check) {
        return says(rule(check));
    }

    private List<String> mistakes(String check) {
        return job(check).problems().stream()
                .map(problem -> problem.replace("checks/requests.yaml:2: ", ""))
                .toList();
    }

    @Test
    void makesGeneralRuleOfSum() {
        assertEquals(
                new RuleDefinition(
                        "requests.sums.total",
                        "requests",
                        Scope.COLUMN,
                        List.of(),
                        Map.of(),
                        Map.of(),
                        "total",
                        "=",
                        "letters + e_mail",
                        Missing.SKIP_IF_ANY,
                        BigDecimal.ZERO,
                        Severity.ERROR,
                        new Text(
                                "{label}：合计填 {left}，来信、邮件之和为 {right}，相差 {difference}",
                                "{label}: Total is {left}, but Letters + E-mail add up to {right}, a difference of {difference}"),
                        new Text(
                                "请核对合计与其各组成项（来信、邮件），更正后重新报送",
                                "Check Total against what adds up to it (Letters + E-mail), correct, and send again"),
                        "checks/requests.yaml",
                        2),
                rule("sums: requests.total = letters + e_mail"));
    }

    @Test
    void goesThroughColumnsRowsOrSingleCells() {
        assertEquals(
                List.of(
                        "requests.sums.each.total: ROW, total = in_time + late",
                        "requests.sums.total.each: COLUMN, total = letters + e_mail",
                        "requests.sums.total.received: COLUMN [received], total = letters + portal",
                        "requests.sums.letters.total: ROW [letters], total = in_time + late",
                        "requests.sums.total.total: RETURN, requests.total.total = requests.letters.in_time + requests.e_mail.late"),
                job(
                                "sums: requests.*.total = in_time + late",
                                "sums: total.* = letters + e_mail",
                                "sums: requests.total.received = letters.received + portal.received",
                                "sums: letters.total = requests.letters.in_time + letters.late",
                                "sums: total.total = letters.in_time + e_mail.late")
                        .load()
                        .rules()
                        .stream()
                        .map(ShortChecksTest::says)
                        .toList());
    }

    @Test
    void comparesSumsOfRowsColumnsAndCellsOfOtherForms() {
        assertEquals(
                "requests.at_most.each.in_time_and_late.received: ROW, in_time + late <= received",
                says("at-most: requests.*.in_time + requests.*.late <= requests.*.received"));
        assertEquals(
                "requests.at_most.letters.portal_and_phone: COLUMN, letters <= portal + phone - 2",
                says("at-most: portal + phone − 2 ≥ letters"));
        assertEquals("requests.at_most.in_time: ROW, in_time <= 100", says("at-most: in_time <= 100"));
        assertEquals(
                "requests.at_most.total.received.total.received: RETURN, requests.total.received <= counts.total.received",
                says("at-most: total.received <= counts.total.received"));
        assertEquals(
                "requests.equals.received_and_in_time: ROW, received + in_time = late",
                says("equals: received + in_time = late"));
        assertEquals(
                "requests.equals.letters_and_e_mail_and_2_more: COLUMN, letters + e_mail + portal + phone = total",
                says("equals: letters + e_mail + portal + phone ＝ total"));
        assertEquals("requests.carried.letters: COLUMN, letters = previous.portal", says("carried: letters = portal"));
        assertEquals(
                "counts.sums.total: COLUMN, total = letters",
                says("{sums: counts.total = letters, severity: warning}"));
    }

    @Test
    void takesIdForWhatAllNamesOfTheCheckAre() {
        assertEquals("requests.sums.total: ROW, total = in_time + late", says("sums: total = in_time + late"));
        assertEquals(
                List.of("\"total\" is both a row and a column of \"requests\": write requests.total.* for the row or"
                        + " requests.*.total for the column"),
                mistakes("at-most: requests.total <= 5"));
    }

    @Test
    void keepsWhatIsWrittenBesideTheCheck() {
        RuleDefinition rule = rule("""
                sums: requests.*.total = in_time + late
                    id: requests.own
                    only: [letters]
                    severity: warning
                    missing: as-zero
                    tolerance: 1
                    message: {zh: 错, en: wrong}
                    cure: {zh: 改, en: mend}""");
        assertEquals("requests.own", rule.id());
        assertEquals(List.of("letters"), rule.only());
        assertEquals(Severity.WARNING, rule.severity());
        assertEquals(Missing.AS_ZERO, rule.missing());
        assertEquals(BigDecimal.ONE, rule.tolerance());
        assertEquals(new Text("错", "wrong"), rule.message());
        assertEquals(new Text("改", "mend"), rule.cure());
    }

    @Test
    void holdsFiguresAgainstRegister() {
        RuleDefinition count =
                rule("{equals: requests.*.received = entries, counts: {entries: {register: items, by: kind}}}");
        assertEquals("requests.equals.each.received: ROW, received = entries", says(count));
        assertEquals(Map.of("entries", new RegisterCount("items", "kind", "true")), count.counts());
        assertEquals(
                "{label}: Received is {left}, but Register has {right} such entries, a difference of {difference}",
                count.message().en());
        RuleDefinition total = rule("{equals: requests.total.received = pages,"
                + " totals: {pages: {register: items, sum: pages, where: sent_on IS NOT NULL}}}");
        assertEquals("requests.equals.total.received: RETURN, requests.total.received = pages", says(total));
        assertEquals(Map.of("pages", new RegisterCount("items", null, "sent_on IS NOT NULL", "pages")), total.counts());
        assertEquals(
                "{label}：合计（收到）填 {left}，《台账》中页数之和为 {right}，相差 {difference}",
                total.message().zh());
    }

    @Test
    void saysInWordsWhatIsCompared() {
        assertEquals(
                "{label}: Total is {left}, but Letters, E-mail and 3 more add up to {right}, a difference of {difference}",
                rule("sums: total.* = letters + e_mail + portal + phone + visits")
                        .message()
                        .en());
        assertEquals(
                "{label}：合计填 {left}，来信、邮件及另外 3 项之和为 {right}，相差 {difference}",
                rule("sums: total.* = letters + e_mail + portal + phone + visits")
                        .message()
                        .zh());
        assertEquals(
                "{label}: In time + Late − 3 ({left}) is more than Received ({right}), by {difference}",
                rule("at-most: in_time + late - 3 <= received").message().en());
        assertEquals(
                "{label}：按时＋逾期－3（{left}）大于收到（{right}），多 {difference}",
                rule("at-most: in_time + late - 3 <= received").message().zh());
        assertEquals(
                "{label}: Late ({left}) is more than 100, by {difference}",
                rule("at-most: late <= 100").message().en());
        assertEquals(
                "{label}: Late ({right}) is less than 1, by {difference}",
                rule("at-most: late >= 1").message().en());
        assertEquals(
                "{label}：来信填 {left}，而{previous_period}已接收的报表中平台为 {right}，相差 {difference}",
                rule("carried: letters = portal").message().zh());
        assertEquals(
                "{label}: Total (Received) ({left}) is more than Total (Received) in Table 1 ({right}), by {difference}",
                rule("at-most: total.received <= counts.total.received")
                        .message()
                        .en());
    }

    @Test
    void saysInWordsWhatOtherReturnsHave() {
        RuleDefinition below =
                rule("{equals: requests.total.* = below, subordinates: {below: {row: total}}, severity: warning}");
        assertEquals(
                "{label}: Total is {left}, but the units below add up to {right}, a difference of {difference}",
                below.message().en());
        assertEquals("请将合计与下级单位已接收的报表（表二 合计）核对，更正后重新报送", below.cure().zh());
        RuleDefinition other = rule(
                "{equals: requests.total.* = sent, from: {sent: {job: monthly, form: letters, row: sent, take: sum}}}");
        assertEquals(
                "{label}：合计填 {left}，所比较的报表之和为 {right}，相差 {difference}",
                other.message().zh());
        assertEquals(
                "Compare Total with the other return (monthly, letters, sent), correct whichever is wrong, and send it again",
                other.cure().en());
    }

    @Test
    void saysGroupOfTotalOnce() {
        String grouped = REQUESTS.replace("en: In time}", "en: Of these, under: 甲}")
                .replace("zh: 逾期, en: Late}", "zh: 按时, en: Of these, under: 乙}")
                .replace("zh: 总计, en: All}", "zh: 收到, en: Sum, under: 乙}")
                .replace("zh: 收到, en: Received}", "zh: 收到, en: Received, under: 甲}");
        RuleDefinition one = job("sums: requests.*.total = late + received")
                .with("forms/requests.yaml", grouped)
                .load()
                .rules()
                .get(0);
        assertEquals(
                "{label}：乙·收到填 {left}，按时、甲·收到之和为 {right}，相差 {difference}",
                one.message().zh());
        assertEquals(
                "{label}: Sum is {left}, but Of these + Received add up to {right}, a difference of {difference}",
                one.message().en());
    }

    @Test
    void offersExplanationOfWarning() {
        TestJob job = job("{at-most: late <= received, severity: warning}")
                .withJob("items, requests]", "items, requests, why]")
                .with("forms/why.yaml", """
                        layout: register
                        purpose: explanations
                        title: {zh: 审核说明, en: Explanations}
                        sheet: {name: 审核说明}
                        fields:
                          - {id: code, zh: 编号, en: Code}
                          - {id: explanation, zh: 说明, en: Explanation}
                        """);
        assertEquals(
                "Late cannot be more than Received: check these figures, correct, and send again;"
                        + " if the figures are right, say why on the sheet 审核说明",
                job.load().rules().get(0).cure().en());
    }

    @Test
    void rejectsUnknownNames() {
        assertEquals(
                List.of("there is no row or column \"leters\"; did you mean \"letters\"?"),
                mistakes("sums: total.* = leters + e_mail"));
        assertEquals(
                List.of("there is no grid \"request\"; did you mean \"requests\"?"),
                mistakes("sums: request.total.received = letters.received + e_mail.received"));
        assertEquals(
                List.of("there is no row or grid \"request\"; did you mean \"requests\"?"),
                mistakes("sums: request.total = letters + e_mail"));
        assertEquals(
                List.of("there is no row or grid \"leters\"; did you mean \"letters\"?"),
                mistakes("sums: total.received = leters.received + e_mail.received"));
        assertEquals(
                List.of("there is no row \"leters\"; did you mean \"letters\"?"),
                mistakes("sums: total.received = requests.leters.received + e_mail.received"));
        assertEquals(
                List.of("there is no column \"recieved\"; did you mean \"received\"?"),
                mistakes("sums: requests.*.recieved = requests.*.in_time + requests.*.late"));
        assertEquals(
                List.of("\"requests.total.received.x\" names no row, column or cell: write form.row.column, with * for"
                        + " every row or for every column"),
                mistakes("at-most: requests.total.received.x <= received"));
    }

    @Test
    void rejectsWhatCannotBeRead() {
        assertEquals(
                List.of("sums cannot be read from \"* 2\" on; it takes ids of rows and columns, whole numbers, + and -,"
                        + " as in requests.total = letters + e_mail + portal"),
                mistakes("sums: total.* = letters * 2"));
        assertEquals(
                List.of("sums needs \"=\" between its two sides, as in requests.total = letters + e_mail + portal;"
                        + " \"total\" has none"),
                mistakes("sums: total"));
        assertEquals(
                List.of("at-most does not take \"<\": write \"<=\", as in requests.*.answered_in_time <="
                        + " requests.*.received; for anything else there are rules with left, operator and right"),
                mistakes("at-most: late < received"));
        assertEquals(
                List.of("one side of equals is empty or ends with a sign: \"late = received +\"; write it as in"
                        + " received + carried_in = total + carried_out"),
                mistakes("equals: late = received +"));
        assertEquals(
                List.of("equals cannot be read from \"e_mail\" on; it takes ids of rows and columns, whole numbers, +"
                        + " and -, as in received + carried_in = total + carried_out"),
                mistakes("equals: letters e_mail = portal"));
        assertEquals(1, mistakes("equals: letters = 总计").size());
        assertEquals(1, mistakes("equals: letters = 1.5").size());
        assertEquals(1, mistakes("equals: letters = portal = phone").size());
        assertEquals(1, mistakes("equals: requests.*.* = 1").size());
        assertEquals(
                List.of("sums needs one row, column or cell alone on the left, as in requests.total = letters + e_mail"
                        + " + portal"),
                mistakes("sums: letters + e_mail = total"));
        assertEquals(
                List.of("carried looks at rows, columns and cells of the last return; counts, totals and figures of"
                        + " other returns are of this one: leave them out"),
                mistakes("{carried: total.received = n, counts: {n: {register: items}}}"));
        assertEquals(
                1, mistakes("{equals: n = 5, counts: {n: {register: items}}}").size());
    }

    @Test
    void rejectsTotalThatHoldsItselfAndPartsGivenTwice() {
        assertEquals(
                List.of("\"total\" cannot be a part of itself; leave it out on the right"),
                mistakes("sums: requests.total = letters + total"));
        assertEquals(
                List.of("\"letters\" stands twice on one side; leave one out"),
                mistakes("sums: requests.total = letters + letters + portal"));
        assertEquals(
                List.of("\"requests.*.late\" stands on both sides, where it says nothing; leave it out on one"),
                mistakes("at-most: late <= received + requests.*.late"));
    }

    @Test
    void rejectsNamesThatDoNotGoTogether() {
        assertEquals(
                List.of("the names of one check are all rows, all columns or all single cells; here they are"
                        + " letters: row; received: column"),
                mistakes("at-most: letters <= received"));
        assertEquals(
                List.of("rows and columns are compared within one form, and here are \"requests\" and \"counts\":"
                        + " name single cells, as in form.row.column"),
                mistakes("at-most: requests.letters <= counts.letters"));
        assertEquals(
                List.of("only goes with checks of whole rows or columns; this one names single cells"),
                mistakes("{at-most: total.late <= total.received, only: [letters]}"));
        assertEquals(
                List.of("tolerance goes with operator: \"=\""), mistakes("{at-most: late <= received, tolerance: 1}"));
        assertEquals(
                List.of("key \"each\" is not known here"),
                mistakes("{at-most: late <= received, each: row}").stream()
                        .map(problem -> problem.replaceAll("here.*", "here"))
                        .toList());
    }

    @Test
    void wantsIdWhereTwoWouldBeMadeAlike() {
        assertEquals(
                List.of(
                        "checks/requests.yaml:3: the id made for this check, \"requests.sums.total.each\", is already that of"
                                + " checks/requests.yaml:2: give one of them an id of its own (id: …)"),
                job("sums: total.* = letters + e_mail", "sums: total.* = portal + phone")
                        .problems());
    }

    @Test
    void wantsFormNamedInTheFileOfRegister() {
        assertEquals(
                List.of(
                        "checks/items.yaml:2: \"total\" stands for no row or column, as this file is not of a grid: write the form"
                                + " before it, as in counts.total"),
                job("sums: requests.*.total = in_time + late")
                        .with("checks/items.yaml", "rules:\n  - sums: total = letters\n")
                        .problems());
    }

    @Test
    void saysNothingTwiceOfFormThatCannotBeRead() {
        assertEquals(
                List.of("forms/requests.yaml:1: the file must consist of \"key: value\" lines"),
                job("sums: requests.total = letters + portal")
                        .with("forms/requests.yaml", "")
                        .problems());
    }

    @Test
    void reportsWhatStandsBesideUnreadableCheckToo() {
        assertEquals(
                List.of(
                        "sums needs \"=\" between its two sides, as in requests.total = letters + e_mail + portal; \"total\" has none",
                        "\"severity\" cannot be \"fatal\"; write one of: error, warning, note"),
                mistakes("{sums: total, severity: fatal}"));
    }

    @Test
    void rejectsTotalOverWhatIsNoNumber() {
        assertEquals(
                List.of("there is no field with numbers \"title\"; write one of: pages"),
                mistakes("{equals: total.received = n, totals: {n: {register: items, sum: title}}}"));
        assertEquals(
                List.of("\"by\" is missing or has no value"),
                mistakes("{equals: requests.*.received = n, totals: {n: {register: items, sum: pages}}}"));
    }
}
