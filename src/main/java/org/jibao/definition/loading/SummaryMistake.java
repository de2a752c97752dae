package org.jibao.definition.loading;

import java.util.Set;
import org.jibao.finding.Text;

/** The words for mistakes in {@code summary.yaml}. */
final class SummaryMistake {

    private SummaryMistake() {}

    static Text seriesNeedsOneValue() {
        return new Text("用 series 分组时，values 只能有一列", "with series, values must be one column, which it splits");
    }

    static Text ringNeedsOneValue() {
        return new Text("环形图只能有一列 values，且不用 series", "a ring shows one column of values, without series");
    }

    static Text chartFormat(String format) {
        return new Text(
                "图的 format 不能是“%s”：请用 count、amount、rate、change、points 或 days".formatted(format),
                "a chart's format cannot be \"%s\": use count, amount, rate, change, points or days".formatted(format));
    }

    static Text valueNotANumber(String column) {
        return new Text(
                "“%s”列不是数，不能画成图：请换一列，或改该列的 format".formatted(column),
                "column \"%s\" holds no numbers and cannot be drawn: choose another, or change its format"
                        .formatted(column));
    }

    static Text sheetWithoutBlocks(String kind) {
        return new Text(
                "kind: %s 的工作表自行排版，请去掉 blocks".formatted(kind),
                "a sheet of kind %s lays itself out; drop blocks".formatted(kind));
    }

    static Text unevenDrawing(int row, int cells, int expected) {
        return new Text(
                "drawing 第 %d 行有 %d 格，第一行有 %d 格：每行格数须相同，合并的格写 < 或 ^".formatted(row, cells, expected),
                "line %d of the drawing has %d cells, its first has %d: give each line the same, with < or ^ where cells are merged"
                        .formatted(row, cells, expected));
    }

    static Text nothingToContinue(String token, int row, int column) {
        return new Text(
                "drawing 第 %d 行第 %d 格的“%s”左边或上边没有可合并的格".formatted(row, column, token),
                "\"%s\" in line %d, cell %d of the drawing continues no cell at its left or above"
                        .formatted(token, row, column));
    }

    static Text placesDiffer(Set<String> places) {
        return new Text(
                "中英文 drawing 中的位置不同：%s 只在其中一种".formatted(String.join("、", places)),
                "the drawings in Chinese and English differ: only one of them has %s"
                        .formatted(String.join(", ", places)));
    }

    static Text badPrintedSheet() {
        return new Text(
                "kind: printed 的 blocks 先写一个三列的表（份、位置、数值），再写印制表（printed）",
                "the blocks of a sheet of kind printed are a table of three columns (copy, place, figure), then printed forms");
    }

    static Text badSheetTitle(String title, int longest) {
        return new Text(
                "“%s”不能作工作表名：至多 %d 个字符，不含 [ ] : * ? / \\，首尾不用单引号".formatted(title, longest),
                "\"%s\" cannot name a sheet: use up to %d characters without [ ] : * ? / \\ and no apostrophe at either end"
                        .formatted(title, longest));
    }

    static Text duplicateSheetTitle(String title, int first) {
        return new Text(
                "工作表名“%s”重复，第 %d 行已用过".formatted(title, first),
                "a sheet \"%s\" is already named in line %d; choose another title".formatted(title, first));
    }
}
