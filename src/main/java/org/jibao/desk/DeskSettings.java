package org.jibao.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.jibao.finding.Language;
import org.jibao.run.Settings;

/**
 * What a desk works on.
 *
 * @param settings of a job, by its name; without a period
 * @param uploads where files go that are sent to a job; another folder than the settings' inbox where that is the
 *     sample county's
 * @param job the job that is shown first
 * @param jobs the folder of job folders
 * @param store the DuckDB file
 * @param language in which a new browser is spoken to
 * @param port 0 for any that is free
 * @param idle after which time without a request, and without work, the desk ends
 */
public record DeskSettings(
        Function<String, Settings> settings,
        Function<String, Path> uploads,
        String job,
        Path jobs,
        Path store,
        Language language,
        int port,
        Duration idle) {}
