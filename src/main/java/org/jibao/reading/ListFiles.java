package org.jibao.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jibao.definition.Field;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.ListLines;
import org.jibao.inbox.InboxFile.ListLines.Line;
import org.jibao.reading.content.ListRows.ListLine;
import org.jibao.reading.identity.Claims.CoverValue;
import org.jibao.reading.identity.Identity;
import org.jibao.reading.identity.IdentityReader;
import org.jibao.reading.identity.Rejection;
import org.jibao.reading.identity.UnitNames;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.SheetCells;
import org.jibao.reading.workbook.WorkbookCells;
import org.jspecify.annotations.Nullable;

/** Takes lists apart: the lines of each unit and period are a return of their own. */
final class ListFiles {

    /** Three times the units of a province, four times a year. */
    static final int MOST_LINES = 10_000;

    private final List<GridForm> lists;
    private final IdentityReader identities;
    private final UnitNames units;

    ListFiles(JobDefinition job, IdentityReader identities, UnitNames units) {
        this.lists = job.forms().stream()
                .filter(GridForm.class::isInstance)
                .map(GridForm.class::cast)
                .filter(form -> form.lines() != null)
                .toList();
        this.identities = identities;
        this.units = units;
    }

    /** Whether the job's returns are lines of lists. */
    boolean any() {
        return !lists.isEmpty();
    }

    /** @throws LimitExceededException where there are more lines than one file may have */
    List<InboxFile> apart(
            InboxFile file, Map<String, String> properties, List<CoverValue> cover, List<ListLine> lines) {
        if (lines.size() > MOST_LINES) {
            throw new LimitExceededException("lines", MOST_LINES, lines.size());
        }
        Map<String, List<ListLine>> returns = new LinkedHashMap<>();
        for (ListLine line : lines) {
            // A remark below the table, or a heading in it, has no figures and names no unit.
            if (line.filled() || !units.find(line.unit()).isEmpty()) {
                returns.computeIfAbsent(name(file, properties, cover, line), any -> new ArrayList<>())
                        .add(line);
            }
        }
        List<InboxFile> parts = new ArrayList<>();
        returns.forEach((name, own) -> parts.add(part(file, cover, name, own)));
        return parts;
    }

    private static InboxFile part(InboxFile file, List<CoverValue> cover, String name, List<ListLine> own) {
        StringBuilder content = new StringBuilder(name).append('\n');
        cover.forEach(value -> content.append(value.form())
                .append('.')
                .append(value.field())
                .append('=')
                .append(value.text())
                .append('\n'));
        own.forEach(line -> content.append(line.line().form()).append('\n').append(line.content()));
        return file.lines(
                name, content.toString(), own.stream().map(ListLine::line).toList());
    }

    /** By unit and period, so that a line may move in the sheet; one that names none of these by its row. */
    private String name(InboxFile file, Map<String, String> properties, List<CoverValue> cover, ListLine line) {
        try {
            Identity identity = identity(file, properties, cover, List.of(line));
            return identity.unit().code().replace('/', '-')
                    + "_"
                    + identity.period().code();
        } catch (Rejection nobodys) {
            return "%s_%d".formatted(line.line().form(), line.line().row() + 1);
        }
    }

    /**
     * Whose the lines are, and for when.
     *
     * @throws Rejection where they do not say, or a list has two lines for the unit and the period: which counts nobody can tell
     */
    Identity identity(InboxFile list, Map<String, String> properties, List<CoverValue> cover, List<ListLine> lines)
            throws Rejection {
        List<CoverValue> keys =
                lines.stream().flatMap(line -> line.keys().values().stream()).toList();
        for (ListLine line : lines) {
            Field missing = line.missing();
            if (missing != null) {
                throw new Rejection(keyMissing(line, missing)).of(identities.lineClaims(properties, cover, keys));
            }
        }
        try {
            Identity identity = identities.readLine(list.name(), properties, cover, keys);
            reportTwice(lines, identity);
            return identity;
        } catch (Rejection e) {
            throw e.of(identities.lineClaims(properties, cover, keys));
        }
    }

    private static Finding keyMissing(ListLine line, Field field) {
        Text label = field.label().text();
        int row = line.line().row();
        return Finding.of(
                        FindingCode.LIST_KEY_MISSING,
                        Place.cell(line.line().sheet(), Cell.address(row, 0)),
                        line.line().form() + "/" + field.id(),
                        null,
                        label.zh(),
                        String.valueOf(row + 1))
                .inEnglish("field", label.en());
    }

    private static void reportTwice(List<ListLine> lines, Identity identity) throws Rejection {
        Map<String, ListLine> firsts = new LinkedHashMap<>();
        for (ListLine line : lines) {
            ListLine first = firsts.putIfAbsent(line.line().form(), line);
            if (first != null) {
                Text period = identity.period().label();
                Place place = line.keys().values().stream()
                        .map(CoverValue::place)
                        .findFirst()
                        .orElse(Place.sheet(line.line().sheet()));
                throw new Rejection(Finding.of(
                                FindingCode.LIST_UNIT_REPEATED,
                                place,
                                line.line().form() + "/line",
                                null,
                                identity.unit().name(),
                                period.zh(),
                                String.valueOf(first.line().row() + 1),
                                String.valueOf(line.line().row() + 1))
                        .inEnglish("period", period.en()));
            }
        }
    }

    /** A list without a line that can be read, or one that came whole to where lines are read. */
    Rejection notRead() {
        Finding finding = Finding.of(FindingCode.LIST_NOT_READ, Place.FILE, "list", null, titles(true));
        return new Rejection(finding.inEnglish("form", titles(false)));
    }

    private String titles(boolean chinese) {
        return lists.stream()
                .map(GridForm::title)
                .map(title -> chinese ? title.zh() : title.en())
                .collect(Collectors.joining(chinese ? "、" : ", "));
    }

    /** The header and what is above it, and the given lines: each line is read as if it were the only one. */
    static WorkbookCells only(WorkbookCells whole, List<Line> lines) {
        List<SheetCells> sheets = new ArrayList<>();
        for (SheetCells sheet : whole.sheets()) {
            Set<Integer> rows = new TreeSet<>();
            int header = -1;
            for (Line line : lines) {
                if (line.sheet().equals(sheet.name())) {
                    rows.add(line.row());
                    header = Math.max(header, line.header());
                }
            }
            sheets.add(header < 0 ? sheet : only(sheet, header, rows));
        }
        return new WorkbookCells(sheets, whole.properties());
    }

    private static SheetCells only(SheetCells sheet, int header, Set<Integer> rows) {
        List<CellRow> kept = new ArrayList<>(sheet.rows().subList(0, sheet.position(header + 1)));
        for (int index : rows) {
            CellRow row = index > header ? sheet.row(index) : null;
            if (row != null) {
                kept.add(row);
            }
        }
        return new SheetCells(sheet.name(), kept, null, sheet.hidden(), sheet.hiddenColumns());
    }

    /** The list that was opened last: its returns are read one after another. */
    static final class LastOpened {

        private @Nullable String sha256;
        private @Nullable WorkbookCells cells;

        @Nullable
        WorkbookCells of(ListLines lines) {
            return lines.whole().sha256().equals(sha256) ? cells : null;
        }

        void keep(ListLines lines, WorkbookCells opened) {
            sha256 = lines.whole().sha256();
            cells = opened;
        }
    }
}
