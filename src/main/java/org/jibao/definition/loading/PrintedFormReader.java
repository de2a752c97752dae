package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jibao.definition.PrintedForm;
import org.jibao.definition.PrintedForm.Cell;
import org.jibao.definition.PrintedForm.Drawing;
import org.jibao.definition.loading.FormDrawing.Part;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** The {@code printed} forms of {@code summary.yaml}: grids of the job, or what is drawn once in each language. */
final class PrintedFormReader {

    private static final Wording WORDS = Wording.of(PrintedFormReader.class);

    private final Ids blocks;
    private final Supplier<FormIndex> forms;

    /**
     * @param blocks ids of tables and charts so far
     * @param forms those of the job, when first asked for
     */
    PrintedFormReader(Ids blocks, Supplier<FormIndex> forms) {
        this.blocks = blocks;
        this.forms = forms;
    }

    PrintedForm read(Mapping mapping) {
        String id = blocks.claim(mapping.need("id"));
        Text title = mapping.need("title").words();
        Value of = mapping.get("forms");
        if (mapping.has("forms") && !mapping.has("drawing")) {
            List<Part> parts = of.items().stream()
                    .flatMap(part -> part.mappingOr("form").flatMap(this::part).stream())
                    .toList();
            mapping.end();
            return new PrintedForm(id, title, FormDrawing.of(parts, Language.ZH), FormDrawing.of(parts, Language.EN));
        }
        Value drawings = mapping.need("drawing");
        Mapping languages = drawings.mapping().orElse(null);
        mapping.end();
        if (mapping.has("forms")) {
            of.report(WORDS.text("summary.forms-and-drawing"));
        }
        if (languages == null) {
            Drawing none = new Drawing(0, 0, List.of());
            return new PrintedForm(id, title, none, none);
        }
        List<Language> spoken = mapping.source().languages();
        Drawing zh = DrawingReader.read(languages.need(spoken.contains(Language.ZH) ? "zh" : "en"));
        Drawing en = DrawingReader.read(languages.need(spoken.contains(Language.EN) ? "en" : "zh"));
        languages.get("zh");
        languages.get("en");
        languages.end();
        Set<String> different = new TreeSet<>(zh.places());
        different.addAll(en.places());
        different.removeIf(place -> zh.places().contains(place) && en.places().contains(place));
        if (!different.isEmpty()) {
            drawings.report(WORDS.text(
                    "summary.places-differ", new Text(String.join("、", different), String.join(", ", different))));
        }
        return new PrintedForm(id, title, zh, en);
    }

    /** A grid with its rows, or those that are named; empty where it could not be read. */
    private Optional<Part> part(Mapping mapping) {
        FormIndex index = forms.get();
        String id = mapping.need("form").nameOf("noun.grid", index.grids());
        Value rows = mapping.get("rows");
        Value over = mapping.get("over");
        Value corner = mapping.get("corner");
        Optional<Part> part = index.grid(id).map(grid -> {
            List<String> named = rows.items().stream()
                    .map(row -> row.nameOf("noun.row", index.rows(id)))
                    .toList();
            return new Part(
                    grid,
                    grid.rows().stream()
                            .filter(row -> named.isEmpty() || named.contains(row.id()))
                            .toList(),
                    over.absent() ? null : over.words(),
                    corner.absent() ? null : corner.words());
        });
        mapping.end();
        return part;
    }

    /**
     * The drawing of a printed form: a line a row, its cells between {@code |}. {@code <} continues the cell at its left, {@code ^}
     * the cell above, <code>{place}</code> is filled with a figure, anything else is text.
     */
    static final class DrawingReader {

        private static final String LEFT = "<";
        private static final String ABOVE = "^";

        private final Value value;
        private final List<List<String>> rows;
        private final boolean[][] covered;

        private DrawingReader(Value value) {
            this.value = value;
            rows = value.text().lines().map(DrawingReader::split).toList();
            covered = new boolean[rows.size()][width()];
        }

        static Drawing read(Value value) {
            return new DrawingReader(value).read();
        }

        private static List<String> split(String line) {
            return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        }

        private int width() {
            return rows.isEmpty() ? 0 : rows.get(0).size();
        }

        private Drawing read() {
            for (int row = 0; row < rows.size(); row++) {
                if (rows.get(row).size() != width()) {
                    value.report(WORDS.text(
                            "summary.uneven-drawing", row + 1, rows.get(row).size(), width()));
                    return new Drawing(0, 0, List.of());
                }
            }
            List<Cell> cells = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < width(); column++) {
                    if (!covered[row][column]) {
                        cells.add(cell(row, column));
                    }
                }
            }
            return new Drawing(rows.size(), width(), cells);
        }

        private Cell cell(int row, int column) {
            String token = token(row, column);
            if (token.equals(LEFT) || token.equals(ABOVE)) {
                value.report(WORDS.text("summary.nothing-to-continue", row + 1, column + 1, token));
            }
            int across = 1;
            while (column + across < width() && token(row, column + across).equals(LEFT)) {
                across++;
            }
            int down = 1;
            while (row + down < rows.size() && continues(row + down, column, across)) {
                down++;
            }
            for (int i = 0; i < down; i++) {
                Arrays.fill(covered[row + i], column, column + across, true);
            }
            boolean place = token.startsWith("{") && token.endsWith("}");
            return place
                    ? new Cell(row, column, down, across, "", token.substring(1, token.length() - 1))
                    : new Cell(row, column, down, across, token, null);
        }

        /** Whether the row goes on with a cell that begins above it, in its whole width. */
        private boolean continues(int row, int column, int across) {
            if (!token(row, column).equals(ABOVE)) {
                return false;
            }
            for (int i = 1; i < across; i++) {
                if (!token(row, column + i).equals(LEFT)) {
                    return false;
                }
            }
            return true;
        }

        private String token(int row, int column) {
            return rows.get(row).get(column);
        }
    }
}
