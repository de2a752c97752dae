package org.jibao.cli;

import picocli.CommandLine.Option;

/** How a run ends: with which exit code, and with which lines. */
final class RunOptions {

    @Option(names = "--strict", descriptionKey = "strict")
    private boolean strict;

    @Option(names = "--timings", descriptionKey = "timings")
    private boolean timings;

    boolean strict() {
        return strict;
    }

    boolean timings() {
        return timings;
    }
}
