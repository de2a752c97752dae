package org.jibao.run;

import org.jibao.definition.JobDefinition;

/** What a collect begins with. */
public record JobAndInbox(JobDefinition job, NewFiles inbox) {}
