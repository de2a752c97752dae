/**
 * Reads a job folder. Input: a folder. Output: a {@link org.jibao.definition.JobDefinition}, or every mistake in the
 * folder at once, each with its file and line.
 */
@NullMarked
package org.jibao.definition.loading;

import org.jspecify.annotations.NullMarked;
