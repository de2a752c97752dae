package org.jibao.store.gate;

import org.jibao.finding.Text;

/**
 * One thing that a statement may not hold.
 *
 * @param line of the statement, from 1
 * @param text what it is, and what to write instead
 */
public record Refusal(int line, Text text) {}
