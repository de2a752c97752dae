package org.jibao.checking;

import org.jibao.finding.Finding;

/** What a rule found in one submission. */
public record SubmissionFinding(long submission, Finding finding) {}
