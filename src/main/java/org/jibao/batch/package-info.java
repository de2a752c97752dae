/** Spring Batch wiring only: one class per job, one per step. Sees every stage. */
@NullMarked
package org.jibao.batch;

import org.jspecify.annotations.NullMarked;
