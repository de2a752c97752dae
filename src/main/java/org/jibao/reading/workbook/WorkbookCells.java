package org.jibao.reading.workbook;

import java.util.List;
import java.util.Map;

/**
 * A whole file.
 *
 * @param properties the custom document properties, in which a template says what it is
 */
public record WorkbookCells(List<SheetCells> sheets, Map<String, String> properties) {}
