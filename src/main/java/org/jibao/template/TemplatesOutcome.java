package org.jibao.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.finding.Text;

/**
 * What came of making blank returns.
 *
 * @param folder where they are
 * @param files one for each unit that is expected, or the one that was asked for
 * @param archive all of them in one, where all were asked for
 * @param unwritten which could not be written, and why
 * @param withoutLast names of the units of whose last return nothing could be brought forward, as none is accepted
 */
public record TemplatesOutcome(
        Period period,
        Path folder,
        List<Path> files,
        Optional<Path> archive,
        List<Text> unwritten,
        List<String> withoutLast) {

    public TemplatesOutcome {
        files = List.copyOf(files);
        unwritten = List.copyOf(unwritten);
        withoutLast = List.copyOf(withoutLast);
    }
}
