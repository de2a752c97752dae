/**
 * Workbooks drawn from a seed, each with a list of what stands in its cells. Input: a seed. Output: a file, written by POI,
 * by EasyExcel or by hand, and what a reader must give for it. Shares no code with the readers.
 */
@NullMarked
package org.jibao.testkit.generated;

import org.jspecify.annotations.NullMarked;
