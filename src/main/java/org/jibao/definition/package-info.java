/**
 * What a job folder says, as records: the job, its roster, forms, rules, metrics and summary; their loader, which
 * reports every mistake at once with file and line. Data only: nothing here reads a return.
 */
@NullMarked
package org.jibao.definition;

import org.jspecify.annotations.NullMarked;
