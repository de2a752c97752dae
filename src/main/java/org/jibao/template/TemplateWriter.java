package org.jibao.template;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.CoverForm;
import org.jibao.definition.FormDefinition;
import org.jibao.guard.OwnFiles;
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
}
