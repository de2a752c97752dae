package org.jibao.plausibility;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jibao.plausibility.FormLines.Line;

/** Makes one mistake of all unlikely zeros of a form, or of a return, in which nothing but zeros stands. */
final class ForgottenForms {

    private final List<Line> lines = new ArrayList<>();

    ForgottenForms(FormLines lines) {
        this.lines.add(lines.all());
        this.lines.addAll(lines.forms());
    }

    List<Cause> together(List<Cause> causes, JudgedReturn judged) {
        List<Cause> left = new ArrayList<>(causes);
        for (Line line : lines) {
            if (IntStream.of(line.cells()).allMatch(cell -> !judged.has(cell) || judged.value(cell) == 0)) {
                join(left, line);
            }
        }
        return left;
    }

    private static void join(List<Cause> causes, Line line) {
        Set<Integer> members = new HashSet<>();
        IntStream.of(line.cells()).forEach(members::add);
        List<Cause> zeros = causes.stream()
                .filter(cause -> cause.scope() == SlipScope.CELL && members.contains(cause.cells()[0]))
                .toList();
        if (zeros.size() > 1) {
            causes.removeAll(zeros);
            int[] cells = zeros.stream().mapToInt(cause -> cause.cells()[0]).toArray();
            double surprise = zeros.stream().mapToDouble(Cause::surprise).max().orElseThrow();
            causes.add(Cause.unknown(line.scope(), null, cells, surprise));
        }
    }
}
