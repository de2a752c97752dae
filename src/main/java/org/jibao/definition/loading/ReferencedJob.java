package org.jibao.definition.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.Roster;
import org.jibao.finding.Text;

/**
 * What a rule may need to know of a job whose folder stands beside this one. Its own mistakes are reported when it is
 * loaded itself: what cannot be read of it is not known here, and fits every reference.
 */
record ReferencedJob(Text title, PeriodKind periodKind, List<String> formIds, List<FormDefinition> forms) {

    /** Empty where no such folder stands there, or its job.yaml cannot be read. */
    static Optional<ReferencedJob> read(Path folder) {
        if (!Files.isRegularFile(folder.resolve("job.yaml"))) {
            return Optional.empty();
        }
        try {
            Problems problems = new Problems();
            JobFolder files = JobFolder.read(folder, problems);
            Optional<JobFile> job = files.yaml("job.yaml").map(JobFile::read);
            return problems.none() ? job.map(file -> of(files, file, problems)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReferencedJob of(JobFolder files, JobFile job, Problems problems) {
        List<FormDefinition> forms = job.forms().stream()
                .filter(form -> files.has("forms/" + form + ".yaml"))
                .flatMap(form -> files
                        .yaml("forms/" + form + ".yaml")
                        .map(mapping -> FormReader.read(form, mapping, new Roster(List.of()), Set.of()))
                        .stream())
                .toList();
        return new ReferencedJob(job.title(), job.periodKind(), job.forms(), problems.none() ? forms : List.of());
    }

    FormIndex index() {
        return new FormIndex(formIds, forms);
    }
}
