package org.jibao.batch;

import org.jibao.definition.JobDefinition;

/** What a collect begins with. */
record JobAndInbox(JobDefinition job, NewFiles inbox) {}
