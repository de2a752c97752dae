package org.jibao.definition.loading;

import java.time.ZoneId;
import org.jibao.definition.FileLimits;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a job before its inbox can be listed.
 *
 * @param limits of one file
 * @param zone of times of receipt that name none
 * @param register the name of the register of receipt beside the inbox, or null for the usual one
 */
public record InboxDefinition(
        FileLimits limits, ZoneId zone, @Nullable String register) {}
