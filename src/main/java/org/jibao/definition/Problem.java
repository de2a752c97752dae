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

    /** A message quotes from the file, and more than a few lines of it do not help. */
    private static final int LONGEST = 800;

    public Problem {
        message = new Text(bounded(message.zh()), bounded(message.en()));
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }

    /** {@code forms/requests.yaml:12: …}. */
    public String in(Language language) {
        return file + ":" + line + ": " + message.in(language);
    }
}
