package org.jibao.definition.loading;

import org.jibao.definition.Problem;
import org.jibao.finding.Text;

/**
 * One file of a job folder, and where its mistakes are gathered.
 *
 * @param file the path within the folder
 */
record DefinitionFile(String file, Problems problems) {

    void report(int line, Text message) {
        problems.add(new Problem(file, line, message));
    }
}
