/**
 * Task: new files to verdicts. Lists the inbox, reads and checks each new file, applies the rules, publishes the
 * snapshot, archives what is settled.
 */
@NullMarked
package org.jibao.collect;

import org.jspecify.annotations.NullMarked;
