package org.jibao.template;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jibao.definition.CellType;
import org.jibao.definition.Field;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.RuleDefinition;
import org.jibao.finding.Severity;
import org.jibao.template.FormSheet.FormBlock;
import org.jibao.template.TemplateBook.Choices;
import org.jibao.template.TemplateBook.Formats;
import org.jibao.template.TemplateBook.TemplateRequest;
import org.jibao.template.TemplateStyles.Tone;
import org.jibao.template.Validations.Prompts;
import org.jibao.workbook.TextWidth;

/** A register: one header, rows prepared for entries, and columns that take entries far below them. */
final class RegisterBlock implements FormBlock {

    private static final int PREPARED = 60;
    private static final int PREPARED_EXPLANATIONS = 30;
    private static final int LAST_RULED_ROW = 4999;
    private static final int DATE_WIDTH = 92;
    private static final int NUMBER_WIDTH = 78;
    private static final int TEXT_WIDTH = 150;
    private static final int PUBLISHED_WIDTH = 260;
    private static final int EXPLANATION_WIDTH = 460;
    private static final int WIDEST_LIST = 190;

    private final RegisterForm register;
    private final TemplateRequest request;
    private final TemplateTexts texts;
    private final Prompts prompts;
    private final TextWidth text;
    private final Choices choices;
    private final ColumnHeader header;

    RegisterBlock(RegisterForm register, TemplateRequest request, TextWidth text, Choices choices) {
        this.register = register;
        this.request = request;
        this.texts = request.texts();
        this.prompts = new Prompts(texts);
        this.text = text;
        this.choices = choices;
        List<Label> labels = register.fields().stream().map(Field::label).toList();
        this.header = new ColumnHeader(labels, this::words);
    }

    /** The star means that every entry needs it; the reader takes no notice of signs. */
    private String words(Label label) {
        boolean required =
                register.fields().stream().anyMatch(field -> field.label().equals(label) && field.required());
        return label.wording() + (required ? TemplateTexts.REQUIRED : "");
    }

    @Override
    public int labelColumns() {
        return 0;
    }

    @Override
    public List<Integer> labelWidths() {
        return List.of();
    }

    @Override
    public List<Integer> valueWidths() {
        return register.fields().stream()
                .map(field -> Math.max(width(field), width(words(field.label()))))
                .toList();
    }

    private int width(Field field) {
        if (!field.values().isEmpty()) {
            return field.values().stream()
                    .mapToInt(value -> Math.min(WIDEST_LIST, width(value.wording()) + TemplateSheet.PADDING))
                    .max()
                    .orElse(NUMBER_WIDTH);
        }
        return switch (field.type().kind()) {
            case DATE -> DATE_WIDTH;
            case TEXT -> textWidth(field);
            default -> NUMBER_WIDTH;
        };
    }

    private int textWidth(Field field) {
        boolean explanation = register.purpose() == RegisterForm.Purpose.EXPLANATIONS && !isCode(field);
        if (explanation) {
            return EXPLANATION_WIDTH;
        }
        return field.published() ? PUBLISHED_WIDTH : TEXT_WIDTH;
    }

    private int width(String words) {
        return (int) Math.ceil(text.pixels(words, TemplateStyles.BODY)) + TemplateSheet.PADDING + 6;
    }

    @Override
    public int headerRows() {
        return header.rows();
    }

    @Override
    public String measure() {
        boolean required = register.fields().stream().anyMatch(Field::required);
        return required ? texts.say("template.starred") : "";
    }

    @Override
    public int write(TemplateSheet canvas, int top, int labelColumns, boolean last) {
        header.write(canvas, top, labelColumns);
        int first = top + header.rows();
        boolean explanations = register.purpose() == RegisterForm.Purpose.EXPLANATIONS;
        int end = first + (explanations ? PREPARED_EXPLANATIONS : PREPARED);
        for (int row = first; row < end; row++) {
            for (int i = 0; i < register.fields().size(); i++) {
                Field field = register.fields().get(i);
                canvas.open(row, labelColumns + i, tone(field), format(field));
            }
        }
        int lastRuled = last ? LAST_RULED_ROW : end - 1;
        Validations validations = new Validations(canvas.sheet(), texts);
        for (int i = 0; i < register.fields().size(); i++) {
            int column = labelColumns + i;
            validate(validations, register.fields().get(i), new CellRangeAddress(first, lastRuled, column, column));
        }
        return end;
    }

    Tone tone(Field field) {
        return CellType.Kind.TEXT == field.type().kind() ? Tone.OPEN_TEXT : Tone.OPEN;
    }

    String format(Field field) {
        return field.values().isEmpty() ? Formats.of(field.type()) : "General";
    }

    List<Field> fields() {
        return register.fields();
    }

    private void validate(Validations validations, Field field, CellRangeAddress cells) {
        String title = field.label().wording();
        if (!field.values().isEmpty()) {
            list(validations, field, cells);
        } else if (field.type().kind() == CellType.Kind.DATE) {
            date(validations, field, cells);
        } else if (field.type().kind() != CellType.Kind.TEXT) {
            String allowed = prompts.allowed(field.type());
            validations.number(cells, field.type(), title, prompts.ofField(field, allowed));
        } else if (isCode(field) && !codes().isEmpty()) {
            String codes = choices.formula(register.id() + "_codes", codes());
            validations.list(cells, codes, title, texts.say("template.code"), false);
        } else if (field.unique()) {
            validations.unique(cells, title, prompts.ofField(field, ""));
        } else {
            validations.words(cells, title, prompts.ofField(field, ""));
        }
    }

    private void list(Validations validations, Field field, CellRangeAddress cells) {
        List<String> words =
                field.values().stream().map(value -> value.wording()).toList();
        String all = texts.list(words);
        String allowed = field.many()
                ? texts.say("template.many", all)
                : all.length() > 100 ? texts.say("template.listed-long") : texts.say("template.listed", all);
        String list = choices.formula(register.id() + "_" + field.id(), words);
        validations.list(cells, list, field.label().wording(), prompts.ofField(field, allowed), !field.many());
    }

    private void date(Validations validations, Field field, CellRangeAddress cells) {
        String title = field.label().wording();
        if (field.within()) {
            String allowed = texts.say(
                    "template.date-within",
                    request.period().start(),
                    request.period().end());
            validations.dateWithin(cells, title, prompts.ofField(field, allowed), request.period());
        } else {
            String allowed = texts.say("template.date", request.period().end());
            validations.date(
                    cells,
                    title,
                    prompts.ofField(field, allowed),
                    request.period().end());
        }
    }

    private boolean isCode(Field field) {
        return register.purpose() == RegisterForm.Purpose.EXPLANATIONS
                && field.id().equals("code");
    }

    /** The rules that ask for an explanation. */
    private List<String> codes() {
        return request.job().rules().stream()
                .filter(rule -> rule.severity() == Severity.WARNING)
                .map(RuleDefinition::id)
                .toList();
    }
}
