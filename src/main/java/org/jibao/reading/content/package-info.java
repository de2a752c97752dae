/**
 * Cells at their places to a return. Output: a {@link org.jibao.reading.content.ReturnDocument} with its
 * observations, entries and findings.
 */
@NullMarked
package org.jibao.reading.content;

import org.jspecify.annotations.NullMarked;
