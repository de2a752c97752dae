package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jibao.definition.Problem;

/**
 * Every mistake found so far. Loading goes on after each one, so that all are reported at once; files are read side by side,
 * each by one thread.
 */
final class Problems {

    private final List<Problem> problems = new ArrayList<>();

    synchronized void add(Problem problem) {
        problems.add(problem);
    }

    synchronized boolean none() {
        return problems.isEmpty();
    }

    /** By file and line, each once; of one line in the order in which they were found. */
    synchronized List<Problem> sorted() {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                .toList();
    }
}
