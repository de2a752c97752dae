package org.jibao.schedule;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is scheduled.
 *
 * @param jobs the folder of job folders
 * @param wanted names of jobs; empty for all there are, looked up again all the time
 * @param inboxes the inbox of a job
 * @param quiet how long an inbox must have been left alone before what has arrived is taken in; empty where only the clock
 *     decides
 */
public record ScheduleSettings(
        Path jobs, List<String> wanted, Path store, Function<String, Path> inboxes, Optional<Duration> quiet) {

    public ScheduleSettings {
        wanted = List.copyOf(wanted);
    }
}
