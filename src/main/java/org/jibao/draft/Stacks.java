package org.jibao.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jibao.draft.Heads.Head;

/**
 * Finds headers of which each column has its name, and besides in rows of their own how a program calls it, whether it
 * must be filled in, and how.
 */
final class Stacks {

    private static final int DEEPEST = 6;
    private static final int FEWEST = 2;

    /** A name is no longer. */
    private static final int LONGEST = 400;

    /** Of how to fill in a column is said in so many signs and more, on average. */
    private static final int HELP = 30;

    private static final Pattern CODE =
            Pattern.compile("\\A(?:[A-Za-z][A-Za-z0-9]*(?:[_.]+[A-Za-z0-9]+)+|[a-z]+[A-Z]\\w*)");

    private final SheetView view;

    /** What a row of a header says of its columns. */
    private enum Says {
        NAME,
        CODE,
        MUST,
        HELP
    }

    private record Line(int row, Says says) {}

    /**
     * Such a header.
     *
     * @param head its names
     * @param help rows below the names that are no entries
     * @param required columns that must be filled in
     */
    record Stack(Head head, List<Integer> help, Set<Integer> required) {}

    Stacks(SheetView view) {
        this.view = view;
    }

    /** The header that begins in this row, if there is one with more than names. */
    Optional<Stack> at(int row) {
        List<Spot> first = view.filled(row);
        if (first.size() < FEWEST || !first.stream().allMatch(Spot::words)) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        for (int next = row; next < row + DEEPEST && isLine(first, next); next++) {
            Says says = says(next, row);
            boolean second = says == Says.NAME && lines.stream().anyMatch(line -> line.says() == Says.NAME);
            if (second) {
                break;
            }
            lines.add(new Line(next, says));
        }
        Optional<Line> name =
                lines.stream().filter(line -> line.says() == Says.NAME).findFirst();
        return name.filter(line -> lines.size() > 1).map(line -> stack(line, lines));
    }

    private Stack stack(Line name, List<Line> lines) {
        List<Spot> names = view.filled(name.row());
        int left = saysWhatRowsSay(lines) ? names.get(1).column() : names.get(0).column();
        int last = lines.get(lines.size() - 1).row();
        int right = view.right(name.row(), names.get(names.size() - 1).column());
        Set<Integer> required = new HashSet<>();
        lines.stream()
                .filter(line -> line.says() == Says.MUST)
                .flatMap(line -> view.filled(line.row()).stream())
                .filter(spot -> Vocabulary.MUST.is(spot.text()))
                .forEach(spot -> required.add(spot.column()));
        List<Integer> help =
                lines.stream().map(Line::row).filter(row -> row > name.row()).toList();
        return new Stack(new Head(name.row(), name.row(), last + 1, left, right), help, required);
    }

    /** Whether the first column holds what each row is for, such as {@code Field name}. */
    private boolean saysWhatRowsSay(List<Line> lines) {
        return view.filled(lines.get(0).row()).size() > FEWEST
                && lines.stream().allMatch(line -> {
                    Spot first = view.filled(line.row()).get(0);
                    return switch (line.says()) {
                        case NAME -> true;
                        case CODE -> !CODE.matcher(first.text().strip()).matches();
                        case MUST -> !Vocabulary.MUST_OR_NOT.is(first.text());
                        case HELP -> first.shown().length() < HELP;
                    };
                })
                && lines.stream().anyMatch(line -> line.says() != Says.NAME);
    }

    /** Words in most of the columns of the first row and in no others. */
    private boolean isLine(List<Spot> first, int row) {
        List<Spot> filled = view.filled(row);
        Set<Integer> columns = new TreeSet<>();
        first.forEach(spot -> columns.add(spot.column()));
        long common =
                filled.stream().filter(spot -> columns.contains(spot.column())).count();
        return filled.stream().allMatch(spot -> spot.words() && spot.shown().length() <= longest(spot))
                && common * 10 >= columns.size() * 8L
                && filled.size() - common <= columns.size() / 10;
    }

    private int longest(Spot spot) {
        return most(spot.row(), other -> other.shown().length() >= HELP) ? Integer.MAX_VALUE : LONGEST;
    }

    private Says says(int row, int top) {
        if (most(row, spot -> Vocabulary.MUST_OR_NOT.is(spot.text()))) {
            return Says.MUST;
        }
        if (most(row, spot -> CODE.matcher(spot.text().strip()).matches())) {
            return Says.CODE;
        }
        boolean longer = row > top && average(row) >= HELP && average(row) >= 2 * average(row - 1);
        return longer ? Says.HELP : Says.NAME;
    }

    private double average(int row) {
        return view.filled(row).stream()
                .mapToInt(spot -> spot.shown().length())
                .average()
                .orElse(0);
    }

    private boolean most(int row, Predicate<Spot> test) {
        List<Spot> filled = view.filled(row);
        return filled.stream().filter(test).count() * 10 >= filled.size() * 6L;
    }
}
