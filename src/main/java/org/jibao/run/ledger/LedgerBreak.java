package org.jibao.run.ledger;

/**
 * The first line of a ledger that no longer fits it and those before it.
 *
 * @param line counted from 1
 * @param at its time as it stands there, or empty
 */
public record LedgerBreak(long line, String at) {}
