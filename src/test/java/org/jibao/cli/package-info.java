/** The command line: words, tables, exit codes. */
@NullMarked
package org.jibao.cli;

import org.jspecify.annotations.NullMarked;
