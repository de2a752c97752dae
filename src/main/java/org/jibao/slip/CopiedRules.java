package org.jibao.slip;

import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationConstraint;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jibao.reading.book.SourceBook.Rule;
import org.jspecify.annotations.Nullable;

/** What cells take: lists of words or of own cells, and limits that are computed of own cells. */
final class CopiedRules {

    private static final int MOST = 2000;
    private static final int LONGEST_TITLE = 32;
    private static final int LONGEST = 225;
    private static final int LONGEST_FORMULA = 255;
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

    private final XSSFSheet sheet;
    private final int place;
    private final SafeFormulas formulas;
    private final XSSFDataValidationHelper helper;

    CopiedRules(XSSFSheet sheet, SafeFormulas formulas) {
        this.sheet = sheet;
        this.place = sheet.getWorkbook().getSheetIndex(sheet);
        this.formulas = formulas;
        this.helper = new XSSFDataValidationHelper(sheet);
    }

    /** @return whether all of them may be handed on */
    boolean write(List<Rule> rules) {
        boolean all = rules.size() <= MOST;
        for (Rule rule : rules.subList(0, Math.min(MOST, rules.size()))) {
            all &= write(rule);
        }
        return all;
    }

    private boolean write(Rule rule) {
        CellRangeAddressList cells = new CellRangeAddressList();
        rule.cells().stream()
                .filter(CopiedSheet::isWithin)
                .map(CopiedSheet::range)
                .forEach(cells::addCellRangeAddress);
        int kind = Math.max(0, KINDS.indexOf(rule.kind()));
        XSSFDataValidationConstraint constraint = constraint(rule, kind);
        if (constraint == null || cells.countRanges() == 0) {
            return false;
        }
        DataValidation own = helper.createValidation(constraint, cells);
        own.setEmptyCellAllowed(rule.blankAllowed());
        // In this format the flag is the other way round: true shows the arrow of a list.
        own.setSuppressDropDownArrow(rule.shown());
        own.setShowErrorBox(rule.refuses());
        own.setErrorStyle(Math.max(0, STYLES.indexOf(rule.style())));
        String title = plain(rule.words().get(0), LONGEST_TITLE);
        String prompt = plain(rule.words().get(1), LONGEST);
        own.setShowPromptBox(!title.isEmpty() || !prompt.isEmpty());
        own.createPromptBox(title, prompt);
        own.createErrorBox(
                plain(rule.words().get(2), LONGEST_TITLE), plain(rule.words().get(3), LONGEST));
        sheet.addValidationData(own);
        return true;
    }

    /** Null where it may not be handed on. */
    private @Nullable XSSFDataValidationConstraint constraint(Rule rule, int kind) {
        if (kind == ValidationType.ANY) {
            return new XSSFDataValidationConstraint(kind, OperatorType.IGNORED, "");
        }
        String first = formula(rule.first());
        String second = rule.second().isBlank() ? "" : formula(rule.second());
        if (first == null || second == null) {
            return null;
        }
        int operator = Math.max(0, OPERATORS.indexOf(rule.operator()));
        boolean two = operator == OperatorType.BETWEEN || operator == OperatorType.NOT_BETWEEN;
        boolean compares = kind != ValidationType.LIST && kind != ValidationType.FORMULA;
        if (compares && two && second.isEmpty()) {
            return null;
        }
        return compares
                ? new XSSFDataValidationConstraint(kind, operator, first, two ? second : null)
                : new XSSFDataValidationConstraint(kind, OperatorType.IGNORED, first, null);
    }

    private @Nullable String formula(String given) {
        String formula = formulas.ofRule(given.strip(), place);
        return formula == null || formula.length() > LONGEST_FORMULA + 2 ? null : formula;
    }

    private static String plain(String words, int longest) {
        String plain = words.replaceAll("[\\p{Cc}&&[^\\n]]", "");
        return plain.length() <= longest ? plain : plain.substring(0, longest - 1) + "…";
    }
}
