package org.jibao.definition.loading;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jibao.definition.Problem;
import org.jibao.finding.Language;

/** A job folder cannot be used. Says every mistake in it, so that one round of mending is enough. */
public final class ProblemsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised; the list is one that could be
    private final List<Problem> problems;

    private final String folder;

    public ProblemsException(Path folder, List<Problem> problems) {
        super(lines(folder.toString(), problems, Language.ZH));
        this.folder = folder.toString();
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** A line a problem: {@code jobs/quarterly-disclosure/forms/requests.yaml:12: …}. */
    public String in(Language language) {
        return lines(folder, problems, language);
    }

    private static String lines(String folder, List<Problem> problems, Language language) {
        return problems.stream()
                .map(problem -> path(folder.replace('\\', '/'), problem.in(language)))
                .collect(Collectors.joining("\n"));
    }

    /** What jobs share stands beside the folder. */
    private static String path(String folder, String problem) {
        int end = folder.lastIndexOf('/');
        return problem.startsWith("../")
                ? (end < 0 ? "" : folder.substring(0, end + 1)) + problem.substring(3)
                : folder + "/" + problem;
    }
}
