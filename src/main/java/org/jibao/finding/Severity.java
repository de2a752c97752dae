package org.jibao.finding;

/** How much a finding weighs: an error returns the return, a warning asks for an explanation, a note only informs. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE
}
