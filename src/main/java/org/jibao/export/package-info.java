/** Task: every table of a job as CSV and Parquet with a {@code datapackage.json}. */
@NullMarked
package org.jibao.export;

import org.jspecify.annotations.NullMarked;
