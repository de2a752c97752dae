/** Task: runs jobs at their times, and writes what other schedulers need to do so. */
@NullMarked
package org.jibao.schedule;

import org.jspecify.annotations.NullMarked;
