/**
 * A process beside this one for work that may end it: kept for many questions, killed when it is late, started again after a
 * death. Takes what is asked through a pipe and gives what comes back. Knows nothing of workbooks; nothing that comes back is
 * trusted. See decision 0036.
 */
@NullMarked
package org.jibao.reading.apart;

import org.jspecify.annotations.NullMarked;
