/** The way in: arguments become a command, its outcome an exit code. */
@NullMarked
package org.jibao;

import org.jspecify.annotations.NullMarked;
