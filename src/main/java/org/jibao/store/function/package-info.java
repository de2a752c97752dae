/** Functions of SQL that Java computes: working days and the statutory clock of requests. */
@NullMarked
package org.jibao.store.function;

import org.jspecify.annotations.NullMarked;
