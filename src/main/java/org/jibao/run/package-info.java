/**
 * What every run shares: settings, loading of the job folder, the clock, progress, faults in words, and Spring Batch
 * over one store.
 */
@NullMarked
package org.jibao.run;

import org.jspecify.annotations.NullMarked;
