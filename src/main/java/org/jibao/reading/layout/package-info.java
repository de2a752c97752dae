/**
 * Finds forms in sheets by their labels. Input: cells. Output: where each form stands, and what its labels and titles
 * state.
 */
@NullMarked
package org.jibao.reading.layout;

import org.jspecify.annotations.NullMarked;
