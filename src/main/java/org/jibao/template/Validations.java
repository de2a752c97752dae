package org.jibao.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFDataValidationConstraint;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jibao.calendar.Period;
import org.jibao.definition.CellType;
import org.jibao.definition.Field;
import org.jibao.definition.Label;
import org.jibao.finding.Language;

/** What the cells of a sheet take, and what is said where they are chosen and where something else is typed. */
final class Validations {

    /** Excel shows no more. */
    private static final int LONGEST_TITLE = 30;

    private static final int LONGEST_PROMPT = 250;
    private static final int LONGEST_ERROR = 220;

    /** Excel refuses a longer one. */
    private static final int LONGEST_FORMULA = 255;

    /** What a number's cell takes beside numbers: the reader's words for what does not apply. */
    private static final String NUMBER = "IF(ISNUMBER(%1$s),%2$s,OR(%1$s=\"/\",%1$s=\"—\",%1$s=\"%4$s\"%3$s))";

    private static final String OR_NONE = ",%1$s=\"无\"";

    private final XSSFSheet sheet;
    private final XSSFDataValidationHelper helper;
    private final TemplateTexts texts;

    Validations(XSSFSheet sheet, TemplateTexts texts) {
        this.texts = texts;
        this.sheet = sheet;
        this.helper = new XSSFDataValidationHelper(sheet);
    }

    /** Only says something. */
    void words(CellRangeAddress cells, String title, String prompt) {
        if (!prompt.isEmpty()) {
            DataValidationConstraint any =
                    new XSSFDataValidationConstraint(ValidationType.ANY, OperatorType.IGNORED, "");
            sheet.addValidationData(rule(cells, any, title, prompt));
        }
    }

    /** Zero or more, whole where it is a count. */
    void number(CellRangeAddress cells, CellType type, String title, String prompt) {
        String cell = new CellRangeAddress(
                        cells.getFirstRow(), cells.getFirstRow(), cells.getFirstColumn(), cells.getFirstColumn())
                .formatAsString();
        boolean whole = type.kind() == CellType.Kind.COUNT;
        String good = whole ? "AND(%1$s>=0,%1$s=INT(%1$s))".formatted(cell) : cell + ">=0";
        String none = type.blankIsZero() && texts.language() == Language.ZH ? OR_NONE.formatted(cell) : "";
        String formula = NUMBER.formatted(cell, good, none + words(type, cell), texts.say("template.not-applicable"));
        DataValidationConstraint custom = helper.createCustomConstraint(
                formula.length() <= LONGEST_FORMULA ? formula : "IF(ISNUMBER(%1$s),%2$s,TRUE)".formatted(cell, good));
        refuse(
                rule(cells, custom, title, prompt),
                DataValidation.ErrorStyle.STOP,
                texts.say("template.wrong"),
                new Prompts(texts).allowed(type));
    }

    /** The words that the form lets stand in place of a figure; case and wildcards make no difference to {@code =}. */
    private static String words(CellType type, String cell) {
        return type.written().words().keySet().stream()
                .map(word -> ",%s=\"%s\"".formatted(cell, word.replace("\"", "\"\"")))
                .collect(Collectors.joining());
    }

    /** Any day that the law of disclosure could know. */
    void date(CellRangeAddress cells, String title, String prompt, LocalDate example) {
        DataValidationConstraint days = between(LocalDate.of(1990, 1, 1), LocalDate.of(2999, 12, 31));
        String error = texts.say("template.date", example);
        refuse(rule(cells, days, title, prompt), DataValidation.ErrorStyle.STOP, texts.say("template.wrong"), error);
    }

    /** A day of the period; another one is asked about, not refused. */
    void dateWithin(CellRangeAddress cells, String title, String prompt, Period period) {
        DataValidation rule = rule(cells, between(period.start(), period.end()), title, prompt);
        String error = texts.say("template.date-outside", period.start(), period.end());
        refuse(rule, DataValidation.ErrorStyle.WARNING, texts.say("template.check"), error);
    }

    /** @param strict whether anything else is refused */
    void list(CellRangeAddress cells, String list, String title, String prompt, boolean strict) {
        DataValidation rule = rule(cells, helper.createFormulaListConstraint(list), title, prompt);
        if (strict) {
            refuse(rule, DataValidation.ErrorStyle.STOP, texts.say("template.wrong"), prompt);
        } else {
            sheet.addValidationData(rule);
        }
    }

