package org.jibao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the rows of column labels in a sheet. */
final class Heads {

    private static final int LONGEST = 80;
    private static final int LONGER = 200;
    private static final int FEW = 3;
    private static final int DEEPEST = 5;
    private static final Pattern CODE =
            Pattern.compile("\\(?[甲乙丙丁戊己庚辛]\\)?|\\(?[A-Z]\\)?|\\(?\\d{1,2}\\)?(?:\\.0)?(?:=.*)?");

    private final SheetView view;

    /**
     * The rows of column labels of a table.
     *
     * @param first row of its body
     */
    record Head(int top, int bottom, int first, int left, int right) {

        Head leftTo(int column) {
            return new Head(top, bottom, first, column, right);
        }

        Head between(int from, int to) {
            return new Head(top, bottom, first, from, to);
        }
    }

    Heads(SheetView view) {
        this.view = view;
    }

    /** The header that begins in this row, if one does. */
    Optional<Head> at(int row) {
        List<Spot> labels = view.filled(row);
        if (!labels(labels) && !longLabels(row, labels) || !wide(labels)) {
            return Optional.empty();
        }
        int left = labels.get(0).column();
        while (left > 0 && view.at(row, left - 1).edged()) {
            left--;
        }
        int right = labels.stream()
                .mapToInt(label -> view.right(row, label.column()))
                .max()
                .orElse(left);
        int bottom = bottom(row, labels);
        for (int next = bottom + 1; next - row < DEEPEST && goesOn(row, next, left, right, labels); next = bottom + 1) {
            bottom = bottom(next, view.filled(next));
            right = Math.max(right, rightmost(next));
        }
        if (gaps(row, bottom, left, right) || sentence(row + 1, bottom, left)) {
            return Optional.empty();
        }
        return Optional.of(new Head(row, bottom, isCodes(bottom + 1) ? bottom + 2 : bottom + 1, left, right));
    }

    private int rightmost(int row) {
        return view.filled(row).stream()
                .mapToInt(label -> view.right(row, label.column()))
                .max()
                .orElse(0);
    }

    private boolean labels(List<Spot> spots) {
        return !spots.isEmpty()
                && spots.stream().allMatch(spot -> view.isLabel(spot) && (isCorner(spot, spots) || isShort(spot)))
                && spots.stream().anyMatch(Spot::words);
    }

    /** The first row of several columns may have longer labels: nothing above them can be their names. */
    private boolean longLabels(int row, List<Spot> spots) {
        long pairs = spots.stream().filter(spot -> Pairs.isPair(spot.text())).count();
        return spots.size() > FEW
                && spots.stream()
                        .allMatch(spot -> spot.words()
                                && view.isLabel(spot)
                                && spot.shown().length() <= LONGER)
                && pairs * 2 < spots.size()
                && (row == 0 || view.filled(row - 1).size() < 2);
    }

    /** Whether something stands in the same columns right above: then these are entries, and that is their header. */
    boolean isEntry(int row) {
        List<Spot> own = view.filled(row);
        if (row == 0 || own.size() < FEW) {
            return false;
        }
        List<Spot> above = view.filled(row - 1);
        long under = own.stream()
                .filter(spot -> above.stream().anyMatch(other -> other.column() == spot.column()))
                .count();
        return under * 10 >= own.size() * 8L;
    }

    private static boolean isShort(Spot spot) {
        return spot.shown().length() <= LONGEST && !Pairs.isPair(spot.text());
    }

    /** Only a corner may hold how the table is to be filled in. */
    private boolean isCorner(Spot spot, List<Spot> spots) {
        return spot == spots.get(0) && spots.size() > 2 && view.bottom(spot.row(), spot.column()) > spot.row();
    }

    /** Two labels, or one right of an empty corner. */
    private boolean wide(List<Spot> labels) {
        Spot first = labels.get(0);
        return labels.size() > 1
                || first.column() > 0
                        && first.edged()
                        && view.at(first.row(), first.column() - 1).edged();
    }

    private int bottom(int row, List<Spot> labels) {
        return labels.stream()
                .mapToInt(label -> view.bottom(row, label.column()))
                .max()
                .orElse(row);
    }

