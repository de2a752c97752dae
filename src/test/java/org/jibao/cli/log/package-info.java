/** The log files, read back by other means than wrote them. */
@NullMarked
package org.jibao.cli.log;

import org.jspecify.annotations.NullMarked;
