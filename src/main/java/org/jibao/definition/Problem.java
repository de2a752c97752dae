package org.jibao.definition;

import org.jibao.finding.Language;
import org.jibao.finding.Text;

/**
 * One mistake in a job folder.
 *
 * @param file the path within the folder, with {@code /}
 * @param line from 1
 * @param message what is wrong, and what to write instead
 */
public record Problem(String file, int line, Text message) {

    /** {@code forms/requests.yaml:12: …}. */
    public String in(Language language) {
        return file + ":" + line + ": " + message.in(language);
    }
}
