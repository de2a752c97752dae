package org.jibao.definition;

import org.jibao.finding.Text;

/**
 * One file of a job folder, and where its mistakes are gathered.
 *
 * @param file the path within the folder
 */
record Source(String file, Problems problems) {

    void report(int line, Text message) {
        problems.add(new Problem(file, line, message));
    }
}
