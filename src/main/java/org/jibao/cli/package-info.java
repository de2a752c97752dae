/** One class per command. Sees the batch jobs; nothing sees it. */
@NullMarked
package org.jibao.cli;

import org.jspecify.annotations.NullMarked;
