/**
 * Runs jobs at their times: takes job folders, the ledger of runs and the clock, and gives what is due; and the same times as
 * recipes for the schedulers that machines have already.
 */
@NullMarked
package org.jibao.batch.schedule;

import org.jspecify.annotations.NullMarked;
