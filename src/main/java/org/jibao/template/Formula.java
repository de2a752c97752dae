package org.jibao.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jibao.template.GridContents.Content;
import org.jibao.template.GridContents.Content.Position;

/**
 * A total as a formula of the sheet. It is empty until every part is filled in: a part that is missing is not a 0. What is
 * not applicable ({@code /}) is filled in, and adds nothing.
 */
final class Formula {

    private final int firstRow;
    private final int firstColumn;

    /** @param firstRow, firstColumn where the grid's first cell stands in the sheet */
    Formula(int firstRow, int firstColumn) {
        this.firstRow = firstRow;
        this.firstColumn = firstColumn;
    }

    String of(Content.Total total) {
        List<String> plus = ranges(total.plus());
        List<String> minus = ranges(total.minus());
        List<String> all = new ArrayList<>(plus);
        all.addAll(minus);
        String missing = all.stream().map(range -> "COUNTBLANK(" + range + ")").collect(Collectors.joining("+"));
        return "IF(" + missing + ">0,\"\"," + sum(total.before(), plus, minus) + ")";
    }

    private static String sum(BigDecimal before, List<String> plus, List<String> minus) {
        StringBuilder sum = new StringBuilder(
                before.signum() == 0 ? "" : before.stripTrailingZeros().toPlainString());
        if (!plus.isEmpty()) {
            sum.append(sum.isEmpty() ? "" : "+")
                    .append("SUM(")
                    .append(String.join(",", plus))
                    .append(')');
        }
        if (!minus.isEmpty()) {
            sum.append("-SUM(").append(String.join(",", minus)).append(')');
        }
        return sum.toString();
    }

    /** Neighbours in a row or a column as one range each. */
    private List<String> ranges(List<Position> cells) {
        List<String> ranges = new ArrayList<>();
        for (int first = 0; first < cells.size(); ) {
            int last = first;
            while (last + 1 < cells.size() && follows(cells, first, last)) {
                last++;
            }
            ranges.add(range(cells.get(first), cells.get(last)));
            first = last + 1;
        }
        return ranges;
    }

    private static boolean follows(List<Position> cells, int first, int last) {
        Position begin = cells.get(first);
        Position end = cells.get(last);
        Position next = cells.get(last + 1);
        boolean down = next.column() == end.column() && next.row() == end.row() + 1 && begin.column() == next.column();
        boolean right = next.row() == end.row() && next.column() == end.column() + 1 && begin.row() == next.row();
        return down || right;
    }

    private String range(Position first, Position last) {
        return new CellRangeAddress(
                        firstRow + first.row(),
                        firstRow + last.row(),
                        firstColumn + first.column(),
                        firstColumn + last.column())
                .formatAsString();
    }
}
