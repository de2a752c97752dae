/** Stage 4 of 7: takes {@link org.jibao.checking.CheckedReturn}s, gives rows of SQL. The DuckDB file: schema, appender, revisions, snapshot. The only package that knows JDBC. */
@NullMarked
package org.jibao.store;

import org.jspecify.annotations.NullMarked;
