/**
 * The export: takes a store in which the job's figures have been computed, gives a folder of CSV and Parquet files with a
 * Frictionless descriptor, {@code datapackage.json}.
 */
@NullMarked
package org.jibao.delivery.export;

import org.jspecify.annotations.NullMarked;