    /** A text that stands in the column only once. */
    void unique(CellRangeAddress cells, String title, String prompt) {
        String column = CellReference.convertNumToColString(cells.getFirstColumn());
        int first = cells.getFirstRow() + 1;
        String once = "COUNTIF(%1$s$%2$d:%1$s$%3$d,%1$s%2$d)=1".formatted(column, first, cells.getLastRow() + 1);
        DataValidation rule = rule(cells, helper.createCustomConstraint(once), title, prompt);
        refuse(rule, DataValidation.ErrorStyle.WARNING, texts.say("template.check"), texts.say("template.repeated"));
    }

    private DataValidationConstraint between(LocalDate first, LocalDate last) {
        return helper.createDateConstraint(OperatorType.BETWEEN, date(first), date(last), null);
    }

    private static String date(LocalDate day) {
        return "DATE(%d,%d,%d)".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** Not yet part of the sheet, which takes a copy: nothing can be said of it afterwards. */
    private DataValidation rule(
            CellRangeAddress cells, DataValidationConstraint constraint, String title, String prompt) {
        CellRangeAddressList list = new CellRangeAddressList();
        list.addCellRangeAddress(cells);
        DataValidation rule = helper.createValidation(constraint, list);
        rule.setEmptyCellAllowed(true);
        rule.setShowPromptBox(true);
        rule.setShowErrorBox(false);
        rule.createPromptBox(cut(title, LONGEST_TITLE), cut(prompt, LONGEST_PROMPT));
        // In this format the flag is the other way round: true shows the arrow of a list.
        rule.setSuppressDropDownArrow(true);
        return rule;
    }

    private void refuse(DataValidation rule, int style, String title, String error) {
        rule.setShowErrorBox(true);
        rule.setErrorStyle(style);
        rule.createErrorBox(title, cut(error, LONGEST_ERROR));
        sheet.addValidationData(rule);
    }

    private static String cut(String words, int longest) {
        return words.length() <= longest ? words : words.substring(0, longest - 1) + "…";
    }

    /** What is said to whoever chooses a cell. */
    static final class Prompts {

        private final TemplateTexts texts;

        Prompts(TemplateTexts texts) {
            this.texts = texts;
        }

        /** What a cell of the type takes. */
        String allowed(CellType type) {
            String words =
                    switch (type.kind()) {
                        case AMOUNT -> texts.say("template.amount");
                        case PERCENT -> texts.say("template.percent");
                        default -> texts.say("template.count");
                    };
            String blank = type.blankIsZero() ? texts.say("template.none-is-zero") : "";
            String none = words
                    + (type.written().blankNotApplicable() ? texts.say("template.none-is-not-applicable") : blank);
            Set<String> others = type.written().words().keySet();
            return others.isEmpty() ? none : none + texts.say("template.or-words", texts.list(others));
        }

        /** What the row and the column say of themselves, and what the cell takes. */
        String ofCell(Label row, Label column, CellType type) {
            List<String> parts = new ArrayList<>();
            addNote(row, parts);
            addNote(column, parts);
            parts.add(allowed(type));
            return sentences(parts);
        }

        /** What holds for any field, before what its kind takes. */
        String ofField(Field field, String allowed) {
            List<String> parts = new ArrayList<>();
            if (field.required()) {
                parts.add(texts.say("template.must"));
            } else if (field.label().optional()) {
                parts.add(texts.say("template.may"));
            }
            addNote(field.label(), parts);
            if (!allowed.isEmpty()) {
                parts.add(allowed);
            }
            if (field.unique()) {
                parts.add(texts.say("template.unique"));
            }
            if (field.sensitive()) {
                parts.add(texts.say("template.sensitive"));
            }
            if (field.published()) {
                parts.add(texts.say("template.published"));
            }
            return sentences(parts);
        }

        private String sentences(List<String> parts) {
            return String.join(texts.say("template.sentences"), parts);
        }

        private void addNote(Label label, List<String> parts) {
            if (label.printed().note() != null) {
                parts.add(texts.of(label.printed().note()));
            }
        }
    }
}
