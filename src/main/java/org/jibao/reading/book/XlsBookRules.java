package org.jibao.reading.book;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.DVConstraint;
import org.apache.poi.hssf.usermodel.HSSFDataValidation;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jibao.reading.book.SourceBook.Block;
import org.jibao.reading.book.SourceBook.Rule;
import org.jspecify.annotations.Nullable;

/** What the cells of an {@code .xls} take. */
final class XlsBookRules {

    private static final List<String> KINDS =
            List.of("none", "whole", "decimal", "list", "date", "time", "textLength", "custom");
    private static final List<String> OPERATORS = List.of(
            "between",
            "notBetween",
            "equal",
            "notEqual",
            "greaterThan",
            "lessThan",
            "greaterThanOrEqual",
            "lessThanOrEqual");
    private static final List<String> STYLES = List.of("stop", "warning", "information");

    private XlsBookRules() {}

    /** None where POI does not understand one of them. */
    static List<Rule> of(HSSFSheet sheet) {
        try {
            List<Rule> rules = new ArrayList<>();
            sheet.getDataValidations().forEach(one -> rules.add(rule(one)));
            return rules;
        } catch (RuntimeException notUnderstood) {
            return List.of();
        }
    }

    private static Rule rule(HSSFDataValidation one) {
        DVConstraint constraint = one.getConstraint();
        List<Block> cells = new ArrayList<>();
        for (CellRangeAddress range : one.getRegions().getCellRangeAddresses()) {
            cells.add(XlsBook.block(range));
        }
        String[] words = constraint.getExplicitListValues();
        return new Rule(
                cells,
                at(KINDS, constraint.getValidationType()),
                at(OPERATORS, constraint.getOperator()),
                words == null
                        ? side(constraint.getFormula1(), constraint.getValue1())
                        : '"' + String.join(",", words) + '"',
                side(constraint.getFormula2(), constraint.getValue2()),
                one.getEmptyCellAllowed(),
                !one.getSuppressDropDownArrow(),
                one.getShowErrorBox(),
                at(STYLES, one.getErrorStyle()),
                List.of(
                        one.getShowPromptBox() ? text(one.getPromptBoxTitle()) : "",
                        one.getShowPromptBox() ? text(one.getPromptBoxText()) : "",
                        text(one.getErrorBoxTitle()),
                        text(one.getErrorBoxText())));
    }

    private static String at(List<String> words, int number) {
        return number >= 0 && number < words.size() ? words.get(number) : "";
    }

    private static String side(@Nullable String formula, @Nullable Double value) {
        return formula != null ? formula : value == null ? "" : String.valueOf(value);
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : words;
    }
}
