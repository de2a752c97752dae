package org.jibao.reading.workbook;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.loading.JobLoader;
import org.jibao.inbox.InboxFile;
import org.jibao.reading.content.DocumentBuilder;
import org.jibao.reading.content.FieldValues;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.identity.Identity;
import org.jibao.reading.identity.UnitNames;
import org.jibao.reading.layout.PreparedForm;
import org.jibao.reading.meaning.CellSemantics;

/** A sheet made cell by cell, with what no library is needed for: formats, marks, hidden rows and columns. */
public final class Page {

    private static final JobDefinition JOB = JobLoader.load(Path.of("jobs/quarterly-disclosure"));
    private static final InboxFile FILE =
            new InboxFile(Path.of("a.xlsx"), "a.xlsx", 1, "00", Instant.EPOCH, InboxFile.Container.OOXML, null);

    private final String name;
    private final List<CellRow> rows = new ArrayList<>();
    private final BitSet hiddenColumns = new BitSet();
    private boolean hidden;
    private int next;

    private Page(String name) {
        this.name = name;
    }

    public static Page of(String name) {
        return new Page(name);
    }

    /** Strings are texts, numbers are numbers, a cell keeps its own content; the empty string is no cell. */
    public Page row(Object... contents) {
        return row(false, contents);
    }

    Page hiddenRow(Object... contents) {
        return row(true, contents);
    }

    private Page row(boolean unseen, Object... contents) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < contents.length; column++) {
            if (!contents[column].equals("")) {
                cells.add(cell(next, column, contents[column]));
            }
        }
        if (!cells.isEmpty()) {
            rows.add(new CellRow(next, cells, unseen));
        }
        next++;
        return this;
    }

    Page hideColumn(int column) {
        hiddenColumns.set(column);
        return this;
    }

    Page hide() {
        hidden = true;
        return this;
    }

    private static Cell cell(int row, int column, Object content) {
        if (content instanceof Cell own) {
            return new Cell(row, column, own.kind(), own.text(), own.number(), own.date(), own.format(), own.mark());
        }
        if (content instanceof String text) {
            return Cell.text(row, column, text);
        }
        BigDecimal number = new BigDecimal(content.toString());
        return new Cell(row, column, Cell.Kind.NUMBER, number.toPlainString(), number, null);
    }

    public static Cell number(String number, String format) {
        return new Cell(0, 0, Cell.Kind.NUMBER, number, new BigDecimal(number), null, format, null);
    }

    public static Cell marked(String text, Cell.Mark mark) {
        return new Cell(0, 0, Cell.Kind.TEXT, text, null, null, null, mark);
    }

    public SheetCells cells() {
        return new SheetCells(name, rows, null, hidden, hiddenColumns);
    }

    /** Reads sheets as a return of 青岚县教育局 for 2026Q3. */
    public static ReturnDocument read(List<FormDefinition> forms, Page... pages) throws UnreadableException {
        Map<String, List<FieldValues>> values = new HashMap<>();
        for (FormDefinition form : forms) {
            if (form instanceof RegisterForm register) {
                values.put(
                        register.id(),
                        register.fields().stream().map(FieldValues::new).toList());
            }
        }
        UnitNames units = new UnitNames(JOB);
        CellSemantics semantics = new CellSemantics(JOB.zone());
        DocumentBuilder builder = new DocumentBuilder(values, semantics, units, Path.of("unused"));
        List<PreparedForm> prepared = forms.stream().map(PreparedForm::of).toList();
        builder.locate(prepared, Arrays.stream(pages).map(Page::cells).toList(), true);
        Period period = new Period(PeriodKind.QUARTER, 2026, 3);
        return builder.build(FILE, new Identity(units.find("青岚县教育局").get(0), period, "1"));
    }
}
