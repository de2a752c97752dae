/** Task: backup, restore and compaction of the store, in words that a command can show. */
@NullMarked
package org.jibao.maintenance;

import org.jspecify.annotations.NullMarked;
