/**
 * A job folder as records: the job, its roster, forms, rules, metrics and summary. Records hold what is true of them
 * and know no YAML.
 */
@NullMarked
package org.jibao.definition;

import org.jspecify.annotations.NullMarked;
