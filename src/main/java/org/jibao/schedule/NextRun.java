package org.jibao.schedule;

import java.time.Instant;
import java.time.ZoneId;

/**
 * When a job runs next.
 *
 * @param zone of the job
 */
public record NextRun(String job, Instant time, ZoneId zone) {}
