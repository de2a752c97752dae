package org.jibao.reading.layout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.reading.layout.Choice.Candidate;
import org.jibao.reading.workbook.Cell;

/**
 * Where column labels are numbers, such as years, figures below them may look like them: the labels stand in the row that holds
 * most of them, and beside other labels.
 */
final class HeaderNumbers {

    private HeaderNumbers() {}

    static List<Candidate> labels(List<Candidate> block) {
        Map<Integer, Set<Integer>> labels = new HashMap<>();
        Map<Integer, Set<Integer>> numbers = new HashMap<>();
        for (Candidate candidate : block) {
            Cell cell = candidate.cell();
            columns(labels, cell.row()).add(cell.column());
            if (cell.kind() == Cell.Kind.NUMBER) {
                columns(numbers, cell.row()).add(cell.column());
            }
        }
        int most = numbers.values().stream().mapToInt(Set::size).max().orElse(0);
        return block.stream()
                .filter(candidate -> candidate.cell().kind() != Cell.Kind.NUMBER
                        || columns(numbers, candidate.cell().row()).size() == most
                                && (labels.size() == 1
                                        || columns(labels, candidate.cell().row())
                                                        .size()
                                                > 1))
                .toList();
    }

    private static Set<Integer> columns(Map<Integer, Set<Integer>> rows, int row) {
        return rows.computeIfAbsent(row, any -> new HashSet<>());
    }
}
