/**
 * What a job declares to be counted: figures as {@code figures.yaml} says them, the SQL that computes them, and the summary that
 * shows them where the job says nothing else.
 */
@NullMarked
package org.jibao.definition.figure;

import org.jspecify.annotations.NullMarked;
