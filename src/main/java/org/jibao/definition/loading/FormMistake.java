package org.jibao.definition.loading;

import java.math.BigDecimal;
import org.jibao.finding.Text;

/** The words for mistakes in {@code forms/*.yaml} and {@code checks/*.yaml}. */
final class FormMistake {

    private FormMistake() {}

    static Text numbersOnly(String key) {
        return new Text(
                "“%s”只用于数（count、amount、percent），日期和文字不用写".formatted(key),
                "\"%s\" is for numbers only (count, amount, percent); leave it out for dates and texts".formatted(key));
    }

    static Text acceptsNeedsUnit() {
        return new Text(
                "accepts 要与 unit 同用：先写明本表的计量单位",
                "accepts goes with unit: say first in which unit the form has its figures");
    }

    static Text acceptsOwnUnit(String unit) {
        return new Text(
                "“%s”就是本表的计量单位，不用换算".formatted(unit),
                "\"%s\" is the form's own unit and needs no factor".formatted(unit));
    }

    static Text badFactor(String other, String unit, BigDecimal from, BigDecimal to) {
        return new Text(
                "1 %s 不等于这么多 %s：系数应为 %s ÷ %s".formatted(other, unit, from.toPlainString(), to.toPlainString()),
                "one %s is not so many %s: the factor is %s ÷ %s"
                        .formatted(other, unit, from.toPlainString(), to.toPlainString()));
    }

    static Text notAFactor(String unit, String found) {
        return new Text(
                "“%s”的系数要写成大于 0 的小数，小数不超过 12 位，例如 0.0001，现为“%s”".formatted(unit, found),
                "the factor of \"%s\" is a decimal number above 0 with at most 12 decimals, such as 0.0001, but is \"%s\""
                        .formatted(unit, found));
    }

    static Text gridCellKind() {
        return new Text(
                "表格的单元格只能是数：count、amount 或 percent；日期和文字请放在封面或台账",
                "a grid's cells are numbers: count, amount or percent; dates and texts belong on a cover or in a register");
    }

    static Text sameWording(String wording, int first) {
        return new Text(
                "“%s”与第 %d 行的标签相同，在表上无法区分：请用 under 写明各自所属的组，或改名".formatted(wording, first),
                "\"%s\" reads the same as a label in line %d and cannot be told apart on a sheet: name the group of each with under, or reword it"
                        .formatted(wording, first));
    }

    static Text explanationsNeed(String field) {
        return new Text(
                "purpose: explanations 的台账要有字段“%s”".formatted(field),
                "a register with purpose: explanations needs a field \"%s\"".formatted(field));
    }

    static Text requiredAndOptional() {
        return new Text(
                "required 与 optional 矛盾：每条必填的字段，表头不能缺少，请去掉一个",
                "required contradicts optional: a field that every entry needs cannot be left off the sheet; drop one");
    }

    static Text publishedAndSensitive() {
        return new Text(
                "published 与 sensitive 矛盾：敏感内容不会公开，请去掉一个",
                "published contradicts sensitive: what is sensitive is never published; drop one");
    }

    static Text manyWithoutValues() {
        return new Text("many 要与 values 同用：请列出可选的值", "many goes with values: list what may be chosen");
    }

    static Text withinNeedsDate() {
        return new Text(
                "within-period 只用于日期：请写 cell: {kind: date}", "within-period is for dates: write cell: {kind: date}");
    }

    static Text valuesNeedText() {
        return new Text("values 只用于文字：请写 cell: {kind: text}", "values are for texts: write cell: {kind: text}");
    }

    static Text scopeDoesNotFit(String scope, String form) {
        return new Text(
                "each: %s 不适用于“%s”：column、row 用于表格，entry 用于台账，return 都可以".formatted(scope, form),
                "each: %s does not fit \"%s\": column and row are for grids, entry is for registers, return fits any"
                        .formatted(scope, form));
    }

    static Text onlyNeedsGrid() {
        return new Text("only 只用于 each: column 或 each: row", "only goes with each: column or each: row");
    }

    static Text countsNeedSubject() {
        return new Text("counts 只用于 each: row 或 each: column", "counts go with each: row or each: column");
    }

    static Text toleranceNeedsEquals() {
        return new Text("tolerance 只用于 operator: \"=\"", "tolerance goes with operator: \"=\"");
    }
}
