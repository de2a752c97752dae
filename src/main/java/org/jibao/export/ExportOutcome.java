package org.jibao.export;

import java.nio.file.Path;

/** What came of an export. */
public record ExportOutcome(Path folder, int tables, long rows) {}
