package org.jibao.template;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jibao.definition.CellType;
import org.jibao.definition.CoverForm;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.guard.OwnFiles;
import org.jibao.template.TemplateBook.Formats;
import org.jibao.template.TemplateBook.TemplateRequest;
import org.jibao.template.TemplateStyles.Tone;
import org.jibao.workbook.PagePlan;
import org.jibao.workbook.ReproducibleZip;
import org.jibao.workbook.TextWidth;

/** Writes blank returns. Used by one thread. */
public final class TemplateWriter {

    private final TextWidth text = TemplateBook.measure();

    /**
     * Writes one unit's workbook; the same request gives the same bytes.
     *
     * @param target is replaced; give a temporary name and move it into place
     */
    public void write(TemplateRequest request, Path target) throws IOException {
        Path raw = target.resolveSibling(target.getFileName() + ".raw");
        try {
            try (OutputStream stream = new BufferedOutputStream(OwnFiles.write(raw));
                    TemplateBook book = new TemplateBook(request, text)) {
                fill(book);
                book.write(stream);
            }
            ReproducibleZip.copy(raw, target);
        } finally {
            Files.deleteIfExists(raw);
        }
    }

    /** Puts the workbooks into one ZIP, by their own names and in their order; the same files give the same bytes. */
    public static void bundle(List<Path> workbooks, Path target) throws IOException {
        ReproducibleZip.bundle(workbooks, target);
    }

    /** Covers, then how to fill in the rest, then the rest sheet by sheet in the job's order. */
    private static void fill(TemplateBook book) {
        List<FormDefinition> forms = book.request().job().forms().stream()
                .filter(form -> form.guidance().isFor(book.request().unit()))
                .map(form -> form instanceof GridForm list && list.isList() ? list.asRegister() : form)
                .toList();
        for (FormDefinition form : forms) {
            if (form instanceof CoverForm cover) {
                new CoverPage(book, cover).write();
            }
        }
        new GuidePage(book, forms).write();
        bySheet(forms).forEach((name, onSheet) -> new FormSheet(book, name, onSheet).write());
    }

    private static Map<String, List<FormDefinition>> bySheet(List<FormDefinition> forms) {
        Map<String, List<FormDefinition>> sheets = new LinkedHashMap<>();
        for (FormDefinition form : forms) {
            if (!(form instanceof CoverForm)) {
                sheets.computeIfAbsent(form.sheet().name(), name -> new java.util.ArrayList<>())
                        .add(form);
            }
        }
        return sheets;
    }

    /** The cover: unit, code and period filled in, the other fields open. */
    static final class CoverPage {

        private static final int LABEL_WIDTH = 130;
        private static final int VALUE_WIDTH = 430;
        private static final int FIRST_FIELD = 2;

        private final TemplateBook book;
        private final TemplateTexts texts;
        private final CoverForm cover;

        CoverPage(TemplateBook book, CoverForm cover) {
            this.book = book;
            this.texts = book.texts();
            this.cover = cover;
        }

        void write() {
            TemplateSheet canvas = book.canvas(cover.sheet().name(), List.of(LABEL_WIDTH, VALUE_WIDTH));
            canvas.span(0, 0, 0, 1, texts.of(book.request().job().title()), Tone.TITLE);
            canvas.space(0, 48);
            canvas.space(1, 8);
            int row = FIRST_FIELD;
            for (Label field : cover.fields()) {
                canvas.put(row, 0, field.wording(), Tone.LABEL);
                value(canvas, row, field);
                canvas.space(row, 28);
                row++;
            }
            // A row between: what stands right below the last label would be its value.
            canvas.space(row, 12);
            for (String words : words()) {
                row++;
                canvas.span(row, row, 0, 1, words, Tone.NOTE);
            }
            book.finish(canvas, new PagePlan(true, true, Optional.empty(), List.of(), 0, 0, row, 1, 100));
        }

        private void value(TemplateSheet canvas, int row, Label field) {
            Optional<String> known = known(field);
            if (known.isPresent()) {
                canvas.put(row, 1, known.get(), Tone.FIXED);
                return;
            }
            CellType type = field.type();
            boolean date = type != null && type.kind() == CellType.Kind.DATE;
            XSSFCell cell = canvas.open(row, 1, Tone.OPEN_TEXT, date ? Formats.DATE : Formats.TEXT);
            CellRangeAddress place = new CellRangeAddress(
                    cell.getRowIndex(), cell.getRowIndex(), cell.getColumnIndex(), cell.getColumnIndex());
            Validations validations = new Validations(canvas.sheet(), texts);
            String title = field.wording();
            if (date) {
                String prompt = texts.say("template.date", book.request().due());
                validations.date(place, title, prompt, book.request().due());
            } else {
                validations.words(
                        place, title, field.optional() ? texts.say("template.may") : texts.say("template.must"));
            }
        }

        private Optional<String> known(Label field) {
            TemplateRequest request = book.request();
            if (Objects.equals(field.id(), cover.unitName())) {
                return Optional.of(request.unit().name());
            }
            if (Objects.equals(field.id(), cover.unitCode())) {
                return Optional.of(request.unit().code());
            }
            return Objects.equals(field.id(), cover.period())
                    ? Optional.of(texts.of(request.period()))
                    : Optional.empty();
        }

        private List<String> words() {
            List<String> words = new ArrayList<>(List.of(texts.say("template.read-first")));
            words.add(texts.say("template.due", texts.day(book.request().due())));
            if (cover.guidance().note() != null) {
                words.add(texts.of(cover.guidance().note()));
            }
            return words;
        }
    }
}
