package org.jibao.slip;

import java.time.Instant;
import java.util.List;
import org.jibao.checking.Verdict;
import org.jibao.finding.Language;

/**
 * What a slip is to say, in the job's main language but for one line: units read it.
 *
 * @param job the job's title
 * @param unit the unit's name; empty where the file is nobody's
 * @param period in words, likewise
 * @param file the file's own name, as it was sent
 * @param receivedAt when it came; also the slip's date, so that making it again gives the same bytes
 * @param received the same in words, by the job's clock
 * @param name how the file should be named when it is sent again
 * @param languages of the job, the main one first; the line about what is left out is in all of them
 */
public record Slip(
        String job,
        String unit,
        String period,
        String file,
        Instant receivedAt,
        String received,
        Verdict verdict,
        List<SlipFinding> findings,
        String name,
        List<Language> languages) {

    SlipWords words() {
        return new SlipWords(languages.get(0));
    }

    public Slip {
        findings = List.copyOf(findings);
        languages = List.copyOf(languages);
    }
}
