package org.jibao.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.jibao.plausibility.DeclaredCell;
import org.jibao.plausibility.PlausibilityInput;
import org.jibao.plausibility.UnitFigures;
import org.jspecify.annotations.Nullable;

/** Makes one slip of the pen in a return. */
final class SlipInjection {

    /** What is injected: the kinds of slip by name, the word of the engine before the colon. */
    static final List<String> KINDS = List.of(
            "tenfold:cell",
            "tenth:cell",
            "hundredfold:cell",
            "hundredth:cell",
            "ten_thousandfold:cell",
            "ten_thousandth:cell",
            "transposed:cell",
            "to_date:cell",
            "to_date:column",
            "repeated:form",
            "repeated:return",
            "shifted:column",
            "shifted:row",
            "doubled:column",
            "doubled:form",
            "doubled:return",
            "doubled:pasted");

    private final PlausibilityInput input;
    private final UnitFigures unit;
    private final Random random;
    private final double[] right;
    private final double[] wrong;

    SlipInjection(PlausibilityInput input, UnitFigures unit, Random random) {
        this.input = input;
        this.unit = unit;
        this.random = random;
        this.right = unit.values().get(0);
        this.wrong = right.clone();
    }

    /** @return the wrong return; null if the slip changes nothing here */
    double @Nullable [] make(String kind) {
        String[] words = kind.split(":", -1);
        if (words[1].equals("cell")) {
            changeOne(words[0]);
        } else if (words[0].equals("shifted")) {
            shift(
                    words[1].equals("column")
                            ? cell -> cell.form() + "|" + cell.column()
                            : cell -> cell.form() + "|" + cell.row());
        } else if (words[1].equals("pasted")) {
            paste();
        } else {
            changeAll(words[0], words[1]);
        }
        return changed() == 0 ? null : wrong;
    }

    private int changed() {
        int changed = 0;
        for (int i = 0; i < right.length; i++) {
            changed += same(right[i], wrong[i]) ? 0 : 1;
        }
        return changed;
    }

    static boolean same(double a, double b) {
        return a == b || (Double.isNaN(a) && Double.isNaN(b));
    }

    private void changeOne(String word) {
        List<Integer> possible = new ArrayList<>();
        for (int cell = 0; cell < right.length; cell++) {
            if (right[cell] > 0 && !same(slipped(word, cell), right[cell]) && slipped(word, cell) != 0) {
                possible.add(cell);
            }
        }
        if (!possible.isEmpty()) {
            int cell = possible.get(random.nextInt(possible.size()));
            wrong[cell] = slipped(word, cell);
        }
    }

    private double slipped(String word, int cell) {
        double value = right[cell];
        boolean amount = input.cells().get(cell).amount();
        return switch (word) {
            case "tenfold" -> value * 10;
            case "hundredfold" -> value * 100;
            case "ten_thousandfold" -> value * 10_000;
            case "tenth" -> amount ? value / 10 : Math.floor(value / 10);
            case "hundredth" -> amount ? value / 100 : Math.floor(value / 100);
            case "ten_thousandth" -> amount ? Math.rint(value) / 10_000 : Math.floor(value / 10_000);
            case "transposed" -> transposed(value);
            case "to_date" -> toDate(cell);
            case "doubled" -> value * 2;
            case "repeated" ->
                unit.values().get(1).length == 0 ? value : unit.values().get(1)[cell];
            default -> throw new IllegalArgumentException(word);
        };
    }

    /** The first pair of unlike digits of whole units, so that each value has one wrong form. */
    private static double transposed(double value) {
        double whole = Math.floor(value);
        char[] digits = Long.toString((long) whole).toCharArray();
        for (int i = 0; i + 1 < digits.length; i++) {
            if (digits[i] != digits[i + 1] && (i > 0 || digits[1] != '0')) {
                char first = digits[i];
                digits[i] = digits[i + 1];
                digits[i + 1] = first;
                return Long.parseLong(new String(digits)) + (Math.rint((value - whole) * 100) / 100);
            }
        }
        return value;
    }

    private double toDate(int cell) {
        double sum = right[cell];
        if (input.cells().get(cell).toDate()) {
            return sum;
        }
        for (int age = 1; age < input.periodNumber(); age++) {
            double[] earlier = age < unit.values().size() ? unit.values().get(age) : new double[0];
            if (earlier.length == 0) {
                return right[cell];
            }
            sum += earlier[cell];
        }
        return sum;
    }

    private void changeAll(String word, String scope) {
        Function<DeclaredCell, String> key =
                switch (scope) {
                    case "column" -> cell -> cell.form() + "|" + cell.column();
                    case "form" -> DeclaredCell::form;
                    default -> cell -> "";
                };
        String chosen = key.apply(input.cells().get(random.nextInt(right.length)));
        int filled = 0;
        for (int cell = 0; cell < right.length; cell++) {
            if (chosen.equals(key.apply(input.cells().get(cell))) && right[cell] >= 0) {
                wrong[cell] = slipped(word, cell);
                filled += right[cell] > 0 ? 1 : 0;
            }
        }
        if (filled < 2) {
            System.arraycopy(right, 0, wrong, 0, right.length);
        }
    }

    private List<Integer> line(Function<DeclaredCell, String> key, String chosen) {
        List<Integer> line = new ArrayList<>();
        for (int cell = 0; cell < right.length; cell++) {
            if (chosen.equals(key.apply(input.cells().get(cell)))) {
                line.add(cell);
            }
        }
        return line;
    }

    /** One cell further; the first cell is left at zero. */
    private void shift(Function<DeclaredCell, String> key) {
        List<Integer> line = line(key, key.apply(input.cells().get(random.nextInt(right.length))));
        if (line.size() < 4) {
            return;
        }
        wrong[line.get(0)] = 0;
        for (int i = 1; i < line.size(); i++) {
            wrong[line.get(i)] = right[line.get(i - 1)];
        }
    }

    /** A row takes the figures of the one above it. */
    private void paste() {
        Function<DeclaredCell, String> key = cell -> cell.form() + "|" + cell.row();
        int cell = random.nextInt(right.length);
        List<Integer> above = line(key, key.apply(input.cells().get(cell)));
        int next = above.get(above.size() - 1) + 1;
        if (next >= right.length
                || !Objects.equals(
                        input.cells().get(next).form(), input.cells().get(cell).form())) {
            return;
        }
        List<Integer> row = line(key, key.apply(input.cells().get(next)));
        int filled = 0;
        for (int i = 0; i < row.size() && row.size() == above.size(); i++) {
            wrong[row.get(i)] = right[above.get(i)];
            filled += right[above.get(i)] > 0 ? 1 : 0;
        }
        if (filled < 2) {
            System.arraycopy(right, 0, wrong, 0, right.length);
        }
    }
}
