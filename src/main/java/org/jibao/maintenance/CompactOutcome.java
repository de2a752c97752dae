package org.jibao.maintenance;

import java.nio.file.Path;

/** A store that was rewritten; its size before and after, in bytes. */
public record CompactOutcome(Path store, long before, long after) {}