    /** Whether the row below holds labels that stand under those above, and none of a body's rows. */
    private boolean goesOn(int top, int next, int left, int right, List<Spot> above) {
        List<Spot> labels = view.filled(next);
        if (!labels(labels) || view.empty(next)) {
            return false;
        }
        int second = above.size() > 1 ? above.get(1).column() : above.get(0).column();
        boolean corner = above.get(0).column() > left;
        int from = corner ? above.get(0).column() : second;
        boolean spans = above.stream().anyMatch(label -> view.right(top, label.column()) > label.column());
        boolean cornered = spans
                && labels.size() > FEW
                && labels.get(0).column() < left
                && above.get(0).column() == left;
        boolean under =
                labels.stream().skip(cornered ? 1 : 0).allMatch(label -> label.column() >= (cornered ? left : from));
        return under && (spans || labels.size() > 1 && gapsFilled(top, left, right, labels));
    }

    /** A span that is only seen: the words above stand over the first of several labels. */
    private boolean gapsFilled(int top, int left, int right, List<Spot> labels) {
        return labels.stream()
                        .anyMatch(label -> label.column() > left
                                && view.origin(top, label.column()).blank())
                && labels.get(labels.size() - 1).column() <= right + labels.size();
    }

    /** Whether a text that is too long for a label stands in the lower rows, right of the corner. */
    private boolean sentence(int from, int to, int left) {
        return java.util.stream.IntStream.rangeClosed(from, to)
                .boxed()
                .flatMap(row -> view.filled(row).stream())
                .anyMatch(spot -> spot.column() > left && spot.shown().length() > LONGEST);
    }

    /** A line of labels and values has empty cells between its words; a header has few. */
    private boolean gaps(int top, int bottom, int left, int right) {
        int named = 0;
        for (int column = left; column <= right; column++) {
            named += path(top, bottom, column).isEmpty() ? 0 : 1;
        }
        return named * 5 < (right - left + 1) * 2;
    }

    /** The labels over a column from the outermost in, each once. */
    List<Spot> path(int top, int bottom, int column) {
        List<Spot> path = new ArrayList<>();
        for (int row = top; row <= bottom; row++) {
            Spot label = row < bottom ? visual(top, bottom, row, column) : view.origin(row, column);
            if (label.label() && !path.contains(label)) {
                path.add(label);
            }
        }
        return path;
    }

    /** A label over a column, or left of there where nothing stands and words below show that it spans. */
    private Spot visual(int top, int bottom, int row, int column) {
        Spot own = view.origin(row, column);
        if (!own.blank()
                || view.block(row, column) != null
                || view.origin(bottom, column).blank()) {
            return own;
        }
        for (int left = column - 1; left >= 0; left--) {
            Spot before = view.origin(row, left);
            if (before.label()) {
                // What is merged over several columns says itself how far it reaches.
                if (view.right(before.row(), before.column()) > before.column()) {
                    return own;
                }
                boolean spans = view.bottom(row, before.column()) < bottom && before.row() >= top;
                return spans
                                && !view.origin(bottom, left).equals(before)
                                && !view.origin(bottom, before.column()).blank()
                        ? before
                        : own;
            }
        }
        return own;
    }

    /** A row of column codes: {@code 甲 乙 1 2}. */
    boolean isCodes(int row) {
        List<Spot> codes = view.filled(row);
        return codes.size() > 1
                && codes.stream()
                        .allMatch(code -> CODE.matcher(code.text().strip()).matches())
                && codes.stream().map(Spot::text).distinct().count() == codes.size()
                && ascending(codes);
    }

    private static boolean ascending(List<Spot> codes) {
        double last = 0;
        int numbers = 0;
        for (Spot code : codes) {
            String digits = code.text().replaceAll("=.*", "").replaceAll("[^\\d.]", "");
            if (!digits.isEmpty()) {
                double number = Double.parseDouble(digits);
                if (last > 0 && number != last + 1 || last == 0 && number > 1) {
                    return false;
                }
                last = number;
                numbers++;
            }
        }
        return numbers > 0
                || codes.stream().noneMatch(code -> code.text().chars().anyMatch(Character::isDigit));
    }
}
