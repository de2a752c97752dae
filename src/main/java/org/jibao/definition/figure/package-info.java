/** Compiles declared figures: the SQL that computes them, what they are made of in words, and the summary that shows them. */
@NullMarked
package org.jibao.definition.figure;

import org.jspecify.annotations.NullMarked;
