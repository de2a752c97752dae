package org.jibao.definition.loading;

import java.util.List;
import org.jibao.definition.Problem;
import org.jibao.finding.Language;
import org.jibao.finding.Text;

/**
 * One file of a job folder, and where its mistakes are gathered.
 *
 * @param file the path within the folder
 * @param languages of the job: what its texts must be given in
 */
record DefinitionFile(String file, List<Language> languages, Problems problems) {

    void report(int line, Text message) {
        problems.add(new Problem(file, line, message));
    }

    /** The file as a whole, where what is wrong is its name. */
    Value head() {
        return new Value(this, file, null, 1, false);
    }

    DefinitionFile in(List<Language> others) {
        return new DefinitionFile(file, others, problems);
    }
}
