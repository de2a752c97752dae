package org.jibao.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jibao.definition.CellType;
import org.jibao.definition.CoverForm;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.RuleDefinition;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jibao.template.TemplateBook.TemplateRequest;
import org.jibao.template.TemplateStyles.Tone;
import org.jibao.workbook.PagePlan;

/** 填表说明: when and where to send, what a blank, 0 and / mean, what each form says of itself, how to explain a figure. */
final class GuidePage {

    private static final List<Integer> WIDTHS = List.of(190, 560);

    private final TemplateBook book;
    private final List<FormDefinition> forms;
    private final TemplateSheet canvas;
    private int row;

    GuidePage(TemplateBook book, List<FormDefinition> forms) {
        this.book = book;
        this.forms = forms;
        this.canvas = book.canvas(TemplateTexts.GUIDE, WIDTHS);
    }

    void write() {
        canvas.span(0, 0, 0, 1, TemplateTexts.GUIDE, Tone.TITLE);
        canvas.space(0, 34);
        row = 1;
        sending();
        filling();
        sheets();
        explaining();
        book.finish(canvas, new PagePlan(true, false, Optional.empty(), List.of(), 1, 0, row - 1, 1, 100));
    }

    private void sending() {
        TemplateRequest request = book.request();
        section(TemplateTexts.SENDING);
        line(TemplateTexts.WHO, request.unit().name());
        line(TemplateTexts.WHEN, request.period().label().zh());
        line(TemplateTexts.UNTIL, TemplateTexts.day(request.due()));
        forms.stream()
                .filter(CoverForm.class::isInstance)
                .map(form -> form.guidance().note())
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(note -> line(TemplateTexts.WHERE, note.zh()));
    }

    private void filling() {
        section(TemplateTexts.FILLING);
        line(TemplateTexts.COLOURS, TemplateTexts.COLOURS_MEAN);
        line("0", TemplateTexts.ZERO_MEANS);
        line(
                TemplateTexts.BLANK,
                blanks(false).isEmpty() ? TemplateTexts.BLANK_IS_ZERO_ALL : TemplateTexts.BLANK_MEANS);
        String zeros = blanks(true);
        line(
                TemplateTexts.NOTHING,
                zeros.isEmpty() ? TemplateTexts.NOTHING_MEANS : TemplateTexts.NOTHING_IS_ZERO.formatted(zeros));
        line("/", TemplateTexts.SLASH_MEANS);
        line(TemplateTexts.COMPUTED, TemplateTexts.COMPUTED_MEANS);
        line(TemplateTexts.SHEETS_STAY, TemplateTexts.SHEETS_STAY_MEANS);
    }

    /** The grids whose blanks count as zero, or those whose blanks are missing. */
    private String blanks(boolean zero) {
        return forms.stream()
                .filter(GridForm.class::isInstance)
                .map(GridForm.class::cast)
                .filter(grid -> grid.type().blankIsZero() == zero)
                .map(grid -> grid.title().zh())
                .collect(Collectors.joining("、"));
    }

    private void sheets() {
        section(TemplateTexts.SHEETS);
        for (FormDefinition form : forms) {
            List<String> words = new ArrayList<>();
            Text note = form.guidance().note();
            if (note != null && !(form instanceof CoverForm)) {
                words.add(note.zh() + "。");
            }
            labels(form).forEach(label -> {
                if (label.printed().note() != null) {
                    words.add(label.text().zh() + "：" + label.printed().note().zh() + "。");
                }
            });
            if (form instanceof RegisterForm register) {
                words.addAll(register(register));
            }
            if (!words.isEmpty()) {
                line(form.title().zh(), String.join("\n", words));
            }
        }
    }

    private static List<Label> labels(FormDefinition form) {
        if (form instanceof GridForm grid) {
            List<Label> labels = new ArrayList<>(grid.rows());
            labels.addAll(grid.columns());
            return labels;
        }
        if (form instanceof RegisterForm register) {
            return register.fields().stream().map(Field::label).toList();
        }
        return ((CoverForm) form).fields();
    }

    private static List<String> register(RegisterForm register) {
        List<String> words = new ArrayList<>();
        add(
                words,
                TemplateTexts.FIELDS_MUST,
                names(register.fields().stream().filter(Field::required).toList()));
        add(
                words,
                TemplateTexts.FIELDS_DATE,
                names(register.fields().stream()
                        .filter(field -> field.type().kind() == CellType.Kind.DATE)
                        .toList()));
        add(
                words,
                TemplateTexts.FIELDS_HIDDEN,
                names(register.fields().stream().filter(Field::sensitive).toList()));
        return words;
    }

    private static void add(List<String> words, String sentence, String names) {
        if (!names.isEmpty()) {
            words.add(sentence.formatted(names));
        }
    }

    private static String names(List<Field> fields) {
        return fields.stream().map(field -> field.label().text().zh()).collect(Collectors.joining("、"));
    }

    private void explaining() {
        Optional<FormDefinition> sheet = forms.stream()
                .filter(form -> form instanceof RegisterForm register
                        && register.purpose() == RegisterForm.Purpose.EXPLANATIONS)
                .findFirst();
        if (sheet.isEmpty()) {
            return;
        }
        section(TemplateTexts.EXPLAINING);
        line(
                TemplateTexts.HOW,
                TemplateTexts.HOW_TO_EXPLAIN.formatted(sheet.get().sheet().name()));
        for (RuleDefinition rule : book.request().job().rules()) {
            Optional<FormDefinition> form =
                    forms.stream().filter(one -> one.id().equals(rule.form())).findFirst();
            if (rule.severity() == Severity.WARNING && form.isPresent()) {
                line(
                        rule.id(),
                        "《" + form.get().title().zh() + "》" + rule.cure().zh());
            }
        }
    }

    private void section(String words) {
        if (row > 1) {
            canvas.space(row, 10);
            row++;
        }
        canvas.span(row, row, 0, 1, words, Tone.SECTION);
        row++;
    }

    private void line(String term, String words) {
        canvas.put(row, 0, term, Tone.TERM);
        canvas.put(row, 1, words, Tone.WORDS);
        row++;
    }
}
