package org.jibao.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    private final TemplateTexts texts;
    private final List<FormDefinition> forms;
    private final TemplateSheet canvas;
    private int row;

    GuidePage(TemplateBook book, List<FormDefinition> forms) {
        this.book = book;
        this.texts = book.texts();
        this.forms = forms;
        this.canvas = book.canvas(texts.say("template.guide"), WIDTHS);
    }

    void write() {
        canvas.span(0, 0, 0, 1, texts.say("template.guide"), Tone.TITLE);
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
        section(texts.say("template.sending"));
        line(texts.say("template.who"), request.unit().name());
        line(texts.say("template.when"), texts.of(request.period()));
        line(texts.say("template.until"), texts.day(request.due()));
        forms.stream()
                .filter(CoverForm.class::isInstance)
                .map(form -> form.guidance().note())
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(note -> line(texts.say("template.where"), texts.of(note)));
    }

    private void filling() {
        section(texts.say("template.filling"));
        line(texts.say("template.colours"), texts.say("template.colours-mean"));
        line("0", texts.say("template.zero-means"));
        line(
                texts.say("template.blank"),
                blanks(false).isEmpty() ? texts.say("template.blank-is-zero-all") : texts.say("template.blank-means"));
        String zeros = blanks(true);
        line(
                texts.say("template.nothing"),
                zeros.isEmpty() ? texts.say("template.nothing-means") : texts.say("template.nothing-is-zero", zeros));
        line("/", texts.say("template.slash-means"));
        line(texts.say("template.computed"), texts.say("template.computed-means"));
        line(texts.say("template.sheets-stay"), texts.say("template.sheets-stay-means"));
    }

    /** The grids whose blanks count as zero, or those whose blanks are missing. */
    private String blanks(boolean zero) {
        List<String> titles = forms.stream()
                .filter(GridForm.class::isInstance)
                .map(GridForm.class::cast)
                .filter(grid -> grid.type().blankIsZero() == zero)
                .map(grid -> texts.of(grid.title()))
                .toList();
        return texts.list(titles);
    }

    private void sheets() {
        boolean begun = false;
        for (FormDefinition form : forms) {
            List<String> words = new ArrayList<>();
            Text note = form.guidance().note();
            if (note != null && !(form instanceof CoverForm)) {
                words.add(texts.sentence(texts.of(note)));
            }
            labels(form).forEach(label -> {
                if (label.printed().note() != null) {
                    words.add(texts.sentence(texts.say(
                            "template.labelled",
                            label.wording(),
                            texts.of(label.printed().note()))));
                }
            });
            if (form instanceof RegisterForm register) {
                words.addAll(register(register));
            }
            if (words.isEmpty()) {
                continue;
            }
            if (!begun) {
                section(texts.say("template.sheets"));
                begun = true;
            }
            line(texts.of(form.title()), String.join("\n", words));
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

    private List<String> register(RegisterForm register) {
        String must = names(register.fields().stream().filter(Field::required).toList());
        String dates = names(register.fields().stream()
                .filter(field -> field.type().kind() == CellType.Kind.DATE)
                .toList());
        String hidden =
                names(register.fields().stream().filter(Field::sensitive).toList());
        List<String> words = new ArrayList<>();
        if (!must.isEmpty()) {
            words.add(texts.say("template.fields-must", must));
        }
        if (!dates.isEmpty()) {
            words.add(texts.say("template.fields-date", dates));
        }
        if (!hidden.isEmpty()) {
            words.add(texts.say("template.fields-hidden", hidden));
        }
        return words;
    }

    private String names(List<Field> fields) {
        return texts.list(fields.stream().map(field -> field.label().wording()).toList());
    }

    private void explaining() {
        Optional<FormDefinition> sheet = forms.stream()
                .filter(form -> form instanceof RegisterForm register
                        && register.purpose() == RegisterForm.Purpose.EXPLANATIONS)
                .findFirst();
        if (sheet.isEmpty()) {
            return;
        }
        section(texts.say("template.explaining"));
        line(
                texts.say("template.how"),
                texts.say("template.how-to-explain", sheet.get().sheet().name()));
        for (RuleDefinition rule : book.request().job().rules()) {
            Optional<FormDefinition> form =
                    forms.stream().filter(one -> one.id().equals(rule.form())).findFirst();
            if (rule.severity() == Severity.WARNING && form.isPresent()) {
                line(
                        rule.id(),
                        texts.say("template.rule-cure", texts.of(form.get().title()), texts.of(rule.cure())));
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
